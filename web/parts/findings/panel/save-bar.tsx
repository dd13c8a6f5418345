'use client';
import { Autocomplete, Button, Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { Consequences } from '#domain/correction/consequences';
import type { FindingsView } from '#domain/findings-view';
import { api, taken } from '../../../client/api.ts';
import { Problem } from '../../problem.tsx';
import { useDesk } from '../desk.tsx';
import css from './panel.module.css';
import { ranges } from './values.ts';

const REASONS = ['ends', 'plane', 'type', 'lobe', 'missed'] as const;

/** What saving would do, why it is done, and the saving itself. */
export function SaveBar(): ReactElement {
  const t = useTranslations('findings');
  const desk = useDesk();
  const router = useRouter();
  const [reason, setReason] = useState('');
  const { id, view, draft } = desk;
  // Said before it is saved, and of exactly what is saved.
  const foreseen = desk.foreseenNow ? desk.foreseen : null;
  const next = view.version + 1;
  const saving = useMutation({
    mutationFn: async () =>
      (await taken(
        api.POST('/api/productions/{id}/findings', {
          params: { path: { id } },
          body: { basedOn: view.version, corrections: [...draft] as never, reason: reason.trim() },
        }),
      )) as FindingsView,
    onSuccess: (saved) => {
      desk.setDraft([]);
      desk.keepView(saved);
      const added = saved.findings.find((finding) => !view.findings.some(({ id: known }) => known === finding.id));
      const still = saved.findings.some((finding) => finding.id === desk.place.finding);
      const shown = added ?? (still ? undefined : saved.findings[0]);
      if (shown) desk.show(shown);
      // Title and stage in the header follow the new script.
      router.refresh();
      setReason('');
      notifications.show({ message: t('saved', { version: saved.version }) });
    },
  });
  const blocked = desk.refused !== null || !foreseen?.changed;
  return (
    <section className={css.save} aria-label={t('save.title')}>
      <Foreseen told={foreseen} />
      <Problem error={desk.refused ?? saving.error} />
      <Autocomplete
        size="xs"
        label={t('save.reason')}
        required
        maxLength={200}
        value={reason}
        onChange={setReason}
        data={REASONS.map((key) => t(`save.reasons.${key}`))}
      />
      <div className={css.saveButtons}>
        <span className={css.soft}>{t('save.count', { count: draft.length })}</span>
        <Button variant="default" size="xs" onClick={() => desk.setDraft([])}>
          {t('giveUp')}
        </Button>
        <Button
          size="xs"
          loading={saving.isPending}
          disabled={blocked || !reason.trim()}
          onClick={() => saving.mutate()}
        >
          {t('save.do', { version: next })}
        </Button>
      </div>
    </section>
  );
}

/** 保存后：第 3、14 句要改，4 个场景重渲，v4 的审核失效。 */
function Foreseen({ told }: { told: Consequences | null }): ReactElement {
  const t = useTranslations('findings');
  const [open, { toggle }] = useDisclosure(false);
  if (!told) return <p className={css.soft}>{t('foreseen.asking')}</p>;
  if (!told.changed) return <p className={css.soft}>{t('foreseen.nothing')}</p>;
  return (
    <div aria-live="polite">
      <UnstyledButton className={css.foreseen} aria-expanded={open} onClick={toggle}>
        {lineOf(t, told)}
      </UnstyledButton>
      <Collapse expanded={open}>
        <ul className={css.sentences}>
          {told.sentences.map(({ id, n, before, after }) => (
            <li key={id}>
              <b>{t('foreseen.sentence', { n })}</b> {before && <del>{before}</del>} {after && <ins>{after}</ins>}
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  );
}

function lineOf(t: ReturnType<typeof useTranslations<'findings'>>, told: Consequences): string {
  const parts: string[] = [];
  for (const { system, findingId, before, after } of told.classes) {
    const name = (category: string | null) => category ?? t('rating.none');
    const values = {
      finding: findingId ?? '',
      system: t(`rating.${system}`),
      before: name(before),
      after: name(after),
    };
    parts.push(t(before === null ? 'foreseen.classNew' : 'foreseen.class', values));
  }
  if (told.findings.after === 0) parts.push(t('foreseen.none'));
  else if (told.findings.leadAfter !== told.findings.leadBefore)
    parts.push(t('foreseen.lead', { finding: told.findings.leadAfter ?? '' }));
  const numbers = told.sentences.map(({ n }) => n);
  parts.push(
    numbers.length > 0 ? t('foreseen.sentences', { list: ranges(numbers, t('listComma')) }) : t('foreseen.noSentence'),
  );
  parts.push(t('foreseen.scenes', { count: told.scenes.changed.length }));
  if (told.voids !== null) parts.push(t('foreseen.voids', { version: told.voids }));
  if (told.voidsFilm) parts.push(t('foreseen.voidsFilm'));
  return t('foreseen.line', { parts: parts.join(t('clauseComma')) });
}
