'use client';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { handOf } from '#domain/correction/by-hand';
import type { Features, Finding } from '#domain/finding';
import { useDesk } from '../desk.tsx';
import { DOUBTFUL, stateOf } from '../draft.ts';
import { Editor } from './editors.tsx';
import css from './panel.module.css';
import { Source } from './source.tsx';
import { isEditable, shownFeature, shownValue } from './values.ts';

/** One feature: name, value (its source one click away), certainty, whether it was looked at; a pencil where it may be set. */
export function FeatureRow({ finding, feature }: { finding: Finding; feature: keyof Features }): ReactElement {
  const t = useTranslations('findings');
  const desk = useDesk();
  const [editing, setEditing] = useState(false);
  const measured = finding.features[feature];
  const change = desk.foreseen?.fields.find((item) => item.findingId === finding.id && item.field === feature);
  const value = shownFeature(t, finding.features, feature);
  const editable = desk.mayCorrect && isEditable(feature);
  if (editing && editable && isEditable(feature))
    return <Editor finding={finding} feature={feature} onDone={() => setEditing(false)} />;
  return (
    <div className={css.row} data-feature={feature}>
      <span className={css.name}>{t(`feature.${feature}`)}</span>
      <Source finding={finding} feature={feature}>
        <UnstyledButton className={css.value} title={t('source.show')}>
          {change ? (
            <>
              <ins>{shownValue(t, feature, change.unit, change.after)}</ins> <del>{value}</del>
            </>
          ) : (
            value
          )}
        </UnstyledButton>
      </Source>
      <Certainty value={measured.certainty} />
      <RowState finding={finding} feature={feature} changed={change !== undefined} />
      {editable ? (
        <ActionIcon
          variant="subtle"
          size={24}
          className={css.pencil}
          aria-label={t('correct', { what: t(`feature.${feature}`) })}
          onClick={() => setEditing(true)}
        >
          <IconPencil size={15} stroke={1.6} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </div>
  );
}

function Certainty({ value }: { value: number | null }): ReactElement {
  if (value === null) return <span className={css.certainty} />;
  return (
    <span className={css.certainty}>
      <span className={css.track} aria-hidden>
        <span data-low={value < DOUBTFUL || undefined} style={{ width: `${value * 100}%` }} />
      </span>
      {value.toFixed(2)}
    </span>
  );
}

function RowState(props: { finding: Finding; feature: keyof Features; changed: boolean }): ReactElement {
  const t = useTranslations('findings');
  const { view } = useDesk();
  const { source, certainty } = props.finding.features[props.feature];
  if (props.changed || handOf(source)) return <span className={css.corrected}>{t('state.corrected')}</span>;
  if (stateOf(view, props.finding) === 'confirmed')
    return (
      <span className={css.confirmed}>
        <IconCheck size={14} aria-hidden />
        {t('state.confirmed')}
      </span>
    );
  if (certainty !== null && certainty < DOUBTFUL) return <span className={css.doubt}>{t('state.doubtful')}</span>;
  return <span className={css.soft}>{t('state.open')}</span>;
}
