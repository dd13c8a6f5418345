import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Stage } from '#domain/progress';
import type { Knot } from '../state/knots.ts';
import { KnotMark } from './knot.tsx';
import css from './thread.module.css';

const TIGHT = 'M0 11 Q50 11 100 11';
const SLACK = 'M0 11 Q50 19 100 11';
/** The thread to a stage that failed ends short of it, frayed. */
const CUT = 'M0 11 H66';
const FRAY = 'M66 11l9 -4M66 11l9 4';

const pullOf = (knot: Knot): { d: string; name: string } => {
  if (knot.state === 'todo') return { d: SLACK, name: '' };
  return knot.state === 'failed' ? { d: CUT, name: 'cut' } : { d: TIGHT, name: 'tight' };
};

/** What stands with a knot: above it a time, below its name who and how long. */
export interface KnotNote {
  readonly time?: string;
  readonly who?: string;
  readonly how?: string;
}

/** The thread of a production at page size: a list of its stages with who does each and how long it took. */
export function Thread(props: { knots: readonly Knot[]; notes: Partial<Record<Stage, KnotNote>> }): ReactElement {
  const t = useTranslations('common');
  return (
    <ol className={css.thread} aria-label={t('thread')}>
      {props.knots.map((knot, index) => {
        const pull = pullOf(knot);
        const note = props.notes[knot.stage] ?? {};
        const current = knot.state !== 'done' && knot.state !== 'todo';
        return (
          <li
            key={knot.stage}
            className={`${css.stage} ${css[knot.state] ?? ''}`}
            aria-current={current ? 'step' : undefined}
          >
            <span className={css.time}>{note.time}</span>
            {index > 0 && (
              <svg
                className={`${css.pull} ${css[pull.name] ?? ''}`}
                viewBox="0 0 100 22"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <path d={pull.d} />
                {knot.state === 'failed' && <path className={css.fray} d={FRAY} />}
              </svg>
            )}
            <svg className={css.knot} viewBox="0 0 22 22" aria-hidden="true">
              <KnotMark knot={knot} x={11} y={11} r={7} />
            </svg>
            <span className={css.name}>{t(`stages.${knot.stage}`)}</span>
            <span className="said">{t(`knot.${knot.state}`)}</span>
            <span className={css.who}>{note.who}</span>
            <span className={css.how}>{note.how}</span>
          </li>
        );
      })}
    </ol>
  );
}

const STEP = 16;

/** The same thread at the size of a row; one sentence for readers of the screen. */
export function RowThread({ knots }: { knots: readonly Knot[] }): ReactElement {
  const t = useTranslations('common');
  const at = knots.findIndex((knot) => knot.state !== 'done');
  const here = knots.at(at) as Knot;
  const label = t('stageOf', {
    stage: t(`stages.${here.stage}`),
    at: knots.indexOf(here) + 1,
    of: knots.length,
    state: t(`knot.${here.state}`),
  });
  const width = STEP * (knots.length - 1) + 16;
  return (
    <svg width={width} height="20" viewBox={`0 0 ${width} 20`} role="img" aria-label={label} className={css.row}>
      {knots.slice(1).map((knot, index) => {
        const x = 8 + STEP * index;
        const loose = knot.state === 'todo' || knot.state === 'failed';
        return (
          <path
            key={knot.stage}
            className={loose ? css.rowSlack : css.rowTight}
            d={loose ? `M${x} 10q${STEP / 2} 8 ${STEP} 0` : `M${x} 10h${STEP}`}
          />
        );
      })}
      {knots.map((knot, index) => (
        <KnotMark key={knot.stage} knot={knot} x={8 + STEP * index} y={10} r={3.6} />
      ))}
    </svg>
  );
}

/** On phones: the stage before, this one, the next. */
export function PhoneThread(props: { knots: readonly Knot[]; notes: Partial<Record<Stage, KnotNote>> }): ReactElement {
  const found = props.knots.findIndex((knot) => knot.state !== 'done');
  const at = found < 0 ? props.knots.length - 1 : found;
  const from = Math.max(0, Math.min(at - 1, props.knots.length - 3));
  return <Thread knots={props.knots.slice(from, from + 3)} notes={props.notes} />;
}
