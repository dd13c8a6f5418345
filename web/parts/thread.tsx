import type { ReactElement } from 'react';
import type { Stage } from '#domain/progress';
import type { Knot } from '../state/knots.ts';
import type { Words } from '../words/words.ts';
import { KnotMark } from './knot.tsx';
import css from './thread.module.css';

const TIGHT = 'M0 11 Q50 11 100 11';
const SLACK = 'M0 11 Q50 19 100 11';
/** The thread to a stage that failed ends short of it, frayed. */
const CUT = 'M0 11 H66';
const FRAY = 'M66 11l9 -4M66 11l9 4';

const pullOf = (knot: Knot): { d: string; name: string } => {
  if (knot.state === 'todo') return { d: SLACK, name: '' };
  return knot.state === 'failed' || knot.state === 'stopped' ? { d: CUT, name: 'cut' } : { d: TIGHT, name: 'tight' };
};

/** The thread of a production at page size: a list of its stages with who does each and how long it took. */
export function Thread(props: {
  knots: readonly Knot[];
  /** What stands above a knot, below its name; by stage. */
  times: Partial<Record<Stage, string>>;
  details: Partial<Record<Stage, string>>;
  words: Words;
}): ReactElement {
  const { knots, times, details, words } = props;
  return (
    <ol className={css.thread} aria-label={words.page.thread}>
      {knots.map((knot, index) => {
        const pull = pullOf(knot);
        const broken = knot.state === 'failed' || knot.state === 'stopped';
        const current = knot.state === 'running' || knot.state === 'waiting' || broken;
        return (
          <li
            key={knot.stage}
            className={`${css.stage} ${css[knot.state] ?? ''} ${broken ? css.afterCut : ''}`}
            aria-current={current ? 'step' : undefined}
          >
            <span className={css.time}>{times[knot.stage]}</span>
            {index > 0 && (
              <svg
                className={`${css.pull} ${css[pull.name] ?? ''}`}
                viewBox="0 0 100 22"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <path d={pull.d} />
                {broken && <path className={css.fray} d={FRAY} />}
              </svg>
            )}
            <svg className={css.knot} viewBox="0 0 22 22" aria-hidden="true">
              <KnotMark knot={knot} x={11} y={11} r={7} />
            </svg>
            <span className={css.name}>{words.stages[knot.stage]}</span>
            <span className="said">{words.knot[knot.state]}</span>
            <span className={css.detail}>{details[knot.stage]}</span>
          </li>
        );
      })}
    </ol>
  );
}

const STEP = 19;

/** The same thread at the size of a row; one sentence for readers of the screen. */
export function RowThread({ knots, words }: { knots: readonly Knot[]; words: Words }): ReactElement {
  const at = Math.max(
    0,
    knots.findIndex((knot) => knot.state !== 'done'),
  );
  const all = knots.every((knot) => knot.state === 'done');
  const here = knots[all ? knots.length - 1 : at] as Knot;
  const label = words.stageOf(words.stages[here.stage], knots.indexOf(here) + 1, knots.length, words.knot[here.state]);
  const width = STEP * (knots.length - 1) + 16;
  return (
    <svg width={width} height="20" viewBox={`0 0 ${width} 20`} role="img" aria-label={label}>
      {knots.slice(1).map((knot, index) => {
        const x = 8 + STEP * index;
        const loose = knot.state === 'todo' || knot.state === 'failed' || knot.state === 'stopped';
        return (
          <path
            key={knot.stage}
            className={loose ? css.rowSlack : css.rowTight}
            d={loose ? `M${x} 10q${STEP / 2} 5 ${STEP} 0` : `M${x} 10h${STEP}`}
          />
        );
      })}
      {knots.map((knot, index) => (
        <KnotMark key={knot.stage} knot={knot} x={8 + STEP * index} y={10} r={3.6} />
      ))}
    </svg>
  );
}
