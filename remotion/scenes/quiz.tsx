import type { ReactElement } from 'react';
import { mix } from '#domain/colour';
import { NOTE, type QuizProps, type QuizState, quizDim } from '#domain/film/quiz';
import { optionRow, quizLayout } from '#domain/film/quiz-layout';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { markHole } from '../parts/lesion-mark.tsx';
import { ScaleBar, ScaleChip } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

const RING = 10;
const CORNER = 40;

interface Part {
  readonly props: QuizProps;
  readonly state: QuizState;
  readonly theme: Theme;
}

/** The slice or crop that is asked about; with the answer, all but the finding is dimmed and the thread closes round it. */
function Picture({ props, state, theme }: Part): ReactElement | null {
  const { picture, brand } = props;
  if (!picture || state.image === 0) return null;
  const { place, view, mark } = picture;
  const { sides, foot } = quizLayout(props);
  const hole = mark ? markHole(mark, view) : '';
  const dim = quizDim(props, state);
  const opacity = state.image === 1 ? undefined : state.image;
  return (
    <div style={{ position: 'absolute', inset: 0, opacity }}>
      <Clip rect={place}>
        <CtImage picture={picture.picture} view={view} />
        <Stage width={props.width} height={props.height}>
          {dim > 0 ? (
            <path
              d={`M0 0H${props.width}V${props.height}H0Z${hole}`}
              fillRule="evenodd"
              fill={theme.ink}
              opacity={dim}
            />
          ) : null}
          <Thread d={hole} drawn={state.mark} colour={theme.accent} casing={theme.ink} />
        </Stage>
      </Clip>
      <Stage width={props.width} height={props.height}>
        {picture.whole ? (
          <CtLetters
            letters={[
              { text: 'R', ...sides[0] },
              { text: 'L', ...sides[1] },
            ]}
            brand={brand}
          />
        ) : null}
        {picture.bar && picture.whole ? (
          <ScaleBar x={foot.left} y={foot.y} {...picture.bar} scale={view.scale} brand={brand} />
        ) : null}
        {picture.bar && !picture.whole ? (
          <ScaleChip x={place.x} bottom={place.y + place.height} {...picture.bar} scale={view.scale} brand={brand} />
        ) : null}
        {picture.note ? (
          <Line x={foot.right} y={foot.y} type="small" brand={brand} fill={theme.mute} anchor="end">
            {picture.note}
          </Line>
        ) : null}
      </Stage>
    </div>
  );
}

/** What a class is asked from: label and value. */
function Givens({ props, state, theme }: Part): ReactElement {
  const { form, x, y, width, pitch } = quizLayout(props).givens;
  const column = width / Math.max(1, props.givens.length);
  return (
    <g opacity={state.image === 1 ? undefined : state.image}>
      {props.givens.map(({ label, value }, i) => {
        const rows = form === 'rows';
        const at = rows ? { x, y: y + i * pitch } : { x: x + i * column, y };
        return (
          <g key={label}>
            <Line {...at} type="secondary" brand={props.brand} fill={theme.mute}>
              {label}
            </Line>
            <Line
              x={rows ? x + width : at.x}
              y={rows ? at.y : y + pitch}
              type="label"
              size={rows ? 36 : 44}
              brand={props.brand}
              fill={theme.paper}
              anchor={rows ? 'end' : 'start'}
            >
              {value}
            </Line>
          </g>
        );
      })}
    </g>
  );
}

/** One option on the spine: an open ring; with the answer the true one takes the thread's colour, the others step back. */
function Option({ props, state, theme, index }: Part & { index: number }): ReactElement | null {
  const option = props.options[index];
  const entrance = state.options[index];
  if (!option || !entrance || entrance.opacity === 0) return null;
  const layout = quizLayout(props);
  const { x } = layout.option;
  const y = optionRow(layout, index, props.options.length);
  const below = option.note !== null && option.note.dy > 0;
  const baseline = y + (below ? 2 : Math.round(option.size * 0.35));
  const hit = state.told > 0 && index === props.answer;
  const colour = hit ? mix(theme.accent, state.told, theme.paper) : mix(theme.paper, 1 - 0.32 * state.told, theme.ink);
  return (
    <g>
      <g opacity={entrance.opacity === 1 ? undefined : entrance.opacity}>
        <circle cx={layout.spine} cy={y} r={RING} fill={theme.ink} stroke={theme.mute} strokeWidth={3} />
        {hit && state.node > 0 ? (
          <>
            <circle cx={layout.spine} cy={y} r={20} fill={theme.ink} />
            <circle cx={layout.spine} cy={y} r={12 * state.node} fill={theme.accent} />
          </>
        ) : null}
      </g>
      <Line x={x} y={baseline} type="label" size={option.size} brand={props.brand} fill={colour} {...entrance}>
        {option.text}
      </Line>
      {option.note ? (
        <Line
          x={x + option.note.dx}
          y={baseline + option.note.dy}
          type="secondary"
          size={NOTE.size}
          brand={props.brand}
          fill={theme.mute}
          {...entrance}
        >
          {option.note.text}
        </Line>
      ) : null}
    </g>
  );
}

/** A question, a countdown along a line, and its answer on the same thread. */
export function Quiz({ props, state }: { props: QuizProps; state: QuizState }): ReactElement {
  const theme = themeOf(props.brand);
  const layout = quizLayout(props);
  const { line, spine } = layout;
  const last = optionRow(layout, props.options.length - 1, props.options.length);
  const part = { props, state, theme };
  const run = `M${props.width} ${line}H${spine + CORNER}`;
  const turn = `M${spine + CORNER} ${line}Q${spine} ${line} ${spine} ${line + CORNER}`;
  return (
    <>
      <Picture {...part} />
      <Stage width={props.width} height={props.height}>
        <Givens {...part} />
        {props.question.lines.map((text, i) => (
          <Line
            key={text}
            x={layout.question.x}
            y={layout.question.y + i * Math.round(props.question.size * 1.25)}
            type="question"
            size={props.question.size}
            brand={props.brand}
            fill={theme.paper}
            {...state.question}
          >
            {text}
          </Line>
        ))}
        <path d={`${run}${turn.slice(turn.indexOf('Q'))}V${last}`} fill="none" stroke={theme.line} strokeWidth={3} />
        <Thread d={run} drawn={state.run} colour={theme.accent} />
        {state.leg > 0 ? (
          <Thread
            d={`${turn}V${optionRow(layout, props.answer, props.options.length)}`}
            drawn={state.leg}
            colour={theme.accent}
          />
        ) : null}
        {props.options.map((option, i) => (
          <Option key={option.text} {...part} index={i} />
        ))}
        {state.seconds > 0 ? (
          <Line
            x={layout.question.x + layout.question.width}
            y={line + 54}
            type="value"
            size={48}
            brand={props.brand}
            fill={theme.mute}
            anchor="end"
          >
            {state.seconds}
          </Line>
        ) : null}
      </Stage>
    </>
  );
}
