'use client';
import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement, ReactNode } from 'react';
import { textLength } from '#domain/check-script';
import {
  editSentence,
  joinWithNext,
  mapSentences,
  type SentenceEdit,
  sentencesOf,
  splitSentence,
} from '#domain/edit-script';
import { isEstimate } from '#domain/estimate-speech';
import type { Sentence } from '#domain/script';
import { Problem } from '../problem.tsx';
import { AddReading } from './add-reading.tsx';
import { useDesk } from './desk-context.ts';
import css from './preview-side.module.css';

/** Everything of one sentence beside its words: picture, stress, readings, pause, pace, what a change costs. */
export function SentenceFacts(): ReactElement | null {
  const t = useTranslations('script.facts');
  const s = useTranslations('script');
  const { draft, film, here, mayEdit, listening } = useDesk();
  const sentences = sentencesOf(draft.script);
  const sentence = sentences.find((item) => item.id === here);
  if (!sentence) return null;
  const number = sentences.indexOf(sentence) + 1;
  const take = film.takes.get(sentence.id);
  const scene = film.timeline?.scenes.find((item) => item.sentences.some((one) => one.id === here));
  const edit = (change: Omit<SentenceEdit, 'id'>) =>
    draft.change((script) =>
      mapSentences(script, (item) => (item.id === sentence.id ? editSentence(item, change) : item)),
    );
  const { language } = draft.script;
  const pace = take ? textLength(sentence.text, language) / (take.durationMs / 1000) : 0;
  const hearing = listening.sentence === sentence.id;
  return (
    <section className={css.block} aria-label={s('sentenceN', { number })}>
      <h3>{s('sentenceN', { number })}</h3>
      <dl className={css.facts}>
        <Fact name={t('picture')}>
          {scene && film.timeline
            ? `${s('sceneN', { number: film.timeline.scenes.indexOf(scene) + 1 })} ${s(`kinds.${scene.kind}`)}${sentence.cue ? t('cue') : ''}`
            : '–'}
        </Fact>
        <Fact name={t('speaker')}>
          <SegmentedControl
            size="xs"
            disabled={!mayEdit}
            value={sentence.speaker}
            onChange={(speaker) => edit({ speaker: speaker as Sentence['speaker'] })}
            data={[
              { value: 'doctor', label: t('doctor') },
              { value: 'narrator', label: t('narrator') },
            ]}
            aria-label={t('speaker')}
          />
        </Fact>
        <Fact name={t('emphasis')}>
          <Emphasis sentence={sentence} onChange={(emphasis) => edit({ emphasis })} />
        </Fact>
        <Fact name={t('reading')}>
          <AddReading key={sentence.id} sentence={sentence} onChange={(pronunciations) => edit({ pronunciations })} />
        </Fact>
        <Fact name={t('pause')}>
          <NumberInput
            className={css.pause}
            size="xs"
            value={sentence.pauseAfterMs / 1000}
            onChange={(value) =>
              edit({ pauseAfterMs: Math.round(Math.min(3, Math.max(0, Number(value) || 0)) * 1000) })
            }
            min={0}
            max={3}
            step={0.1}
            decimalScale={1}
            suffix={t('secondsShort')}
            disabled={!mayEdit}
            aria-label={t('pause')}
          />
        </Fact>
        <Fact name={t('pace')}>
          {take
            ? t(isEstimate(take) ? 'paceAbout' : 'paceTrue', {
                pace: pace.toFixed(1),
                seconds: (take.durationMs / 1000).toFixed(1),
              })
            : '–'}
        </Fact>
        <Fact name={t('cost')}>
          {film.cost
            ? t(film.cost.spoken.length + film.cost.drawn.length === 0 ? 'costNone' : 'costIs', {
                spoken: film.cost.spoken.length,
                drawn: film.cost.drawn.length,
                reused: film.cost.reused,
              })
            : '–'}
        </Fact>
      </dl>
      <div className={css.buttons}>
        <Button
          variant="default"
          leftSection={hearing ? <IconPlayerStopFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
          onClick={() => listening.toggle(sentence.id)}
        >
          {t(hearing ? 'stop' : 'listen')}
        </Button>
        {mayEdit && <Cuts sentence={sentence} />}
      </div>
      <Problem error={listening.error} />
    </section>
  );
}

function Fact(props: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Stressed words; the first one is underlined in the subtitle. What is selected in the sentence can be added. */
function Emphasis({ sentence, onChange }: { sentence: Sentence; onChange(words: string[]): void }): ReactElement {
  const t = useTranslations('script.facts');
  const { mayEdit, caret } = useDesk();
  const selected = sentence.text.slice(caret.start, caret.end).trim();
  return (
    <span className={css.words}>
      {sentence.emphasis.map((word) => (
        <span key={word} className={css.word}>
          {word}
          {mayEdit && (
            <button
              type="button"
              aria-label={t('unstress', { word })}
              onClick={() => onChange(sentence.emphasis.filter((item) => item !== word))}
            >
              <IconX size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {mayEdit && (
        <button
          type="button"
          className={css.more}
          disabled={!selected || sentence.emphasis.includes(selected)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange([...sentence.emphasis, selected])}
        >
          {selected ? t('stress', { word: selected }) : t('select')}
        </button>
      )}
      {!mayEdit && sentence.emphasis.length === 0 && '–'}
    </span>
  );
}

/** One sentence made two at the caret, or two made one. */
function Cuts({ sentence }: { sentence: Sentence }): ReactElement {
  const t = useTranslations('script.facts');
  const { draft, caret } = useDesk();
  const split = splitSentence(draft.script, sentence.id, caret.start);
  const joined = joinWithNext(draft.script, sentence.id);
  return (
    <>
      <Button
        variant="default"
        disabled={!split}
        title={split ? undefined : t('splitHow')}
        onClick={() => split && draft.change(() => split)}
      >
        {t('split')}
      </Button>
      <Button
        variant="default"
        disabled={!joined}
        title={joined ? undefined : t('joinHow')}
        onClick={() => joined && draft.change(() => joined)}
      >
        {t('join')}
      </Button>
    </>
  );
}
