import type { ReactElement } from 'react';
import type { SceneBase } from '#domain/film/base';
import { gridOf } from '#domain/film/grid';
import { type HeaderMark, headerLayout, TILE } from '#domain/film/header';
import { themeOf } from '../theme.ts';
import { Line } from './text.tsx';

/** Small marks where they were placed, rules between them. */
export function Marks(props: {
  marks: readonly HeaderMark[];
  base: SceneBase;
  colour: string;
  rule: string;
}): ReactElement {
  return (
    <g>
      {props.marks.map((mark) => (
        <g key={mark.text}>
          {mark.rule === null ? null : (
            <line x1={mark.rule} y1={mark.y - 24} x2={mark.rule} y2={mark.y + 4} stroke={props.rule} strokeWidth={2} />
          )}
          <Line x={mark.x} y={mark.y} type="small" brand={props.base.brand} fill={props.colour} anchor="end">
            {mark.text}
          </Line>
        </g>
      ))}
    </g>
  );
}

/** Colours of a header on another field than ink. */
export interface HeaderColours {
  readonly tile: string | null;
  readonly secondary: string;
  readonly rule: string;
}

/** Hospital and department at the left, the marks at the right (film-style §5). */
export function Header(props: { base: SceneBase; overImage: boolean; colours?: HeaderColours }): ReactElement {
  const { brand } = props.base;
  const theme = themeOf(brand);
  const { left, header } = gridOf(props.base);
  const layout = headerLayout(props.base);
  const { tile, secondary, rule } = props.colours ?? {
    tile: theme.primary,
    secondary: props.overImage ? theme.paper : theme.mute,
    rule: theme.line,
  };
  return (
    <g>
      {tile ? <rect x={left} y={header} width={TILE} height={TILE} rx={8} fill={tile} /> : null}
      <path d={brand.logoPath} transform={`translate(${left + 10} ${header + 10}) scale(0.7)`} fill={theme.paper} />
      {layout.name.map((line) => (
        <Line key={line.y} x={line.x} y={line.y} type="small" brand={brand} fill={theme.paper} weight={550}>
          {line.text}
        </Line>
      ))}
      {layout.department ? (
        <Line x={layout.department.x} y={layout.department.y} type="small" brand={brand} fill={secondary}>
          {layout.department.text}
        </Line>
      ) : null}
      <Marks marks={layout.marks} base={props.base} colour={secondary} rule={rule} />
    </g>
  );
}
