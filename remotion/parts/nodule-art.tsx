import type { ReactElement } from 'react';
import { blob, VESSELS } from '#domain/film/nodule-art';
import type { NoduleType } from '#domain/finding';
import type { Theme } from '../theme.ts';

/** Shares of the radius at which haze thickens: flat steps, as a thin cloud lets more through at its rim. */
const HAZE = [1, 0.95, 0.89, 0.82] as const;

function Vessels({ theme, opacity }: { theme: Theme; opacity: number }): ReactElement {
  return (
    <g fill="none" stroke={theme.paper} strokeLinecap="round" opacity={opacity}>
      {VESSELS.map(({ d, width }) => (
        <path key={d} d={d} strokeWidth={width} />
      ))}
    </g>
  );
}

interface Body {
  readonly theme: Theme;
  readonly radius: number;
  readonly turn: number;
  readonly uneven: number;
}

function Solid({ theme, radius, turn, uneven }: Body): ReactElement {
  return (
    <g fill={theme.paper}>
      <path d={blob(radius, turn, uneven)} opacity={0.5} />
      <path d={blob(radius * 0.95, turn, uneven)} />
    </g>
  );
}

/** A nodule as its density looks on CT, drawn about (0, 0): dense, a haze, or a haze with a dense middle. `round` = a plain disc. */
export function NoduleArt(props: { type: NoduleType; radius: number; theme: Theme; round?: boolean }): ReactElement {
  const { type, radius, theme } = props;
  const uneven = props.round ? 0 : 1;
  if (type === 'solid') return <Solid theme={theme} radius={radius} turn={0.6} uneven={uneven} />;
  return (
    <g>
      <g fill={theme.paper}>
        {HAZE.map((share) => (
          <path key={share} d={blob(radius * share, 0.6, uneven)} opacity={0.15} />
        ))}
      </g>
      {type === 'part-solid' ? (
        <g transform={`translate(${radius * 0.1} ${radius * 0.06})`}>
          <Solid theme={theme} radius={radius * 0.46} turn={2.2} uneven={1} />
        </g>
      ) : null}
    </g>
  );
}

/** A round window of lung with a nodule, radius 100 about (0, 0): vessels pass behind what is dense and show through a haze. Null = lung alone. */
export function NoduleWindow(props: {
  id: string;
  type: NoduleType | null;
  nodule: number;
  theme: Theme;
}): ReactElement {
  const { id, type, nodule, theme } = props;
  return (
    <g>
      <clipPath id={id}>
        <circle r={100} />
      </clipPath>
      <circle r={100} fill={theme.rule} />
      <g clipPath={`url(#${id})`}>
        <Vessels theme={theme} opacity={0.42} />
        {type ? (
          <g opacity={nodule === 1 ? undefined : nodule}>
            <NoduleArt type={type} radius={46} theme={theme} />
          </g>
        ) : null}
        {type === 'non-solid' ? <Vessels theme={theme} opacity={0.14} /> : null}
      </g>
    </g>
  );
}
