import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import type { Rect } from '#domain/film/placement';
import { highlightLeaving, type ZoomLook, type ZoomProps, type ZoomState } from '#domain/film/zoom';
import { StoredImage } from '../assets.tsx';
import { Axes } from '../parts/axes.tsx';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { Leader } from '../parts/leader.tsx';
import { MarkThread, markHole } from '../parts/lesion-mark.tsx';
import { ScaleChip } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { themeOf } from '../theme.ts';
import { HighlightFrame, HighlightLabel } from './highlight.tsx';

/** One finding: its name and value on the underline, what it means below. */
function CalloutText(props: {
  callout: ZoomLook['callouts'][number];
  state: { opacity: number; shift: number } | undefined;
  brand: Brand;
}): ReactElement {
  const { callout, brand, state } = props;
  const theme = themeOf(brand);
  return (
    <g>
      <Line x={1264} y={callout.y - 24} type="findingName" size={48} brand={brand} fill={theme.paper} {...state}>
        {callout.title}
      </Line>
      <Line x={1824} y={callout.y - 24} type="value" size={50} brand={brand} fill={theme.paper} anchor="end" {...state}>
        {callout.value}
        {callout.unit ? (
          <tspan fill={theme.mute} fontSize={30} dx={8}>
            {callout.unit}
          </tspan>
        ) : null}
      </Line>
      <Line x={1264} y={callout.y + 46} type="secondary" size={30} brand={brand} fill={theme.mute} {...state}>
        {callout.note}
      </Line>
    </g>
  );
}

/** The slice in small and the crop on it, the magnification beside it. */
function Locator(props: { look: ZoomLook; opacity: number; brand: Brand }): ReactElement | null {
  if (props.opacity === 0) return null;
  const { look, brand, opacity } = props;
  const theme = themeOf(brand);
  const { place, crop } = look.locator;
  const box = { x: crop.x, y: crop.y, width: crop.width, height: crop.height, rx: 2, fill: 'none' };
  return (
    <div style={{ opacity }}>
      <StoredImage
        image={look.axial.image}
        width={place.width}
        height={place.height}
        style={{ position: 'absolute', left: place.x, top: place.y }}
      />
      <Stage width={1920} height={1080}>
        <rect {...box} stroke={theme.ink} strokeWidth={11} />
        <rect {...box} stroke={theme.accent} strokeWidth={4} />
        <Line x={1264} y={770} type="secondary" weight={550} brand={brand} fill={theme.paper}>
          {look.times}
        </Line>
        <Line x={1264} y={816} type="small" brand={brand} fill={theme.mute}>
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
export function ZoomLabels(props: { look: ZoomLook; state: ZoomState; brand: Brand }): ReactElement {
  const { look, state, brand } = props;
  const panel = state.clip;
  return (
    <>
      <Locator look={look} opacity={state.after} brand={brand} />
      <Stage width={1920} height={1080}>
        {[...look.callouts.entries()].reverse().map(([index, callout]) => (
          <Leader
            key={callout.title}
            d={callout.leader}
            tip={callout.tip}
            ring={callout.ring}
            drawn={state.leaders[index] ?? 0}
            first={index === 0}
            brand={brand}
          />
        ))}
        {look.callouts.map((callout, index) => (
          <CalloutText key={callout.title} callout={callout} state={state.texts[index]} brand={brand} />
        ))}
        {look.bar ? (
          <ScaleChip
            x={panel.x}
            bottom={panel.y + panel.height}
            {...look.bar}
            scale={state.view.scale}
            brand={brand}
            opacity={state.after}
          />
        ) : null}
        <CtLetters
          letters={[
            { text: 'R', x: panel.x + 26, y: panel.y + panel.height / 2 + 11 },
            { text: 'L', x: panel.x + panel.width - 26, y: panel.y + panel.height / 2 + 11 },
          ]}
          brand={brand}
          opacity={state.after}
          onImage
        />
      </Stage>
    </>
  );
}

/** 05: the lesion enlarged, its findings on leaders. Begins where 04 stands. */
export function Zoom({ props, state }: { props: ZoomProps; state: ZoomState }): ReactElement {
  const { look, before, brand } = props;
  const theme = themeOf(brand);
  const leaving = before ? highlightLeaving(before, state) : null;
  return (
    <>
      <ZoomImage look={look} view={state.view} clip={state.clip}>
        {before && state.dim > 0 ? (
          <Stage width={1920} height={1080}>
            <path
              d={`M0 0H1920V1080H0Z${markHole(before.mark, state.view)}`}
              fillRule="evenodd"
              fill={theme.ink}
              opacity={state.dim}
            />
          </Stage>
        ) : null}
      </ZoomImage>
      {before && leaving && state.before > 0 ? (
        <Stage width={1920} height={1080}>
          <g opacity={state.before}>
            <Axes
              long={before.longAxis}
              short={before.shortAxis}
              longDrawn={1}
              shortDrawn={1}
              view={state.view}
              brand={brand}
            />
            <MarkThread mark={before.mark} view={state.view} drawn={1} brand={brand} />
            <HighlightLabel look={before} state={leaving} opacity={1} brand={brand} />
            <HighlightFrame look={before} state={leaving} opacity={1} brand={brand} />
          </g>
        </Stage>
      ) : null}
      <ZoomLabels look={look} state={state} brand={brand} />
    </>
  );
}
