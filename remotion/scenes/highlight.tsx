import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { type HighlightLook, type HighlightProps, type HighlightState } from '#domain/film/highlight';
import { markPath } from '#domain/film/lesion-mark';
import { Axes } from '../parts/axes.tsx';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { MarkThread, markHole } from '../parts/lesion-mark.tsx';
import { MinimapPicture } from '../parts/minimap.tsx';
import { ScaleBar } from '../parts/scale-bar.tsx';
import { ScrollReadout } from '../parts/scroll-readout.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { themeOf } from '../theme.ts';
import { SCROLL_POLES } from './scroll.tsx';

const AT_REST = { line: 1, text: [0, 1, 2].map(() => ({ opacity: 1, shift: 0 })) };

/** Name and measures beside the thread, hung from its row. */
export function HighlightLabel(props: {
  look: HighlightLook;
  state: HighlightState;
  opacity: number;
  brand: Brand;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const { look, state, brand } = props;
  const theme = themeOf(brand);
  const y = markPath(look.mark, look.view).start[1];
  const { hero } = look;
  return (
    <g opacity={props.opacity === 1 ? undefined : props.opacity}>
      <Line
        x={1264}
        y={y - 189}
        type="findingName"
        size={look.name.size}
        brand={brand}
        fill={theme.paper}
        {...state.name}
      >
        {look.name.text}
      </Line>
      {hero ? (
        <g>
          <Line x={1258} y={y - 34} type="hero" brand={brand} fill={theme.paper} {...state.hero}>
            {hero.value}
          </Line>
          <Line
            x={1258 + hero.width + 10}
            y={y - 34}
            type="hero"
            size={61}
            brand={brand}
            fill={theme.mute}
            {...state.hero}
          >
            {hero.unit}
          </Line>
          <Line x={1258 + hero.width + 10} y={y - 104} type="secondary" brand={brand} fill={theme.mute} {...state.hero}>
            {hero.label}
          </Line>
        </g>
      ) : null}
      {look.rows.map((row, index) => (
        <g key={row.label}>
          <Line
            x={1264}
            y={y + 72 + index * 68}
            type="label"
            weight={450}
            brand={brand}
            fill={theme.mute}
            {...state.rows[index]}
          >
            {row.label}
          </Line>
          <Line
            x={1824}
            y={y + 72 + index * 68}
            type="value"
            size={38}
            brand={brand}
            fill={theme.paper}
            anchor="end"
            {...state.rows[index]}
          >
            {row.value}
          </Line>
        </g>
      ))}
      <Line x={1264} y={y + 72 + look.rows.length * 68} type="small" brand={brand} fill={theme.mute} {...state.note}>
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
  brand: Brand;
}): ReactElement {
  const { look, state, brand } = props;
  const [right, left] = state.sides;
  return (
    <g opacity={props.opacity === 1 ? undefined : props.opacity}>
      <CtLetters
        letters={[
          { text: 'R', x: right, y: 446 },
          { text: 'L', x: left, y: 446 },
        ]}
        brand={brand}
        onImage
        quiet
      />
      {look.bar ? (
        <ScaleBar x={96} y={830} {...look.bar} scale={state.view.scale} brand={brand} opacity={state.bar} onImage />
      ) : null}
    </g>
  );
}

/** The image of 04 with its dim and hole; 05 begins with it. */
export function HighlightImage(props: { look: HighlightLook; state: HighlightState; ink: string }): ReactElement {
  const { look, state } = props;
  return (
    <Clip rect={state.clip}>
      <CtImage picture={look.axial} view={state.view} />
      <CtImage picture={look.wide} view={state.view} />
      <Stage width={1920} height={1080}>
        <path
          d={`M0 0H1920V1080H0Z${markHole(look.mark, state.view)}`}
          fillRule="evenodd"
          fill={props.ink}
          opacity={state.dim}
        />
      </Stage>
    </Clip>
  );
}

/** 04: the lesion named and measured, on the thread that came round it. */
export function Highlight({ props, state }: { props: HighlightProps; state: HighlightState }): ReactElement {
  const { look, brand } = props;
  const theme = themeOf(brand);
  return (
    <>
      <HighlightImage look={look} state={state} ink={theme.ink} />
      {props.before ? <MinimapPicture readout={props.before} opacity={state.before} /> : null}
      <Stage width={props.width} height={props.height}>
        {props.before ? (
          <g>
            <ScrollReadout
              readout={props.before}
              state={{ ...AT_REST, slice: look.slice }}
              opacity={state.before}
              brand={brand}
            />
            <CtLetters letters={SCROLL_POLES} brand={brand} opacity={state.before} />
            {props.before.bar && state.before > 0 ? (
              <ScaleBar
                x={96}
                y={840}
                {...props.before.bar}
                scale={state.view.scale}
                brand={brand}
                opacity={state.before}
              />
            ) : null}
          </g>
        ) : null}
        <HighlightFrame look={look} state={state} opacity={1} brand={brand} />
        <Axes
          long={look.longAxis}
          short={look.shortAxis}
          longDrawn={state.long}
          shortDrawn={state.short}
          view={look.view}
          brand={brand}
        />
        <MarkThread mark={look.mark} view={look.view} drawn={state.thread} brand={brand} />
        <HighlightLabel look={look} state={state} opacity={1} brand={brand} />
      </Stage>
    </>
  );
}
