'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { NoticeBoard } from '#domain/notice';
import card from '../card.module.css';
import { Empty } from '../empty.tsx';
import { NoticeRow } from './notice-row.tsx';
import css from './notices.module.css';
import { useNotices, useReadNotices } from './use-notices.ts';

/** Every notice kept, newest first. */
export function NoticeList({ initial }: { initial: NoticeBoard }): ReactElement {
  const t = useTranslations('notices');
  const { data = initial } = useNotices(initial);
  const read = useReadNotices();
  return (
    <div className={css.page}>
      <section className={card.card}>
        <div className={css.head}>
          <h1>{t('title')}</h1>
          {data.unread > 0 && (
            <Button variant="default" onClick={() => read.mutate(null)} loading={read.isPending}>
              {t('readAll')}
            </Button>
          )}
        </div>
        {data.notices.length === 0 ? (
          <Empty title={t('none')} text={t('noneText')} />
        ) : (
          <ul>
            {data.notices.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                onRead={() => notice.readAt === null && read.mutate([notice.id])}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
