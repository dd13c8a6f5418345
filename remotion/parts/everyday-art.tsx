import type { ReactElement } from 'react';
import type { Theme } from '../theme.ts';

interface Art {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/** Flat drawings of everyday things, each filling its box about (0, 0) exactly: width and height are its true size on the frame's scale. */
const ARTS: Readonly<Record<string, (art: Art) => ReactElement>> = {
  'mung-bean': ({ width, height, theme }) => (
    <>
      <ellipse rx={width / 2} ry={height / 2} fill={theme.mute} />
      <path
        d={`M${-width * 0.12} ${-height * 0.3}H${width * 0.12}`}
        stroke={theme.paper}
        strokeWidth={Math.max(4, height * 0.1)}
        strokeLinecap="round"
      />
    </>
  ),
  soybean: ({ width, height, theme }) => (
    <>
      <ellipse rx={width / 2} ry={height / 2} fill={theme.mute} />
      <ellipse
        cx={width * 0.06}
        cy={-height * 0.26}
        rx={width * 0.15}
        ry={height * 0.07}
        fill={theme.ink}
        opacity={0.6}
      />
    </>
  ),
  pea: ({ width, height, theme }) => (
    <>
      <ellipse rx={width / 2} ry={height / 2} fill={theme.mute} />
      <path
        d={`M${-width * 0.3} ${-height * 0.12}A${width * 0.34} ${height * 0.34} 0 0 1 ${width * 0.02} ${-height * 0.34}`}
        fill="none"
        stroke={theme.paper}
        strokeWidth={Math.max(4, height * 0.05)}
        strokeLinecap="round"
      />
    </>
  ),
  peanut: ({ width, height, theme }) => (
    <>
      <path
        d={`M${-width / 2} 0C${-width / 2} ${-height * 0.42} ${-width * 0.2} ${-height / 2} ${width * 0.12} ${-height / 2}C${width * 0.4} ${-height / 2} ${width / 2} ${-height * 0.2} ${width / 2} 0C${width / 2} ${height * 0.2} ${width * 0.4} ${height / 2} ${width * 0.12} ${height / 2}C${-width * 0.2} ${height / 2} ${-width / 2} ${height * 0.42} ${-width / 2} 0Z`}
        fill={theme.mute}
      />
      <path
        d={`M${-width * 0.34} 0C${-width * 0.1} ${-height * 0.08} ${width * 0.16} ${-height * 0.06} ${width * 0.42} 0`}
        fill="none"
        stroke={theme.ink}
        strokeWidth={3}
        opacity={0.55}
        strokeLinecap="round"
      />
    </>
  ),
  finger: ({ width, height, theme }) => (
    <>
      <path
        d={`M${-width / 2} ${height / 2}V${-height * 0.02}A${width / 2} ${height * 0.48} 0 0 1 ${width / 2} ${-height * 0.02}V${height / 2}Z`}
        fill={theme.mute}
      />
      <path
        d={`M${-width * 0.27} ${height * 0.16}V${-height * 0.14}A${width * 0.27} ${height * 0.26} 0 0 1 ${width * 0.27} ${-height * 0.14}V${height * 0.16}A${width * 0.3} ${height * 0.12} 0 0 1 ${-width * 0.27} ${height * 0.16}Z`}
        fill={theme.paper}
        opacity={0.5}
      />
    </>
  ),
  coin: ({ width, theme }) => (
    <>
      <circle r={width / 2} fill={theme.mute} />
      <circle r={width * 0.45} fill="none" stroke={theme.ink} strokeWidth={3} opacity={0.55} />
      <path
        d={`M${-width * 0.09} ${-width * 0.19}L${width * 0.02} ${-width * 0.25}V${width * 0.25}M${-width * 0.1} ${width * 0.25}H${width * 0.14}`}
        fill="none"
        stroke={theme.ink}
        strokeWidth={Math.max(6, width * 0.05)}
        strokeLinecap="round"
        strokeLinejoin="round"
        opacity={0.75}
      />
    </>
  ),
  'quail-egg': ({ width, height, theme }) => (
    <>
      <path
        d={`M${-width / 2} 0C${-width / 2} ${-height * 0.36} ${-width * 0.22} ${-height / 2} ${width * 0.06} ${-height / 2}C${width * 0.34} ${-height / 2} ${width / 2} ${-height * 0.26} ${width / 2} 0C${width / 2} ${height * 0.26} ${width * 0.34} ${height / 2} ${width * 0.06} ${height / 2}C${-width * 0.22} ${height / 2} ${-width / 2} ${height * 0.36} ${-width / 2} 0Z`}
        fill={theme.mute}
      />
      <g fill={theme.ink} opacity={0.5}>
        {[
          [-0.3, -0.1, 0.03],
          [-0.14, 0.2, 0.045],
          [0.02, -0.24, 0.04],
          [0.12, 0.1, 0.055],
          [0.28, -0.16, 0.035],
          [0.3, 0.18, 0.03],
          [-0.06, -0.02, 0.03],
        ].map(([x = 0, y = 0, r = 0]) => (
          <ellipse key={x} cx={x * width} cy={y * height} rx={r * width} ry={r * width * 0.8} />
        ))}
      </g>
    </>
  ),
  'table-tennis-ball': ({ width, theme }) => (
    <>
      <circle r={width / 2} fill={theme.mute} />
      <path
        d={`M${-width * 0.47} ${-width * 0.14}C${-width * 0.2} ${width * 0.04} ${width * 0.2} ${width * 0.04} ${width * 0.47} ${-width * 0.14}`}
        fill="none"
        stroke={theme.ink}
        strokeWidth={3}
        opacity={0.4}
      />
    </>
  ),
};

/** One thing about (x, y), `width` by `height` px. */
export function EverydayArt(props: { id: string; x: number; y: number; opacity: number } & Art): ReactElement | null {
  const Draw = ARTS[props.id];
  if (!Draw || props.opacity === 0) return null;
  const { width, height, theme } = props;
  return (
    <g transform={`translate(${props.x} ${props.y})`} opacity={props.opacity === 1 ? undefined : props.opacity}>
      {Draw({ width, height, theme })}
    </g>
  );
}
