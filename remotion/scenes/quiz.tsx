import type { ReactElement } from 'react';
import { gridOf } from '#domain/film/grid';
import type { QuizProps, QuizState } from '#domain/film/quiz';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { themeOf } from '../theme.ts';

export function Quiz({ props, state }: { props: QuizProps; state: QuizState }): ReactElement {
  const grid = gridOf(props);
  return (
    <Stage width={props.width} height={props.height}>
      <Line
        x={grid.left}
        y={grid.stage.top + 90}
        type="question"
        brand={props.brand}
        fill={themeOf(props.brand).paper}
        {...state.title}
      >
        {props.title}
      </Line>
    </Stage>
  );
}
