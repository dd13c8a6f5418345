'use client';
import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { resizeAxis } from '#domain/correction/axes';
import { type Finding, Lobe, NoduleType, Side } from '#domain/finding';
import { useDesk } from '../desk.tsx';
import { axesCorrection, axesOf, correctionOf, spacingOf, withCorrection, withoutCorrection } from '../draft.ts';
import css from './panel.module.css';
import { type Editable, shownFeature } from './values.ts';

const CHANGE = {
  side: 'side',
  lobe: 'lobe',
  longAxisMm: 'axes',
  shortAxisMm: 'axes',
  type: 'type',
  solidDiameterMm: 'type',
} as const;

/** A value being corrected, with what it was; giving it up brings the old one back. */
export function Editor(props: { finding: Finding; feature: Editable; onDone(): void }): ReactElement {
  const { finding, feature, onDone } = props;
  const t = useTranslations('findings');
  const { draft, setDraft } = useDesk();
  const giveUp = () => {
    setDraft(withoutCorrection(draft, finding.id, CHANGE[feature]));
    onDone();
  };
  return (
    <div className={css.editor}>
      <span className={css.editorName}>{t(`feature.${feature}`)}</span>
      <Field {...props} />
      <span className={css.soft}>{t('was', { value: shownFeature(t, finding.features, feature) })}</span>
      <ActionIcon variant="subtle" size={28} aria-label={t('giveUp')} onClick={giveUp}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

function Field({ finding, feature }: { finding: Finding; feature: Editable }): ReactElement {
  if (feature === 'longAxisMm' || feature === 'shortAxisMm') return <AxisField finding={finding} feature={feature} />;
  if (feature === 'side' || feature === 'lobe') return <PlaceField finding={finding} feature={feature} />;
  return <TypeField finding={finding} />;
}

function AxisField({ finding, feature }: { finding: Finding; feature: 'longAxisMm' | 'shortAxisMm' }): ReactElement {
  const t = useTranslations('findings');
  const { view, draft, setDraft, drawn } = useDesk();
  const { geometry } = view.study;
  const shown = drawn.find(({ id }) => id === finding.id) ?? finding;
  const axes = correctionOf(draft, finding.id, 'axes') ?? axesOf(finding);
  const which = feature === 'longAxisMm' ? 'longAxis' : 'shortAxis';
  return (
    <NumberInput
      size="xs"
      w={112}
      aria-label={t(`feature.${feature}`)}
      data-autofocus
      suffix=" mm"
      min={1}
      max={200}
      step={0.1}
      decimalScale={1}
      clampBehavior="blur"
      value={shown.features[feature].value}
      onChange={(value) => {
        if (typeof value !== 'number' || value < 1 || value === shown.features[feature].value) return;
        setDraft(
          withCorrection(draft, axesCorrection(finding.id, resizeAxis(axes, which, value, spacingOf(geometry)))),
        );
      }}
    />
  );
}

function PlaceField({ finding, feature }: { finding: Finding; feature: 'side' | 'lobe' }): ReactElement {
  const t = useTranslations('findings');
  const { draft, setDraft } = useDesk();
  const { id: findingId, features } = finding;
  const others = withoutCorrection(withoutCorrection(draft, findingId, 'side'), findingId, 'lobe');
  const chosen =
    feature === 'side' ? correctionOf(draft, findingId, 'side')?.side : correctionOf(draft, findingId, 'lobe')?.lobe;
  const options = feature === 'side' ? Side.options : Lobe.options;
  return (
    <Select
      size="xs"
      w={132}
      aria-label={t(`feature.${feature}`)}
      allowDeselect={false}
      value={chosen ?? features[feature].value}
      data={options.map((value) => ({ value, label: t(`words.${feature}.${value}`) }))}
      onChange={(value) => {
        if (!value) return;
        if (value === features[feature].value) return setDraft(others);
        const reason = '';
        setDraft([
          ...others,
          feature === 'side'
            ? { change: 'side', findingId, side: Side.parse(value), reason }
            : { change: 'lobe', findingId, lobe: Lobe.parse(value), reason },
        ]);
      }}
    />
  );
}

function TypeField({ finding }: { finding: Finding }): ReactElement {
  const t = useTranslations('findings');
  const { draft, setDraft } = useDesk();
  const { id: findingId, features } = finding;
  const wanted = correctionOf(draft, findingId, 'type');
  const type = wanted?.type ?? features.type.value;
  const part =
    wanted?.solidDiameterMm ?? (features.type.value === 'part-solid' ? features.solidDiameterMm.value : null);
  const set = (next: NoduleType, solid: number | null) =>
    setDraft(
      withCorrection(draft, {
        change: 'type',
        findingId,
        type: next,
        solidDiameterMm: next === 'part-solid' ? solid : null,
        reason: '',
      }),
    );
  return (
    <span className={css.fields}>
      <Select
        size="xs"
        w={112}
        aria-label={t('feature.type')}
        allowDeselect={false}
        value={type}
        data={NoduleType.options.map((value) => ({ value, label: t(`words.type.${value}`) }))}
        onChange={(value) => value && set(NoduleType.parse(value), part ?? halfOf(finding))}
      />
      {type === 'part-solid' && (
        <NumberInput
          size="xs"
          w={96}
          aria-label={t('feature.solidDiameterMm')}
          suffix=" mm"
          min={0.5}
          max={200}
          step={0.1}
          decimalScale={1}
          value={part ?? ''}
          onChange={(value) => typeof value === 'number' && value > 0 && value !== part && set('part-solid', value)}
        />
      )}
    </span>
  );
}

/** A first guess at the solid part's size, for the physician to put right. */
const halfOf = ({ features }: Finding): number => Math.round(features.meanDiameterMm.value * 5) / 10;
