'use client';
import { ActionIcon, Button, Indicator, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { NoticeRow } from '../notices/notice-row.tsx';
import css from '../notices/notices.module.css';
import { useNotices, useReadNotices } from '../notices/use-notices.ts';

const SHOWN = 8;

/** What happened that concerns me: the newest, and how many are unread. */
export function Bell(): ReactElement {
  const t = useTranslations('shell');
  const tn = useTranslations('notices');
  const { data } = useNotices();
  const read = useReadNotices();
  const [opened, { toggle, close }] = useDisclosure(false);
  const unread = data?.unread ?? 0;
  return (
    <Popover opened={opened} onChange={(open) => !open && close()} position="bottom-end" width={360} trapFocus>
      <Indicator disabled={unread === 0} color="warn" size={8} offset={6} withBorder={false}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            onClick={toggle}
            aria-label={unread > 0 ? t('noticesCount', { count: unread }) : t('notices')}
            aria-expanded={opened}
          >
            <IconBell size={18} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0}>
        <div className={css.head}>
          <h2>{tn('title')}</h2>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => read.mutate(null)} loading={read.isPending}>
              {tn('readAll')}
            </Button>
          )}
        </div>
        <ul className={css.list}>
          {data?.notices.slice(0, SHOWN).map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              onRead={() => {
                close();
                if (notice.readAt === null) read.mutate([notice.id]);
              }}
            />
          ))}
        </ul>
        <Link className={css.foot} href="/notices" onClick={close}>
          {data?.notices.length === 0 ? tn('none') : tn('all')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
}
