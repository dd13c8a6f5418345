import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { figuresWidth } from '#domain/film/figures';
import { type HighlightLook, type HighlightProps, type HighlightState } from '#domain/film/highlight';
import { placesOf } from '#domain/film/image-layouts';
import { markThread } from '#domain/film/mark-thread';
import { textWidth } from '#domain/film/measure';
import { Axes } from '../parts/axes.tsx';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { MarkDim, MarkThread } from '../parts/lesion-mark.tsx';
import { MinimapPicture } from '../parts/minimap.tsx';
import { ScaleBar } from '../parts/scale-bar.tsx';
import { ScrollReadout } from '../parts/scroll-readout.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { themeOf } from '../theme.ts';

const AT_REST = { line: 1, text: [0, 1, 2].map(() => ({ opacity: 1, shift: 0 })) };

type Frame = { readonly width: number; readonly height: number };

/** The long axis, large: number, unit, and its name over the unit. */
function Hero(props: { look: HighlightLook; row: number; state: HighlightState; frame: Frame; brand: Brand }) {
  const { look, row, state, brand } = props;
  const { hero: at } = placesOf(props.frame).highlight;
  const { hero } = look;
  if (!hero) return null;
  const theme = themeOf(brand);
  const beside = at.x + hero.width + 10;
  return (
    <g>
      <Line x={at.x} y={row - at.up} type="hero" size={at.size} brand={brand} fill={theme.paper} {...state.hero}>
        {hero.value}
      </Line>
      <Line x={beside} y={row - at.up} type="hero" size={at.unit} brand={brand} fill={theme.mute} {...state.hero}>
        {hero.unit}
      </Line>
      <Line
        x={beside}
        y={row - at.labelUp}
        type="secondary"
        size={at.label}
        brand={brand}
        fill={theme.mute}
        {...state.hero}
      >
        {hero.label}
      </Line>
    </g>
  );
}

/** Between name and value of a joined line, px. */
const GAP = 12;

/** A further measure: name left, value right; or both at the right. */
function Measure(props: {
  row: HighlightLook['rows'][number];
  y: number;
  entrance: HighlightState['name'] | undefined;
  frame: Frame;
  brand: Brand;
}) {
  const { row, y, entrance, brand } = props;
  const theme = themeOf(brand);
  const { left, right, size, joined } = placesOf(props.frame).highlight.rows;
  const name = { type: 'label', size, weight: 450, brand, fill: theme.mute, y, ...entrance } as const;
  const value = { type: 'value', size, brand, fill: theme.paper, y, anchor: 'end', x: right, ...entrance } as const;
  return (
    <g>
      {joined ? (
        <Line
          {...name}
          x={right - figuresWidth(row.value.replace(/ mm$/, ''), size) - textWidth(' mm', size) - GAP}
          anchor="end"
        >
          {row.label}
        </Line>
      ) : (
        <Line {...name} x={left}>
          {row.label}
        </Line>
      )}
      <Line {...value}>{row.value}</Line>
    </g>
  );
}

/** Name and measures beside the thread, hung from its row. */
export function HighlightLabel(props: {
  look: HighlightLook;
  state: HighlightState;
  opacity: number;
  frame: Frame;
  brand: Brand;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const { look, state, brand, frame } = props;
  const theme = themeOf(brand);
  const { name, rows, note, bare } = placesOf(frame).highlight;
  const { row } = markThread(look.mark, look.view, frame);
  const alone = look.hero ? null : bare;
  const below = alone ? -alone.noteUp : note.down + look.rows.length * rows.pitch;
  const ranged = rows.joined && !alone;
  return (
    <g opacity={props.opacity === 1 ? undefined : props.opacity}>
      <Line
        x={name.x}
        y={row - (alone?.nameUp ?? name.up)}
        type="findingName"
        size={look.name.size}
        brand={brand}
        fill={theme.paper}
        {...state.name}
      >
        {look.name.text}
      </Line>
      <Hero look={look} row={row} state={state} frame={frame} brand={brand} />
      {look.rows.map((item, index) => (
        <Measure
          key={item.label}
          row={item}
          y={row + rows.down + index * rows.pitch}
          entrance={state.rows[index]}
          frame={frame}
          brand={brand}
        />
      ))}
      <Line
        x={ranged ? rows.right : rows.left}
        y={row + below}
        type="small"
        size={note.size}
        brand={brand}
        fill={theme.mute}
        anchor={ranged ? 'end' : 'start'}
        {...state.note}
      >
        {look.note}
      </Line>
    </g>
  );
}

/** R, L and the scale bar of 04, on its image. */
export function HighlightFrame(props: {
  look: HighlightLook;
  state: Pick<HighlightState, 'sides' | 'bar' | 'view'>;
  opacity: number;
  frame: Frame;
  brand: Brand;
}): ReactElement {
  const { look, state, brand } = props;
  const [right, left] = state.sides;
  const { letters, bar } = placesOf(props.frame).highlight;
  return (
    <g opacity={props.opacity === 1 ? undefined : props.opacity}>
      <CtLetters
        letters={[
          { text: 'R', x: right, y: letters.y },
          { text: 'L', x: left, y: letters.y },
        ]}
        brand={brand}
        onImage
        quiet
      />
      {look.bar ? (
        <ScaleBar {...bar} {...look.bar} scale={state.view.scale} brand={brand} opacity={state.bar} onImage />
      ) : null}
    </g>
  );
}

/** The image of 04 with its dim and hole; 05 begins with it. */
function HighlightImage(props: {
  look: HighlightLook;
  state: HighlightState;
  frame: Frame;
  ink: string;
}): ReactElement {
  const { look, state } = props;
  return (
    <Clip rect={state.clip}>
      <CtImage picture={look.axial} view={state.view} />
      <CtImage picture={look.wide} view={state.view} />
      <MarkDim mark={look.mark} view={state.view} frame={props.frame} ink={props.ink} opacity={state.dim} />
    </Clip>
  );
}

/** 04: the lesion named and measured, on the thread that came round it. */
export function Highlight({ props, state }: { props: HighlightProps; state: HighlightState }): ReactElement {
  const { look, brand } = props;
  const theme = themeOf(brand);
  const { scroll } = placesOf(props);
  return (
    <>
      <HighlightImage look={look} state={state} frame={props} ink={theme.ink} />
      {props.before ? <MinimapPicture readout={props.before} opacity={state.before} /> : null}
      <Stage width={props.width} height={props.height}>
        {props.before ? (
          <g>
            <ScrollReadout
              readout={props.before}
              state={{ ...AT_REST, slice: look.slice }}
              opacity={state.before}
              frame={props}
              brand={brand}
            />
            <CtLetters letters={scroll.poles} brand={brand} opacity={state.before} />
            {props.before.bar && state.before > 0 ? (
              <ScaleBar
                {...scroll.bar}
                {...props.before.bar}
                scale={state.view.scale}
                brand={brand}
                opacity={state.before}
              />
            ) : null}
          </g>
        ) : null}
        <HighlightFrame look={look} state={state} opacity={1} frame={props} brand={brand} />
        <Axes
          long={look.longAxis}
          short={look.shortAxis}
          longDrawn={state.long}
          shortDrawn={state.short}
          view={look.view}
          brand={brand}
        />
        <MarkThread mark={look.mark} view={look.view} drawn={state.thread} frame={props} brand={brand} />
        <HighlightLabel look={look} state={state} opacity={1} frame={props} brand={brand} />
      </Stage>
    </>
  );
}
