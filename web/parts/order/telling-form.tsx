'use client';
import { ActionIcon, Radio, Select } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Choices } from '#domain/choices';
import type { Language } from '#domain/script';
import type { UploadReport } from '#domain/upload';
import css from './order.module.css';
import { StepHead } from './step-head.tsx';
import type { Wishes } from './use-order.ts';

interface Props {
  readonly choices: Choices;
  readonly wishes: Wishes;
  readonly report: UploadReport | null;
  wish(change: Partial<Wishes>): void;
}

const PURPOSES = ['unknown', 'screening-baseline', 'screening-follow-up', 'diagnostic'] as const;

/** Step 3: who speaks, to whom, in which language, under which brand. */
export function TellingForm({ choices, wishes, wish, report }: Props): ReactElement {
  const t = useTranslations('order');
  const locale = useLocale() as Language;
  const known = report?.deidentification?.kept.some(({ name }) => name === 'purpose') ?? false;
  const fixed = choices.templates.find(({ ref }) => ref === wishes.template)?.audience ?? null;
  const audience = fixed ?? wishes.audience;
  const pick = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <section aria-labelledby="order-telling">
      <StepHead number={3} id="order-telling" title={t('telling')} hint={t('tellingHint')} />
      <Voices choices={choices} wishes={wishes} wish={wish} />
      <div className={css.fields}>
        <Select
          label={t('audience')}
          description={t(`audienceNote.${audience}`)}
          inputWrapperOrder={['label', 'input', 'description']}
          data={pick(choices.audiences, (one) => t(`audiences.${one}`))}
          value={audience}
          disabled={fixed !== null}
          onChange={(chosen) => chosen && wish({ audience: chosen as Wishes['audience'] })}
          allowDeselect={false}
        />
        <Select
          label={t('language')}
          data={pick(choices.languages, (one) => t(`languages.${one}`))}
          value={wishes.language}
          onChange={(language) => language && wish({ language: language as Language })}
          allowDeselect={false}
        />
        <Select
          label={t('brand')}
          data={choices.brands.map(({ ref, name, department }) => ({
            value: ref,
            label: `${name[locale]} ${department[locale]}`,
          }))}
          value={wishes.brand}
          onChange={(brand) => brand && wish({ brand })}
          allowDeselect={false}
        />
        {!known && (
          <Select
            label={t('purpose')}
            data={pick(PURPOSES, (one) => t(`purposes.${one}`))}
            value={wishes.purpose}
            onChange={(purpose) => purpose && wish({ purpose: purpose as Wishes['purpose'] })}
            allowDeselect={false}
          />
        )}
      </div>
    </section>
  );
}

function Voices({ choices, wishes, wish }: Omit<Props, 'report'>): ReactElement {
  const t = useTranslations('order');
  const locale = useLocale() as Language;
  const sound = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  useEffect(() => () => sound.current?.pause(), []);
  const play = (speaker: string) => {
    sound.current?.pause();
    if (playing === speaker) return setPlaying(null);
    const audio = new Audio(`/api/choices/voices/${speaker}?lang=${wishes.language}`);
    sound.current = audio;
    audio.onended = () => setPlaying(null);
    audio.onerror = () => setPlaying(null);
    setPlaying(speaker);
    audio.play().catch(() => setPlaying(null));
  };
  return (
    <Radio.Group
      aria-label={t('voice')}
      value={wishes.speaker}
      onChange={(speaker) => wish({ speaker: speaker as Wishes['speaker'] })}
      className={css.voices}
    >
      {choices.speakers.map(({ id, name, tier }) => (
        <div key={id} className={css.voice}>
          <ActionIcon
            variant="light"
            radius={999}
            size={32}
            aria-label={playing === id ? t('stop') : t('play', { name: name[locale] })}
            onClick={() => play(id)}
          >
            {playing === id ? <IconPlayerStopFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
          </ActionIcon>
          <Radio.Card value={id} className={css.voiceCard} data-chosen={wishes.speaker === id || undefined}>
            <span className={css.cardName}>{name[locale]}</span>
            <span className={css.dim}>{t(`tier.${tier}`)}</span>
          </Radio.Card>
        </div>
      ))}
    </Radio.Group>
  );
}
