'use client';
import { Accordion, Alert, Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { FindingsView } from '#domain/findings-view';
import { api, taken } from '../../../client/api.ts';
import { Keys } from '../../keys.tsx';
import { useDesk } from '../desk.tsx';
import { newAxes, stateOf } from '../draft.ts';
import { ASK } from '../use-keys.ts';
import { AddForm } from './add-form.tsx';
import { FindingItem, RejectedItem } from './finding-item.tsx';
import { History } from './history.tsx';
import css from './panel.module.css';
import { RejectDialog } from './reject.tsx';
import { SaveBar } from './save-bar.tsx';

/** The findings beside the images: list, features, corrections, what they would do, and the versions. */
export function FindingsPanel(): ReactElement {
  const t = useTranslations('findings');
  const desk = useDesk();
  const { view, place, draft, mayCorrect } = desk;
  const { geometry } = view.study;
  const [rejecting, setRejecting] = useState<string | null>(null);
  const confirm = useConfirm();
  useWindowEvent(ASK.reject, () => setRejecting(place.finding));
  useWindowEvent(ASK.confirm, () => place.finding && confirm(place.finding));
  const middle = [geometry.columns / 2, geometry.rows / 2] as const;
  return (
    <aside className={css.panel} aria-label={t('title')}>
      <header className={css.header}>
        <h2>{t('title')}</h2>
        <span className={css.soft}>{t('count', { count: view.findings.length, rejected: view.rejected.length })}</span>
        {mayCorrect && (
          <Button
            variant="default"
            size="xs"
            className={css.add}
            leftSection={<IconPlus size={16} />}
            rightSection={<Keys keys={['A']} />}
            onClick={() => desk.setAdding(newAxes(place.slice, middle, geometry))}
          >
            {t('add')}
          </Button>
        )}
      </header>
      <div className={css.list}>
        {(view.locked || desk.phone) && (
          <Alert color="gray" variant="light" icon={<IconLock size={18} />} m={12} p={10}>
            {t(`locked.${view.locked ?? 'phone'}`)}
          </Alert>
        )}
        <AddForm />
        {view.findings.length === 0 && <p className={css.empty}>{t('noFindings')}</p>}
        <Accordion
          chevronPosition="left"
          value={place.finding}
          onChange={(value) => {
            const finding = desk.drawn.find(({ id }) => id === value);
            if (finding) desk.show(finding);
            else desk.go({ finding: null });
          }}
        >
          {view.findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </Accordion>
        <Additions />
        {view.rejected.map((item) => (
          <RejectedItem key={item.finding.id} item={item} />
        ))}
        <History />
      </div>
      {draft.length > 0 ? <SaveBar /> : <NextItem />}
      <RejectDialog findingId={rejecting} onClose={() => setRejecting(null)} />
    </aside>
  );
}

/** Findings that are drawn but not saved. */
function Additions(): ReactElement | null {
  const t = useTranslations('findings');
  const { draft, setDraft, go } = useDesk();
  const added = draft.filter((item) => item.change === 'add');
  if (added.length === 0) return null;
  return (
    <>
      {added.map((item) => (
        <div key={`${item.slice} ${item.longAxis.from.join()}`} className={css.rejected}>
          <span className={css.title}>
            <button type="button" className={css.plain} onClick={() => go({ slice: item.slice })}>
              {t('findingName', { lobe: t(`words.lobe.${item.lobe}`), kind: t('kind.nodule') })}
            </button>
            <small>{t('adding.pending', { slice: item.slice + 1 })}</small>
          </span>
          <Button variant="default" size="compact-sm" onClick={() => setDraft(draft.filter((other) => other !== item))}>
            {t('giveUp')}
          </Button>
        </div>
      ))}
    </>
  );
}

function NextItem(): ReactElement | null {
  const t = useTranslations('findings');
  const desk = useDesk();
  const open = desk.view.findings.filter((finding) => stateOf(desk.view, finding) === 'to-check');
  if (desk.view.findings.length === 0) return null;
  const next = open.find(({ id }) => id !== desk.place.finding) ?? open[0];
  return (
    <footer className={css.footer}>
      <span className={css.soft}>{open.length > 0 ? t('open', { count: open.length }) : t('allSeen')}</span>
      {next && (
        <Button
          variant={desk.mayCorrect ? 'filled' : 'default'}
          size="sm"
          rightSection={<Keys keys={['J']} />}
          onClick={() => desk.show(next)}
        >
          {t('next')}
        </Button>
      )}
    </footer>
  );
}

/** Notes that a finding was looked at and stands. */
function useConfirm(): (findingId: string) => void {
  const t = useTranslations('findings');
  const { id, view, keepView, mayCorrect } = useDesk();
  const { mutate } = useMutation({
    mutationFn: async (findingId: string) =>
      (await taken(
        api.POST('/api/productions/{id}/findings/confirm', {
          params: { path: { id } },
          body: { basedOn: view.version, findingIds: [findingId] },
        }),
      )) as FindingsView,
    onSuccess: keepView,
    onError: () => notifications.show({ color: 'bad', message: t('notConfirmed') }),
  });
  return (findingId) => {
    const finding = view.findings.find((item) => item.id === findingId);
    if (mayCorrect && finding && stateOf(view, finding) !== 'confirmed') mutate(findingId);
  };
}
