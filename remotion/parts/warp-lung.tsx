import type { ReactElement } from 'react';
import type { WarpLung as Warp } from '#domain/film/warp';

/** The lungs as vertical lines; `grown` (0..1 per line) lets each grow from its middle. */
export function WarpLung(props: { warp: Warp; colour: string; grown?: readonly number[] }): ReactElement {
  return (
    <g stroke={props.colour} strokeWidth={3} strokeLinecap="round">
      {props.warp.lines.map((line, i) => {
        const grown = props.grown?.[i] ?? 1;
        if (grown === 0) return null;
        const middle = (line.top + line.bottom) / 2;
        const half = ((line.bottom - line.top) / 2) * grown;
        return <line key={`${line.x} ${line.top}`} x1={line.x} y1={middle - half} x2={line.x} y2={middle + half} />;
      })}
    </g>
  );
}
