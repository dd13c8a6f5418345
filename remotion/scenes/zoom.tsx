import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { placesOf } from '#domain/film/image-layouts';
import type { Rect } from '#domain/film/image-places';
import { highlightLeaving, type ZoomLook, type ZoomProps, type ZoomState } from '#domain/film/zoom';
import { StoredImage } from '../assets.tsx';
import { Axes } from '../parts/axes.tsx';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters, panelSides } from '../parts/ct-letters.tsx';
import { Leader } from '../parts/leader.tsx';
import { MarkDim, MarkThread } from '../parts/lesion-mark.tsx';
import { ScaleChip } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { themeOf } from '../theme.ts';
import { HighlightFrame, HighlightLabel } from './highlight.tsx';

type Frame = { readonly width: number; readonly height: number };

/** One finding: its name and value on the underline, what it means below. */
function CalloutText(props: {
  callout: ZoomLook['callouts'][number];
  state: { opacity: number; shift: number } | undefined;
  frame: Frame;
  brand: Brand;
}): ReactElement {
  const { callout, brand, state } = props;
  const theme = themeOf(brand);
  const { text, title, value, note } = placesOf(props.frame).zoom;
  const { y } = callout;
  const stacked = value.lift > 0;
  return (
    <g>
      <Line
        x={text.left}
        y={y - title.up - (callout.value ? value.lift : 0)}
        type="findingName"
        size={callout.title.size}
        brand={brand}
        fill={theme.paper}
        {...state}
      >
        {callout.title.text}
      </Line>
      <Line
        x={stacked ? text.left : text.right}
        y={y - title.up}
        type="value"
        size={value.size}
        brand={brand}
        fill={theme.paper}
        anchor={stacked ? 'start' : 'end'}
        {...state}
      >
        {callout.value}
        {callout.unit ? (
          <tspan fill={theme.mute} fontSize={value.unit} dx={8}>
            {callout.unit}
          </tspan>
        ) : null}
      </Line>
      {callout.note.map((line, index) => (
        <Line
          key={line}
          x={text.left}
          y={y + note.down + index * note.pitch}
          type="secondary"
          size={note.size}
          brand={brand}
          fill={theme.mute}
          {...state}
        >
          {line}
        </Line>
      ))}
    </g>
  );
}

/** Ink around the whole slice where it stands on the image. */
const CHIP = 16;

/** The slice in small and the crop on it, the magnification beside it. */
function Locator(props: { look: ZoomLook; opacity: number; frame: Frame; brand: Brand }): ReactElement | null {
  if (props.opacity === 0) return null;
  const { look, brand, opacity, frame } = props;
  const theme = themeOf(brand);
  const { locator, times, slice } = placesOf(frame).zoom;
  const { place, crop } = look.locator;
  const box = { x: crop.x, y: crop.y, width: crop.width, height: crop.height, rx: 2, fill: 'none' };
  return (
    <div style={{ opacity }}>
      {locator.chip ? (
        <Stage width={frame.width} height={frame.height}>
          <rect
            x={place.x - CHIP}
            y={place.y - CHIP}
            width={place.width + 2 * CHIP + 1}
            height={place.height + 2 * CHIP + 1}
            fill={theme.ink}
          />
        </Stage>
      ) : null}
      <StoredImage
        image={look.axial.image}
        width={place.width}
        height={place.height}
        style={{ position: 'absolute', left: place.x, top: place.y }}
      />
      <Stage width={frame.width} height={frame.height}>
        <rect {...box} stroke={theme.ink} strokeWidth={11} />
        <rect {...box} stroke={theme.accent} strokeWidth={4} />
        <Line x={times.x} y={times.y} type="secondary" size={times.size} weight={550} brand={brand} fill={theme.paper}>
          {look.times}
        </Line>
        <Line x={slice.x} y={slice.y} type="small" brand={brand} fill={theme.mute} anchor={slice.anchor}>
          {look.slice}
        </Line>
      </Stage>
    </div>
  );
}

/** The image of 05: the slice, over it the finer crops, all in one view. */
export function ZoomImage(props: {
  look: Pick<ZoomLook, 'axial' | 'wide' | 'lesion'>;
  view: ZoomState['view'];
  clip: Rect;
  children?: React.ReactNode;
}): ReactElement {
  const { look, view } = props;
  return (
    <Clip rect={props.clip}>
      <CtImage picture={look.axial} view={view} />
      <CtImage picture={look.wide} view={view} />
      <CtImage picture={look.lesion} view={view} />
      {props.children}
    </Clip>
  );
}

/** Everything of 05 that lies over its image; 06 lets it go. */
export function ZoomLabels(props: { look: ZoomLook; state: ZoomState; frame: Frame; brand: Brand }): ReactElement {
  const { look, state, brand, frame } = props;
  const { left } = placesOf(frame);
  const panel = state.clip;
  return (
    <>
      <Locator look={look} opacity={state.after} frame={frame} brand={brand} />
      <Stage width={frame.width} height={frame.height}>
        {[...look.callouts.entries()].reverse().map(([index, callout]) => (
          <Leader
            key={callout.title.text}
            d={callout.leader}
            tip={callout.tip}
            ring={callout.ring}
            drawn={state.leaders[index] ?? 0}
            first={index === 0}
            brand={brand}
          />
        ))}
        {look.callouts.map((callout, index) => (
          <CalloutText
            key={callout.title.text}
            callout={callout}
            state={state.texts[index]}
            frame={frame}
            brand={brand}
          />
        ))}
        {look.bar ? (
          <ScaleChip
            x={panel.x}
            safe={left}
            bottom={panel.y + panel.height}
            {...look.bar}
            scale={state.view.scale}
            brand={brand}
            opacity={state.after}
          />
        ) : null}
        <CtLetters letters={panelSides(panel, placesOf(frame), 26)} brand={brand} opacity={state.after} onImage />
      </Stage>
    </>
  );
}

/** 05: the lesion enlarged, its findings on leaders. Begins where 04 stands. */
export function Zoom({ props, state }: { props: ZoomProps; state: ZoomState }): ReactElement {
  const { look, before, brand } = props;
  const theme = themeOf(brand);
  const leaving = before ? highlightLeaving(before, state, props) : null;
  return (
    <>
      <ZoomImage look={look} view={state.view} clip={state.clip}>
        {before && state.dim > 0 ? (
          <MarkDim mark={before.mark} view={state.view} frame={props} ink={theme.ink} opacity={state.dim} />
        ) : null}
      </ZoomImage>
      {before && leaving && state.before > 0 ? (
        <Stage width={props.width} height={props.height}>
          <g opacity={state.before}>
            <Axes
              long={before.longAxis}
              short={before.shortAxis}
              longDrawn={1}
              shortDrawn={1}
              view={state.view}
              brand={brand}
            />
            <MarkThread mark={before.mark} view={state.view} drawn={1} frame={props} brand={brand} />
            <HighlightLabel look={before} state={leaving} opacity={1} frame={props} brand={brand} />
            <HighlightFrame look={before} state={leaving} opacity={1} frame={props} brand={brand} />
          </g>
        </Stage>
      ) : null}
      <ZoomLabels look={look} state={state} frame={props} brand={brand} />
    </>
  );
}
