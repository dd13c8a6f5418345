import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { type CompareLook, type CompareProps, type CompareState, compareThread } from '#domain/film/compare';
import { figuresWidth } from '#domain/film/figures';
import { placesOf } from '#domain/film/image-layouts';
import { fitSize, textWidth } from '#domain/film/measure';
import { zoomAtRest } from '#domain/film/zoom';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters, panelSides } from '../parts/ct-letters.tsx';
import { ScaleChip } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { Weave } from '../parts/weave.tsx';
import { themeOf } from '../theme.ts';
import { ZoomImage, ZoomLabels } from './zoom.tsx';

type Frame = { readonly width: number; readonly height: number };

/** Above a panel: which lung, and one number. */
function PanelTitle(props: {
  panel: CompareLook['lesionPanel'];
  state: CompareState['other'];
  colour: string;
  frame: Frame;
  brand: Brand;
}): ReactElement {
  const { panel, brand, state } = props;
  const theme = themeOf(brand);
  const places = placesOf(props.frame);
  const { title, value } = places.compare;
  const x = Math.max(panel.place.x, places.left);
  const edge = Math.min(panel.place.x + panel.place.width, places.right);
  const unit = textWidth('HU', value.small) + 8;
  const figures = figuresWidth(panel.value, value.size);
  const measured = textWidth(panel.measure, value.small) + 14 + figures + unit;
  const right = value.anchor === 'end' ? edge : x + measured;
  const room = edge - x - (value.anchor === 'end' && panel.value !== '' ? measured + 16 : 0);
  const name = `${panel.side}  ${panel.what}`;
  const number = { y: panel.place.y - value.up, brand, anchor: 'end', ...state } as const;
  return (
    <g>
      <Line
        x={x}
        y={panel.place.y - title.up}
        type="label"
        size={fitSize(name, title.size, room)}
        brand={brand}
        fill={theme.paper}
        {...state}
      >
        {name}
      </Line>
      {panel.value === '' ? null : (
        <g>
          <Line {...number} x={right - unit - figures - 14} type="small" size={value.small} fill={theme.mute}>
            {panel.measure}
          </Line>
          <Line {...number} x={right - unit} type="value" size={value.size} fill={props.colour}>
            {panel.value}
          </Line>
          <Line {...number} x={right} type="small" size={value.small} fill={theme.mute}>
            HU
          </Line>
        </g>
      )}
    </g>
  );
}

/** The comparison panel, opening from the edge that faces the lesion. */
function OtherPanel(props: { look: CompareLook; open: number }): ReactElement | null {
  const { look, open } = props;
  if (open === 0) return null;
  const { place } = look.otherPanel;
  const part = (whole: number) => Math.round(whole * open * 100) / 100;
  const [width, height] = look.from === 'top' ? [place.width, part(place.height)] : [part(place.width), place.height];
  const x = look.from === 'left' ? place.x + place.width - width : place.x;
  return (
    <Clip rect={{ x, y: place.y + place.height - height, width, height }}>
      <CtImage picture={look.other} view={look.otherView} />
    </Clip>
  );
}

/** Five ticks between the panels, across the thread. */
function Between(props: { look: CompareLook; ticks: readonly number[]; frame: Frame; brand: Brand }) {
  if (props.ticks.every((tick) => tick === 0)) return null;
  const theme = themeOf(props.brand);
  const { at } = compareThread(props.look, props.frame);
  const { pitch, height } = placesOf(props.frame).compare.weave;
  return (
    <g transform={props.look.from === 'top' ? `rotate(90 ${at.x} ${at.y})` : undefined}>
      <Weave
        {...at}
        ticks={5}
        pitch={pitch}
        height={height}
        gap={7}
        stroke={4}
        colour={theme.paper}
        field={theme.ink}
        opacity={(tick) => props.ticks[tick] ?? 0}
      />
    </g>
  );
}

/** 06: normal side and lesion at one scale, on one thread. Begins where 05 stands. */
export function Compare({ props, state }: { props: CompareProps; state: CompareState }): ReactElement {
  const { look, before, brand } = props;
  const theme = themeOf(brand);
  const thread = compareThread(look, props);
  const places = placesOf(props);
  const chip = look.from === 'right' ? look.lesionPanel.place : look.otherPanel.place;
  return (
    <>
      <OtherPanel look={look} open={state.open} />
      <ZoomImage look={look} view={state.view} clip={state.clip} />
      {before && state.before > 0 ? (
        <div style={{ opacity: state.before }}>
          <ZoomLabels look={before} state={zoomAtRest(before, props)} frame={props} brand={brand} />
        </div>
      ) : null}
      <Stage width={props.width} height={props.height}>
        <PanelTitle panel={look.otherPanel} state={state.other} colour={theme.paper} frame={props} brand={brand} />
        <PanelTitle panel={look.lesionPanel} state={state.lesion} colour={theme.accent} frame={props} brand={brand} />
        {state.dots > 0 ? (
          <g opacity={state.dots} fill="none" strokeLinecap="round" strokeDasharray="0.1 12">
            <path d={look.mirrored} stroke={theme.ink} strokeWidth={8} />
            <path d={look.mirrored} stroke={theme.paper} strokeWidth={5} />
          </g>
        ) : null}
        <Thread d={thread.d} drawn={state.thread} colour={theme.accent} casing={theme.ink} />
        <Between look={look} ticks={state.ticks} frame={props} brand={brand} />
        {[look.lesionPanel.place, look.otherPanel.place].map((panel) => (
          <CtLetters
            key={`${panel.x},${panel.y}`}
            letters={panelSides(panel, places, 24)}
            brand={brand}
            opacity={state.bar}
            onImage
          />
        ))}
        {look.bar ? (
          <ScaleChip
            x={chip.x}
            safe={places.left}
            bottom={chip.y + chip.height}
            {...look.bar}
            scale={look.view.scale}
            brand={brand}
            opacity={state.bar}
          />
        ) : null}
      </Stage>
    </>
  );
}
