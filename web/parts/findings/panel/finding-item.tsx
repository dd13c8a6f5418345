'use client';
import { Accordion, Badge, Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { RejectedFinding } from '#domain/correction/correction';
import type { Finding } from '#domain/finding';
import { FindingChip } from '../../finding-chip.tsx';
import { Keys } from '../../keys.tsx';
import { useDesk } from '../desk.tsx';
import { correctionOf, type FindingState, stateOf, withCorrection, withoutCorrection } from '../draft.ts';
import { ASK } from '../use-keys.ts';
import { FeatureRow } from './feature-row.tsx';
import css from './panel.module.css';
import { Ratings } from './ratings.tsx';
import { Source } from './source.tsx';
import { FEATURE_ORDER, ranges, shownFeature } from './values.ts';

const TONES: Readonly<Record<FindingState, string>> = {
  'to-check': 'warn',
  confirmed: 'ok',
  corrected: 'indigoThread',
  rejected: 'gray',
};

/** A finding in the list: what it is in a line; opened, everything measured of it and what may be done. */
export function FindingItem({ finding }: { finding: Finding }): ReactElement {
  const t = useTranslations('findings');
  const common = useTranslations('common.finding');
  const { view, draft, place } = useDesk();
  const leaving = correctionOf(draft, finding.id, 'reject') !== undefined;
  const state = leaving ? 'rejected' : stateOf(view, finding);
  const { features } = finding;
  const name = t('findingName', {
    lobe: t(`words.lobe.${features.lobe.value}`),
    kind: t(`kind.${features.meanDiameterMm.value > 30 ? 'mass' : 'nodule'}`),
  });
  return (
    <Accordion.Item value={finding.id} className={css.item}>
      <Accordion.Control>
        <span className={css.head}>
          <FindingChip finding={finding.id} />
          <span className={css.title}>
            <b className={leaving ? css.struck : undefined}>{name}</b>
            {place.finding !== finding.id && (
              <small>
                {t('inShort', {
                  slice: finding.keySlice + 1,
                  size: shownFeature(t, features, 'meanDiameterMm'),
                  type: t(`words.type.${features.type.value}`),
                })}
              </small>
            )}
          </span>
          <Badge color={TONES[state]}>{common(state)}</Badge>
        </span>
      </Accordion.Control>
      <Accordion.Panel>
        {place.finding === finding.id && <Opened finding={finding} leaving={leaving} />}
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** Everything measured of a finding; made only while it is open. */
function Opened({ finding, leaving }: { finding: Finding; leaving: boolean }): ReactElement {
  const t = useTranslations('findings');
  return (
    <>
      <div className={css.tools}>
        <Source finding={finding} feature="longAxisMm">
          <Button variant="transparent" size="compact-sm" px={0} leftSection={<IconInfoCircle size={16} />}>
            {t('source.title')}
          </Button>
        </Source>
        <UsedIn findingId={finding.id} />
      </div>
      <Ratings findingId={finding.id} />
      {FEATURE_ORDER.map((feature) => (
        <FeatureRow key={feature} finding={finding} feature={feature} />
      ))}
      <Actions finding={finding} leaving={leaving} />
    </>
  );
}

function UsedIn({ findingId }: { findingId: string }): ReactElement | null {
  const t = useTranslations('findings');
  const used = useDesk().view.script?.sentences[findingId] ?? [];
  if (used.length === 0) return <span className={css.soft}>{t('notUsed')}</span>;
  return <span className={css.soft}>{t('usedIn', { list: ranges(used, t('listComma')) })}</span>;
}

function Actions({ finding, leaving }: { finding: Finding; leaving: boolean }): ReactElement | null {
  const t = useTranslations('findings');
  const { view, draft, setDraft, mayCorrect } = useDesk();
  const { keySlice } = finding;
  const { place, drawn } = useDesk();
  const axes = drawn.find(({ id }) => id === finding.id);
  if (!mayCorrect) return null;
  const ask = (name: string) => () => window.dispatchEvent(new CustomEvent(name));
  if (leaving)
    return (
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowBackUp size={16} />}
        onClick={() => setDraft(withoutCorrection(draft, finding.id, 'reject'))}
      >
        {t('keep')}
      </Button>
    );
  return (
    <div className={css.actions}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCheck size={16} />}
        rightSection={<Keys keys={['Y']} />}
        disabled={stateOf(view, finding) === 'confirmed'}
        onClick={ask(ASK.confirm)}
      >
        {t('confirm')}
      </Button>
      <Button variant="outline" color="bad" size="xs" rightSection={<Keys keys={['X']} />} onClick={ask(ASK.reject)}>
        {t('reject')}
      </Button>
      {axes && place.slice !== keySlice && axes.keySlice !== place.slice && (
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            setDraft(
              withCorrection(draft, {
                change: 'axes',
                findingId: finding.id,
                slice: place.slice,
                longAxis: axes.longAxis,
                shortAxis: axes.shortAxis,
                reason: '',
              }),
            )
          }
        >
          {t('measureHere', { slice: place.slice + 1 })}
        </Button>
      )}
    </div>
  );
}

/** A finding that is left out: who said so and why; it may come back as it was. */
export function RejectedItem({ item }: { item: RejectedFinding }): ReactElement {
  const t = useTranslations('findings');
  const common = useTranslations('common.finding');
  const { view, draft, setDraft, mayCorrect, show } = useDesk();
  const { finding, reason, by } = item;
  const back = correctionOf(draft, finding.id, 'restore') !== undefined;
  const { features } = finding;
  return (
    <div className={css.rejected}>
      <FindingChip finding={finding.id} tone="note" />
      <span className={css.title}>
        <button type="button" className={css.plain} onClick={() => show(finding)}>
          <del>{t('findingName', { lobe: t(`words.lobe.${features.lobe.value}`), kind: t('kind.nodule') })}</del>
        </button>
        <small>{t('rejectedBy', { name: view.people[by] ?? by, reason })}</small>
      </span>
      {mayCorrect ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            setDraft(
              back
                ? withoutCorrection(draft, finding.id, 'restore')
                : withCorrection(draft, { change: 'restore', findingId: finding.id, reason: '' }),
            )
          }
        >
          {t(back ? 'leaveOut' : 'restore')}
        </Button>
      ) : (
        <Badge color="gray">{common('rejected')}</Badge>
      )}
    </div>
  );
}
