import type { ReactElement } from 'react';
import { STROKE } from '../theme.ts';

/** The thread along a path, drawn from its start to `drawn` (0..1) or, with `from`, only from there. `casing` keeps it apart from an image. */
export function Thread(props: {
  d: string;
  drawn: number;
  from?: number;
  colour: string;
  width?: number;
  casing?: string;
}): ReactElement | null {
  const from = props.from ?? 0;
  const length = props.drawn - from;
  if (length <= 0) return null;
  const width = props.width ?? STROKE.thread;
  const whole = from === 0 && props.drawn === 1;
  const shared = {
    d: props.d,
    fill: 'none',
    strokeLinecap: 'round' as const,
    strokeLinejoin: 'round' as const,
    ...(whole ? {} : { pathLength: 1, strokeDasharray: `0 ${from} ${length} 2` }),
  };
  return (
    <>
      {props.casing ? <path {...shared} stroke={props.casing} strokeWidth={width + 7} /> : null}
      <path {...shared} stroke={props.colour} strokeWidth={width} />
    </>
  );
}
