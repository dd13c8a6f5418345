import type { ReactElement } from 'react';
import type { Knot } from '../state/knots.ts';
import css from './knot.module.css';

/** A stage on the thread: circle for the machine, diamond for a person; filled, ringed, cut or open. */
export function KnotMark({ knot, x, y, r }: { knot: Knot; x: number; y: number; r: number }): ReactElement {
  const { state, person, fraction } = knot;
  const shape = person ? (
    <path d={`M${x} ${y - r * 1.2}L${x + r * 1.2} ${y}L${x} ${y + r * 1.2}L${x - r * 1.2} ${y}Z`} />
  ) : (
    <circle cx={x} cy={y} r={r} />
  );
  const turn = 2 * Math.PI * r;
  const small = r < 6;
  return (
    <g className={css[state]} strokeWidth={small ? 1.4 : 1.6}>
      {shape}
      {state === 'running' && !person && (
        <>
          <circle
            className={css.arc}
            cx={x}
            cy={y}
            r={r}
            strokeWidth={small ? 2 : 2.6}
            strokeDasharray={`${turn * Math.max(0.04, fraction)} ${turn}`}
            transform={`rotate(-90 ${x} ${y})`}
          />
          {!small && <circle className={css.dot} cx={x} cy={y} r={r * 0.42} />}
        </>
      )}
      {!small && state === 'done' && <path className={css.sign} d={`M${x - 3} ${y + 0.3}l2.2 2.2 4-4.6`} />}
      {!small && (state === 'failed' || state === 'stopped') && (
        <path className={css.sign} d={`M${x - 2.4} ${y - 2.4}l4.8 4.8M${x + 2.4} ${y - 2.4}l-4.8 4.8`} />
      )}
    </g>
  );
}
