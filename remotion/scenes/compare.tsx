import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { type CompareLook, type CompareProps, type CompareState, compareThread } from '#domain/film/compare';
import { figuresWidth } from '#domain/film/figures';
import { textWidth } from '#domain/film/measure';
import { zoomAtRest } from '#domain/film/zoom';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { ScaleChip } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { Weave } from '../parts/weave.tsx';
import { themeOf } from '../theme.ts';
import { ZoomImage, ZoomLabels } from './zoom.tsx';

/** The line above a panel: which lung, and one number. */
function PanelTitle(props: {
  panel: CompareLook['lesionPanel'];
  state: CompareState['other'];
  colour: string;
  brand: Brand;
}): ReactElement {
  const { panel, brand, state } = props;
  const theme = themeOf(brand);
  const { x, width, y } = panel.place;
  const right = x + width;
  const unit = textWidth('HU', 28) + 8;
  const value = figuresWidth(panel.value, 46);
  return (
    <g>
      <Line x={x} y={y - 26} type="label" size={36} brand={brand} fill={theme.paper} {...state}>
        {`${panel.side}  ${panel.what}`}
      </Line>
      {panel.value === '' ? null : (
        <g>
          <Line
            x={right - unit - value - 14}
            y={y - 26}
            type="small"
            brand={brand}
            fill={theme.mute}
            anchor="end"
            {...state}
          >
            {panel.measure}
          </Line>
          <Line
            x={right - unit}
            y={y - 26}
            type="value"
            size={46}
            brand={brand}
            fill={props.colour}
            anchor="end"
            {...state}
          >
            {panel.value}
          </Line>
          <Line x={right} y={y - 26} type="small" brand={brand} fill={theme.mute} anchor="end" {...state}>
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
  const width = Math.round(place.width * open * 100) / 100;
  const x = look.fromLeft ? place.x + place.width - width : place.x;
  return (
    <Clip rect={{ ...place, x, width }}>
      <CtImage picture={look.other} view={look.otherView} />
    </Clip>
  );
}

/** 06: normal side and lesion at one scale, on one thread. Begins where 05 stands. */
export function Compare({ props, state }: { props: CompareProps; state: CompareState }): ReactElement {
  const { look, before, brand } = props;
  const theme = themeOf(brand);
  const thread = compareThread(look);
  const left = look.fromLeft ? look.otherPanel.place : look.lesionPanel.place;
  const letters = [look.lesionPanel.place, look.otherPanel.place].flatMap(({ x, y, width, height }) => [
    { text: 'R' as const, x: x + 24, y: y + height / 2 + 11 },
    { text: 'L' as const, x: x + width - 24, y: y + height / 2 + 11 },
  ]);
  return (
    <>
      <OtherPanel look={look} open={state.open} />
      <ZoomImage look={look} view={state.view} clip={state.clip} />
      {before && state.before > 0 ? (
        <div style={{ opacity: state.before }}>
          <ZoomLabels look={before} state={zoomAtRest(before)} brand={brand} />
        </div>
      ) : null}
      <Stage width={props.width} height={props.height}>
        <PanelTitle panel={look.otherPanel} state={state.other} colour={theme.paper} brand={brand} />
        <PanelTitle panel={look.lesionPanel} state={state.lesion} colour={theme.accent} brand={brand} />
        {state.dots > 0 ? (
          <g opacity={state.dots} fill="none" strokeLinecap="round" strokeDasharray="0.1 12">
            <path d={look.mirrored} stroke={theme.ink} strokeWidth={8} />
            <path d={look.mirrored} stroke={theme.paper} strokeWidth={5} />
          </g>
        ) : null}
        <Thread d={thread.d} drawn={state.thread} colour={theme.accent} casing={theme.ink} />
        {state.ticks.some((tick) => tick > 0) ? (
          <Weave
            x={960}
            y={thread.y}
            ticks={5}
            pitch={27}
            height={64}
            gap={7}
            stroke={4}
            colour={theme.paper}
            field={theme.ink}
            opacity={(tick) => state.ticks[tick] ?? 0}
          />
        ) : null}
        <CtLetters letters={letters.slice(0, 2)} brand={brand} opacity={state.bar} onImage />
        <CtLetters letters={letters.slice(2)} brand={brand} opacity={state.bar} onImage />
        {look.bar ? (
          <ScaleChip
            x={left.x}
            bottom={left.y + left.height}
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
