import type { ReactElement } from 'react';
import { AIRWAYS, LOBE_OUTLINES, LUNG_ART, RINGS } from '#domain/film/lung-art';
import type { LungsProps, LungsState } from '#domain/film/lungs';
import { outlinePath, uprights } from '#domain/film/polygon';
import type { Lobe } from '#domain/finding';
import { PlacedText } from '../parts/placed.tsx';
import { Stage } from '../parts/stage.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

/** Distance of the uprights of the texture, in units of the drawing. */
const PITCH = 20;
const LOBES = (Object.keys(LOBE_OUTLINES) as Lobe[]).map((lobe) => ({
  lobe,
  d: outlinePath(LOBE_OUTLINES[lobe]),
  lines: uprights(LOBE_OUTLINES[lobe], PITCH, 20),
}));

interface Part {
  readonly props: LungsProps;
  readonly state: LungsState;
  readonly theme: Theme;
}

/** How far the upright at `x` has grown: both lungs weave from their outer sides inwards. */
function grownAt(lines: readonly number[], x: number): number {
  const fromSide = Math.min(x, LUNG_ART.width - x) / PITCH;
  return lines[Math.min(lines.length - 1, Math.round(fromSide * 2))] ?? 1;
}

/** One lobe: a flat field with a warp of uprights; lit, its warp is paper; beside a lit one it steps back. */
function LobeField({
  state,
  theme,
  lobe,
  isLit,
}: Part & { lobe: (typeof LOBES)[number]; isLit: boolean }): ReactElement {
  const back = isLit ? 1 : 1 - 0.62 * state.lit;
  return (
    <g opacity={back === 1 ? undefined : Math.round(back * 1e4) / 1e4}>
      <path d={lobe.d} fill={theme.primary} opacity={state.fill} />
      <g stroke={theme.onPrimary.faint} strokeWidth={4} strokeLinecap="round">
        {lobe.lines.map(([x, top, bottom]) => {
          const grown = grownAt(state.lines, x);
          const middle = (top + bottom) / 2;
          const half = ((bottom - top) / 2) * grown;
          return grown === 0 ? null : <line key={`${x} ${top}`} x1={x} y1={middle - half} x2={x} y2={middle + half} />;
        })}
      </g>
      {isLit && state.lit > 0 ? (
        <g stroke={theme.onPrimary.mute} strokeWidth={4} strokeLinecap="round" opacity={state.lit}>
          {lobe.lines.map(([x, top, bottom]) => (
            <line key={`${x} ${top}`} x1={x} y1={top} x2={x} y2={bottom} />
          ))}
        </g>
      ) : null}
      {/* The casing parts neighbours: a fissure is a line of ink. */}
      <path d={lobe.d} fill="none" stroke={theme.ink} strokeWidth={9} strokeLinejoin="round" opacity={state.fill} />
      <path
        d={lobe.d}
        fill="none"
        stroke={theme.onPrimary.warp}
        strokeWidth={3}
        strokeLinejoin="round"
        {...(state.outline === 1 ? {} : { pathLength: 1, strokeDasharray: `${state.outline} 2` })}
        opacity={state.outline === 0 ? 0 : undefined}
      />
    </g>
  );
}

/** Windpipe and bronchi as tubes: a rim of warp colour around ink, rings as the weft. */
function Airway({ state, theme }: Part): ReactElement | null {
  if (state.airway === 0) return null;
  const drawn = state.airway === 1 ? {} : { pathLength: 1, strokeDasharray: `${state.airway} 2` };
  const tube = (rim: number, colour: string) =>
    AIRWAYS.map(({ d, bore }) => (
      <path key={d} d={d} fill="none" stroke={colour} strokeWidth={bore + rim} strokeLinecap="round" {...drawn} />
    ));
  return (
    <g>
      {tube(16, theme.ink)}
      {tube(7, theme.mute)}
      {tube(0, theme.ink)}
      <g stroke={theme.line} strokeWidth={4} strokeLinecap="round" opacity={state.fill}>
        {RINGS.map((y) => (
          <line key={y} x1={486} y1={y} x2={514} y2={y} />
        ))}
      </g>
    </g>
  );
}

/** Names of lungs and lobes; the lobes' give way when one is lit. */
function Names({ props, state, theme }: Part): ReactElement {
  const { brand } = props;
  return (
    <>
      {props.sides.map(({ side, name, letter }) => (
        <g key={side}>
          <PlacedText text={letter} type="label" brand={brand} fill={theme.mute} {...state.names[0]} />
          <PlacedText text={name} type="findingName" brand={brand} fill={theme.paper} {...state.names[0]} />
        </g>
      ))}
      {props.lobes.map(({ lobe, label }, i) => {
        const entrance = state.names[i];
        if (!entrance || state.labels === 0) return null;
        const middle = label.text.y + ((label.text.lines.length - 1) * label.text.pitch) / 2 - label.text.size * 0.36;
        return (
          <g key={lobe} opacity={state.labels === 1 ? undefined : state.labels}>
            <PlacedText text={label.text} type="secondary" brand={brand} fill={theme.paper} {...entrance} />
            {label.rule ? (
              <line
                x1={label.rule[0]}
                x2={label.rule[1]}
                y1={middle}
                y2={middle}
                stroke={theme.line}
                strokeWidth={3}
                opacity={entrance.opacity}
              />
            ) : null}
          </g>
        );
      })}
    </>
  );
}

/** The lungs and their five lobes; then the one lobe and the spot in it. */
export function Lungs({ props, state }: { props: LungsProps; state: LungsState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand, art, place } = props;
  const part = { props, state, theme };
  return (
    <Stage width={props.width} height={props.height}>
      <g transform={`translate(${art.x} ${art.y}) scale(${art.scale})`}>
        {LOBES.map((lobe) => (
          <LobeField key={lobe.lobe} {...part} lobe={lobe} isLit={place?.lobes.includes(lobe.lobe) ?? false} />
        ))}
        <Airway {...part} />
      </g>
      <Names {...part} />
      <PlacedText text={props.tag} type="small" brand={brand} fill={theme.mute} />
      <PlacedText text={props.heading} type="findingName" brand={brand} fill={theme.paper} {...state.words} />
      <PlacedText text={props.detail} type="secondary" brand={brand} fill={theme.mute} {...state.words} />
      <PlacedText text={props.facing} type="secondary" brand={brand} fill={theme.mute} {...state.names[0]} />
      {place ? (
        <>
          <Thread d={place.thread} drawn={state.thread} colour={theme.accent} casing={theme.ink} />
          {state.thread > 0.8 ? (
            <circle cx={place.x} cy={place.y} r={9} fill={theme.paper} stroke={theme.ink} strokeWidth={6} />
          ) : null}
          <PlacedText text={place.name} type="findingName" brand={brand} fill={theme.paper} {...state.place} />
          <PlacedText text={place.detail} type="label" brand={brand} fill={theme.mute} {...state.detail} />
        </>
      ) : null}
    </Stage>
  );
}
