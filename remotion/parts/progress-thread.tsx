import type { ReactElement } from 'react';
import type { SceneBase } from '#domain/film/base';
import { gridOf } from '#domain/film/grid';
import { STROKE, themeOf } from '../theme.ts';
import { Weave } from './weave.tsx';

/** The thread that runs through the film: played part, head, and a weave at every chapter (film-style §5). */
export function ProgressThread(props: { base: SceneBase; head: number }): ReactElement {
  const { brand, thread, width } = props.base;
  const theme = themeOf(brand);
  const y = gridOf(props.base).thread;
  const head = props.head * width;
  return (
    <g>
      <line x1={0} y1={y} x2={width} y2={y} stroke={theme.line} strokeWidth={STROKE.leader} />
      <line x1={0} y1={y} x2={head} y2={y} stroke={theme.accent} strokeWidth={STROKE.thread} />
      {thread.marks.map((mark) => (
        <Weave
          key={mark}
          x={mark * width}
          y={y}
          ticks={3}
          pitch={12}
          height={28}
          colour={mark <= props.head ? theme.paper : theme.line}
          field={theme.ink}
        />
      ))}
      <circle cx={head} cy={y} r={8} fill={theme.accent} stroke={theme.ink} strokeWidth={3} />
    </g>
  );
}
