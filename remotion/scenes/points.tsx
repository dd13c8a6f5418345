import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import { gridOf } from '#domain/film/grid';
import { POINTS_LAYOUT, type PointsProps, type PointsState } from '#domain/film/points';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { themeOf } from '../theme.ts';

/** The film's key points on one thread that runs down, a node as each is spoken. */
export function Points({ props, state }: { props: PointsProps; state: PointsState }): ReactElement {
  const layout = POINTS_LAYOUT[aspectOf(props)];
  const { brand } = props;
  const theme = themeOf(brand);
  const { spine, text, beside } = layout;
  const { right } = gridOf(props);
  const name = beside === null ? 8 : 26;
  const pitch = (layout.bottom - layout.top) / props.points.length;
  const nodeY = (i: number): number => Math.round(layout.top + pitch * (i + 0.5));
  const leg = (i: number): string =>
    i === 0
      ? `M0 ${nodeY(0) - 70}C${spine * 0.56} ${nodeY(0) - 70} ${spine} ${nodeY(0) - 62} ${spine} ${nodeY(0)}`
      : `M${spine} ${nodeY(i - 1)}V${nodeY(i)}`;
  return (
    <Stage width={props.width} height={props.height}>
      <Line
        x={layout.left}
        y={layout.title.y}
        type="label"
        size={layout.title.size}
        brand={brand}
        fill={theme.mute}
        {...state.title}
      >
        {props.title}
      </Line>
      <line
        x1={spine}
        y1={nodeY(0)}
        x2={spine}
        y2={nodeY(props.points.length - 1)}
        stroke={theme.line}
        strokeWidth={3}
      />
      {props.points.map((point, i) => (
        <Thread key={point.key} d={leg(i)} drawn={state.legs[i] ?? 0} colour={theme.accent} />
      ))}
      {props.points.map((point, i) => {
        const grown = state.nodes[i] ?? 0;
        const y = nodeY(i);
        return (
          <g key={point.key}>
            {grown > 0 ? (
              <>
                <circle cx={spine} cy={y} r={20} fill={theme.ink} />
                <circle cx={spine} cy={y} r={12 * grown} fill={theme.accent} />
              </>
            ) : null}
            <Line
              x={text.x}
              y={y + name}
              type="findingName"
              size={point.name.size}
              brand={brand}
              fill={theme.paper}
              {...state.rows[i]}
            >
              {point.name.lines[0]}
            </Line>
            <Line
              x={props.detailX}
              y={y + (beside === null ? name + Math.round(point.detail.size * 1.5) : 14)}
              type="secondary"
              size={point.detail.size}
              brand={brand}
              fill={theme.mute}
              {...state.rows[i]}
            >
              {point.detail.lines[0]}
            </Line>
            {i < props.points.length - 1 ? (
              <line
                x1={text.x}
                y1={y + pitch / 2 + (beside === null ? 12 : 0)}
                x2={right}
                y2={y + pitch / 2 + (beside === null ? 12 : 0)}
                stroke={theme.rule}
                strokeWidth={2}
                opacity={state.rows[i]?.opacity}
              />
            ) : null}
          </g>
        );
      })}
    </Stage>
  );
}
