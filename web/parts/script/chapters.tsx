'use client';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { SCRIPT_LIMITS, textLength } from '#domain/check-script';
import { sentencesOf } from '#domain/edit-script';
import { clock } from '../../state/clock.ts';
import { Keys } from '../keys.tsx';
import css from './chapters.module.css';
import { useDesk } from './desk-context.ts';
import { type CheckKind, kindOf } from './use-checks.ts';

/** Chapters with their seconds and marks, what is checked before sending, and the keys. */
export function Chapters(): ReactElement {
  const t = useTranslations('script');
  const { draft, film, here, go, checks, mayEdit } = useDesk();
  const { timeline } = film;
  return (
    <aside className={css.side} aria-label={t('chapters')}>
      <h2 className={css.head}>{t('chapters')}</h2>
      <ol className={css.chapters}>
        {draft.script.chapters.map((chapter, i) => {
          const marks = chapter.sentences
            .flatMap(({ id }) => checks.of.get(id)?.remarks ?? [])
            .map(({ issue }) => issue);
          const worst = marks.some((issue) => issue.code !== 'WORDING_NOTE') ? 'bad' : marks.length > 0 ? 'warn' : null;
          const from = timeline?.chapters[i]?.startFrame ?? 0;
          const to = timeline?.chapters[i + 1]?.startFrame ?? timeline?.durationInFrames ?? 0;
          const first = chapter.sentences.find((item) => item.scene !== 'chapter') ?? chapter.sentences[0]!;
          return (
            <li key={chapter.id}>
              <button
                type="button"
                className={css.chapter}
                aria-current={chapter.sentences.some((item) => item.id === here) ? 'true' : undefined}
                onClick={() => go(first.id)}
              >
                <span className={css.title}>{chapter.title}</span>
                {worst && (
                  <span className={css.mark} data-tone={worst}>
                    <span className="said">{t('marks', { count: marks.length })}</span>
                  </span>
                )}
                {timeline && <span className={css.time}>{clock((to - from) / timeline.fps)}</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <Before />
      {mayEdit && (
        <dl className={css.keys}>
          <Key keys={['Alt', '↑', '↓']} text={t('keys.move')} />
          <Key keys={['Alt', 'Enter']} text={t('keys.listen')} />
          <Key keys={['@']} text={t('keys.insert')} />
        </dl>
      )}
    </aside>
  );
}

function Key({ keys, text }: { keys: readonly string[]; text: string }): ReactElement {
  return (
    <div className={css.key}>
      <dt>
        <Keys keys={keys} />
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

/** What stands between the draft and the physician. */
function Before(): ReactElement {
  const t = useTranslations('script');
  const { draft, film, checks, go } = useDesk();
  const sentences = sentencesOf(draft.script);
  const issues = sentences.flatMap(({ id }) => checks.of.get(id)?.remarks.map((remark) => remark.issue) ?? []);
  const of = (kind: CheckKind) => [...issues, ...checks.whole].filter((issue) => kindOf(issue) === kind);
  const read = sentences.reduce((sum, item) => sum + item.pronunciations.length, 0);
  const readings = issues.filter((issue) => issue.code === 'READING');
  const form = of('form').filter((issue) => issue.code !== 'READING');
  const { language } = draft.script;
  const length = sentences.reduce((sum, item) => sum + textLength(item.text, language), 0);
  const limit = SCRIPT_LIMITS[language].script;
  const total = film.timeline ? clock(film.timeline.durationInFrames / film.timeline.fps) : '–';
  const show = (kind: CheckKind) => {
    const first = of(kind)[0]?.sentenceId;
    if (first) go(first);
  };
  return (
    <section className={css.before} aria-label={t('before.title')}>
      <h2 className={css.head}>{t('before.title')}</h2>
      <ul>
        <Check
          tone="bad"
          count={of('facts').length}
          text={t('before.facts')}
          said={t('before.conflicts', { count: of('facts').length })}
          onShow={() => show('facts')}
        />
        <Check
          tone="warn"
          count={of('law').length}
          text={t('before.law')}
          said={t('before.places', { count: of('law').length })}
          kept={draft.script.kept.length > 0 ? t('before.kept', { count: draft.script.kept.length }) : undefined}
          onShow={() => show('law')}
        />
        <Check
          tone="bad"
          count={readings.length}
          text={t('before.readings')}
          said={t('before.places', { count: readings.length })}
          kept={read > 0 ? t('before.own', { count: read }) : t('before.lexicon')}
          onShow={() => show('form')}
        />
        <Check
          tone="bad"
          count={form.length}
          text={t('before.form')}
          said={t('before.places', { count: form.length })}
          onShow={() => show('form')}
        />
        <Check
          tone="bad"
          count={length > limit ? 1 : 0}
          text={t('before.length')}
          said={`${length} / ${limit}`}
          kept={`${length} / ${limit}`}
        />
        <Check tone="bad" count={0} text={t('before.time')} said="" kept={total} />
      </ul>
      {checks.whole.length > 0 && (
        <ul className={css.whole}>
          {checks.whole.map((issue) => (
            <li key={`${issue.code}${issue.text}`}>{issue.message}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Check(props: {
  tone: 'bad' | 'warn';
  count: number;
  text: string;
  said: string;
  kept?: string | undefined;
  onShow?: () => void;
}): ReactElement {
  const t = useTranslations('script.before');
  const open = props.count > 0;
  const inside = (
    <>
      {open ? (
        <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
      ) : (
        <IconCheck size={15} stroke={1.75} aria-hidden />
      )}
      <span className={css.checkText}>{props.text}</span>
      <span className={css.result}>{open ? props.said : (props.kept ?? t('fine'))}</span>
    </>
  );
  return (
    <li data-tone={open ? props.tone : 'ok'} className={css.check}>
      {open && props.onShow ? (
        <button type="button" onClick={props.onShow}>
          {inside}
        </button>
      ) : (
        <div>{inside}</div>
      )}
    </li>
  );
}
