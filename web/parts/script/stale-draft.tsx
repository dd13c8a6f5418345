'use client';
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { DraftDesk } from '#domain/draft';
import { mergeDrafts } from '#domain/merge-drafts';
import type { Script } from '#domain/script';
import { clockOf } from '../../state/time.ts';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';
import { versionOf } from './version-of.ts';

/** Somebody else was first: who and when, and what to do with what one has written oneself. Nothing is overwritten without a click. */
export function StaleDraft(): ReactElement | null {
  const t = useTranslations('script.stale');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const { id, draft } = useDesk();
  const [lost, setLost] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const { refusal, state } = draft;
  const about = refusal?.status === 409 ? refusal : null;
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().finally(() => setBusy(false));
  };
  const merge = () =>
    run(async () => {
      const began =
        draft.base.draft && draft.base.draft.basedOn < draft.base.version.number ? draft.base.draft.basedOn : null;
      const older = began === null ? null : await versionOf(id, began);
      await draft.reload((desk, mine) => {
        const theirs = theirsOf(desk);
        const merged = mergeDrafts(older ?? mine.synced, mine.script, theirs);
        setLost(merged.lost);
        return merged.script;
      });
    });
  const take = () =>
    run(async () => {
      setLost([]);
      await draft.reload(
        draft.base.draft && draft.base.draft.basedOn < draft.base.version.number ? theirsOf : undefined,
      );
    });
  if (state !== 'stale' || !about) {
    if (lost.length === 0) return null;
    return (
      <div className={css.stale} role="status">
        <IconUsers size={16} stroke={1.75} aria-hidden />
        <p>{t('lost', { count: lost.length })}</p>
      </div>
    );
  }
  const at = typeof about.details.at === 'string' && about.details.at ? clockOf(about.details.at, timeZone) : '';
  const by = String(about.details.by || t('somebody'));
  return (
    <div className={css.stale} role="alert">
      <IconUsers size={16} stroke={1.75} aria-hidden />
      <p>
        {about.code === 'SCRIPT_STALE'
          ? t('version', { version: Number(about.details.version ?? 0), by, at })
          : about.code === 'DRAFT_STALE'
            ? t('draft', { by, at })
            : about.say(locale)}
      </p>
      <Button size="compact-sm" loading={busy} onClick={() => void merge()}>
        {t('merge')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={busy} onClick={() => void take()}>
        {t('take')}
      </Button>
    </div>
  );
}

/** What stands with the studio now: the draft where it belongs to the newest version, else that version. */
const theirsOf = (desk: DraftDesk): Script =>
  (desk.draft && desk.draft.basedOn === desk.version.number ? desk.draft.script : desk.script) as Script;
