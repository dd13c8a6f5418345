'use client';
import { Autocomplete, Radio, SegmentedControl, TextInput } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Choices } from '#domain/choices';
import type { Language } from '#domain/script';
import { useSpan } from './amounts.ts';
import css from './order.module.css';
import { StepHead } from './step-head.tsx';
import { TemplatePicture } from './template-picture.tsx';
import { TITLE_LONGEST, type Wishes } from './use-order.ts';

interface Props {
  readonly choices: Choices;
  readonly wishes: Wishes;
  readonly department: string | null;
  wish(change: Partial<Wishes>): void;
}

/** Step 2: which series it belongs to, what it is called, which template. */
export function FilmForm(props: Props): ReactElement {
  const { choices, wishes, wish, department } = props;
  const t = useTranslations('order');
  const mine = choices.filmSeries.filter(({ departmentId }) => department === null || departmentId === department);
  const name = wishes.filmSeries.trim();
  const number = mine.find((series) => series.name === name)?.nextEpisode ?? 1;
  const length = [...wishes.title.trim()].length;
  const aspects = choices.templates.find(({ ref }) => ref === wishes.template)?.aspects ?? [];
  return (
    <section aria-labelledby="order-film">
      <StepHead number={2} id="order-film" title={t('film')} hint={t('filmHint')} />
      <div className={css.fields}>
        <Autocomplete
          label={t('filmSeries')}
          placeholder={t('filmSeriesHint')}
          data={[...new Set(mine.map((series) => series.name))]}
          value={wishes.filmSeries}
          onChange={(filmSeries) => wish({ filmSeries })}
          maxLength={40}
          rightSection={name ? <span className={css.inField}>{t('episode', { number })}</span> : null}
          rightSectionWidth={88}
          rightSectionPointerEvents="none"
        />
        <TextInput
          label={t('filmTitle')}
          placeholder={t('filmTitleHint')}
          value={wishes.title}
          onChange={(event) => wish({ title: event.currentTarget.value })}
          error={length > TITLE_LONGEST ? t('missing.title') : null}
          maxLength={40}
          rightSection={<span className={css.inField}>{t('count', { count: length })}</span>}
          rightSectionWidth={84}
          rightSectionPointerEvents="none"
        />
      </div>
      <Radio.Group
        aria-label={t('template')}
        value={wishes.template}
        onChange={(template) => wish({ template, aspect: null })}
        className={css.cards}
      >
        {choices.templates.map((template) => (
          <TemplateCard key={template.ref} template={template} chosen={template.ref === wishes.template} />
        ))}
      </Radio.Group>
      {aspects.length > 1 && (
        <SegmentedControl
          aria-label={t('aspect')}
          className={css.aspects}
          size="xs"
          data={aspects.map((value) => ({ value, label: `${t(`aspects.${value}`)} ${value}` }))}
          value={wishes.aspect ?? aspects[0]!}
          onChange={(aspect) => wish({ aspect: aspect as Wishes['aspect'] })}
        />
      )}
    </section>
  );
}

function TemplateCard(props: { template: Choices['templates'][number]; chosen: boolean }): ReactElement {
  const { ref, name, scenes, seconds, mark, filmGate } = props.template;
  const t = useTranslations('order');
  const locale = useLocale() as Language;
  const span = useSpan();
  return (
    <Radio.Card value={ref} className={css.card} data-chosen={props.chosen || undefined}>
      <TemplatePicture mark={mark} />
      <span className={css.cardName}>
        {name[locale]}
        {props.chosen && <IconCircleCheckFilled size={16} color="var(--accent)" aria-hidden />}
      </span>
      <span className={css.dim}>
        {t('scenes', { count: scenes })}　{t('about', { time: span(seconds) })}
      </span>
      <span className={css.dim}>{t(`gate.${filmGate}`)}</span>
    </Radio.Card>
  );
}
