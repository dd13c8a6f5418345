'use client';
import { Button, Menu, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsDiff, IconBook2, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { VersionLine } from '#domain/draft';
import { api, taken } from '../../client/api.ts';
import { clockOf } from '../../state/time.ts';
import { Problem } from '../problem.tsx';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';
import { LexiconDrawer } from './lexicon-drawer.tsx';

/** Which version this is and whether it is saved; compare, readings, and sending it to the physician. */
export function Toolbar({ comparing }: { comparing: number | null }): ReactElement {
  const t = useTranslations('script');
  const { draft, mayEdit } = useDesk();
  const [lexicon, { open, close }] = useDisclosure(false);
  const number = draft.base.version.number;
  const drafted = draft.state !== 'clean';
  return (
    <div className={css.toolbar}>
      <span className={css.version}>
        <IconPencil size={14} stroke={1.75} aria-hidden />
        {t(drafted ? 'draftOf' : 'versionN', { version: drafted ? number + 1 : number })}
      </span>
      <SaveNote />
      <span className={css.gap} />
      <Versions comparing={comparing} />
      <Button variant="subtle" color="gray" leftSection={<IconBook2 size={16} stroke={1.75} />} onClick={open}>
        {t('lexicon.title')}
      </Button>
      <LexiconDrawer opened={lexicon} onClose={close} />
      {mayEdit && <Submit />}
    </div>
  );
}

function SaveNote(): ReactElement {
  const t = useTranslations('script.save');
  const timeZone = useTimeZone() ?? 'UTC';
  const { draft, mayEdit } = useDesk();
  const at = draft.savedAt ? clockOf(draft.savedAt, timeZone) : '';
  return (
    <span
      className={css.saved}
      data-tone={draft.state === 'failed' || draft.state === 'stale' ? 'bad' : undefined}
      role="status"
      aria-live="polite"
    >
      {mayEdit ? t(draft.state, { at }) : t('readOnly')}
    </span>
  );
}

/** Older versions: to read, or beside the draft. */
function Versions({ comparing }: { comparing: number | null }): ReactElement {
  const t = useTranslations('script');
  const { id, draft } = useDesk();
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({
    queryKey: ['script', id, 'versions'],
    enabled: opened,
    queryFn: async () =>
      (await taken(api.GET('/api/productions/{id}/script/versions', { params: { path: { id } } }))) as VersionLine[],
  });
  const to = (query: string) => router.replace(`/productions/${id}/script${query}`, { scroll: false });
  const newest = draft.base.version.number;
  if (comparing) {
    return (
      <Button variant="default" onClick={() => to('')}>
        {t('compare.end')}
      </Button>
    );
  }
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconArrowsDiff size={16} stroke={1.75} />}>
          {t('compare.with')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('compare.label')}</Menu.Label>
        {(data ?? []).map((line) => (
          <Menu.Item key={line.version} onClick={() => to(`?compare=${line.version}`)}>
            {t('compare.line', { version: line.version, by: line.authorName ?? t('template') })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('compare.read')}</Menu.Label>
        {(data ?? [])
          .filter((line) => line.version !== newest)
          .map((line) => (
            <Menu.Item key={line.version} onClick={() => to(`?v=${line.version}`)}>
              {t('versionN', { version: line.version })}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Sends the draft on. Off while something is open, with the reason beside it; what it will cost is said first. */
function Submit(): ReactElement {
  const t = useTranslations('script.submit');
  const { id, draft, checks, film } = useDesk();
  const router = useRouter();
  const [asked, { open, close }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const warned = [...checks.of.values()]
    .flatMap(({ remarks }) => remarks)
    .filter(({ issue }) => issue.code === 'WORDING_NOTE').length;
  const conflicts = checks.count - warned;
  const reason =
    conflicts > 0
      ? t('conflicts', { count: conflicts })
      : warned > 0
        ? t('warned', { count: warned })
        : draft.state === 'stale'
          ? t('stale')
          : draft.state === 'clean'
            ? t('nothing')
            : null;
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      if (!(await draft.flush())) throw draft.refusal;
      const body = { basedOn: draft.base.version.number, save: draft.saves() };
      await taken(api.POST('/api/productions/{id}/draft/submit', { params: { path: { id } }, body }));
      router.push(`/productions/${id}`);
      router.refresh();
    } catch (why) {
      setError(why);
      setBusy(false);
    }
  };
  const button = (
    <Button onClick={open} disabled={reason !== null} aria-describedby={reason ? 'why-not' : undefined}>
      {t('send')}
    </Button>
  );
  if (reason) {
    return (
      <Tooltip label={reason}>
        <span>
          {button}
          <span id="why-not" className="said">
            {reason}
          </span>
        </span>
      </Tooltip>
    );
  }
  return (
    <Popover opened={asked} onChange={(to) => !to && close()} position="bottom-end" width={320} trapFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown>
        <div className={css.ask}>
          <p>
            <b>{t('title', { version: draft.base.version.number + 1 })}</b>
          </p>
          {film.cost && (
            <p>
              {t('cost', { spoken: film.cost.spoken.length, drawn: film.cost.drawn.length, reused: film.cost.reused })}
            </p>
          )}
          <p>{t('voids', { version: draft.base.version.number })}</p>
          <Problem error={error} />
          <div className={css.askButtons}>
            <Button variant="default" onClick={close}>
              {t('notYet')}
            </Button>
            <Button loading={busy} onClick={() => void send()} data-autofocus>
              {t('yes', { version: draft.base.version.number + 1 })}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
