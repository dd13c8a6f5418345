import type { ReactElement } from 'react';
import type { SurfaceProps, SurfaceState } from '#domain/film/surface';
import { surfaceLayout } from '#domain/film/surface-layout';
import { CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { ScaleBar } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { WarpLung } from '../parts/warp-lung.tsx';
import { type Theme, themeOf } from '../theme.ts';

interface Part {
  readonly props: SurfaceProps;
  readonly state: SurfaceState;
  readonly theme: Theme;
}

/** The lungs from the side the state names; every view is decoded before the first frame. */
function Lungs({ props, state }: Part): ReactElement | null {
  const { turn } = props;
  if (!turn) return null;
  return (
    <div style={{ position: 'absolute', inset: 0, opacity: state.image === 1 ? undefined : state.image }}>
      {turn.stack.map((picture, i) => (
        <CtImage key={picture.image.role} picture={picture} view={turn.view} hidden={i !== state.shown} />
      ))}
    </div>
  );
}

/** Letters, scale, and what the picture is. */
function Frame({ props, state, theme }: Part): ReactElement {
  const { sides, foot } = surfaceLayout(props);
  const opacity = state.sides === 1 ? undefined : state.sides;
  return (
    <g opacity={opacity}>
      <CtLetters
        letters={[
          { text: 'R', ...sides[0] },
          { text: 'L', ...sides[1] },
        ]}
        brand={props.brand}
      />
      {props.bar && props.turn ? (
        <ScaleBar x={foot.left} y={foot.y} {...props.bar} scale={props.turn.view.scale} brand={props.brand} />
      ) : null}
      <Line x={foot.right} y={foot.y} type="small" brand={props.brand} fill={theme.mute} anchor="end">
        {props.tag}
      </Line>
    </g>
  );
}

/** The lesion in the thread's colour, ringed, and its name. */
function Lesion({ props, state, theme }: Part): ReactElement {
  const { lesion, label, brand } = props;
  const wide = surfaceLayout(props).label.row === null;
  const below = wide && lesion !== null;
  const base = label.row - (!below && props.detail ? 88 : 28);
  return (
    <g>
      {lesion && state.lesion > 0 ? (
        <path
          d={`M${lesion.shape.map((point) => point.join(' ')).join('L')}Z`}
          fill={theme.accent}
          stroke={theme.ink}
          strokeWidth={2}
          opacity={state.lesion === 1 ? undefined : state.lesion}
        />
      ) : null}
      {lesion ? <Thread d={lesion.path} drawn={state.thread} colour={theme.accent} casing={theme.ink} /> : null}
      {label.lines.map((text, i) => (
        <Line
          key={text}
          x={label.x}
          y={base - (label.lines.length - 1 - i) * Math.round(label.size * 1.2)}
          anchor={label.end ? 'end' : 'start'}
          type="findingName"
          size={label.size}
          brand={brand}
          fill={theme.paper}
          {...state.label}
        >
          {text}
        </Line>
      ))}
      {props.detail ? (
        <Line
          x={label.x}
          y={label.row + (below ? 60 : -28)}
          anchor={label.end ? 'end' : 'start'}
          type="label"
          weight={450}
          brand={brand}
          fill={theme.mute}
          {...state.detail}
        >
          {props.detail}
        </Line>
      ) : null}
    </g>
  );
}

/** Both lungs in space, rebuilt from the segmentation, and the lesion's place in them. */
export function Surface({ props, state }: { props: SurfaceProps; state: SurfaceState }): ReactElement {
  const theme = themeOf(props.brand);
  const part = { props, state, theme };
  return (
    <>
      <Lungs {...part} />
      <Stage width={props.width} height={props.height}>
        {props.warp ? <WarpLung warp={props.warp} colour={theme.line} /> : null}
        <Frame {...part} />
        <Lesion {...part} />
      </Stage>
    </>
  );
}
