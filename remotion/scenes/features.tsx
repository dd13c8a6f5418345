import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import type { FeaturesProps, FeaturesState } from '#domain/film/features';
import { FEATURES_LAYOUT, type FeaturesLayout } from '#domain/film/features-layout';
import { displayFace, fitSize, textWidth } from '#domain/film/measure';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, TYPE, themeOf } from '../theme.ts';

interface Part {
  readonly props: FeaturesProps;
  readonly state: FeaturesState;
  readonly theme: Theme;
  readonly layout: FeaturesLayout;
}

/** One of the three measures that decide: name, number, thresholds and its knot on the thread. */
function Leading({ props, state, theme, layout, index }: Part & { index: number }): ReactElement | null {
  const { brand } = props;
  const item = props.leading[index];
  const { left, right, number, unit, above, stacked } = layout.shuttle;
  const y = layout.shuttle.rows[index];
  const name = state.names[index];
  const value = state.values[index];
  if (!item || y === undefined || !name || !value) return null;
  const unitWidth = item.unit ? textWidth(item.unit, unit) + 14 : 0;
  const knot = state.knots[index] ?? 0;
  const nameRoom = stacked
    ? right - left
    : right - left - unitWidth - textWidth(item.value, number, 'text', TYPE.keyNumber.tracking) - 28;
  const nameMost = stacked ? nameRoom : (right - left) * 0.46875;
  const knotX = item.at === null ? null : left + item.at * (right - left);
  return (
    <g>
      <Line
        x={left}
        y={y - above[0]}
        type="findingName"
        size={fitSize(item.name, layout.shuttle.name, Math.min(nameMost, nameRoom), displayFace(brand))}
        brand={brand}
        fill={theme.paper}
        {...name}
      >
        {item.name}
      </Line>
      <Line
        x={right - unitWidth}
        y={y - above[1]}
        type="keyNumber"
        size={number}
        brand={brand}
        fill={theme.paper}
        anchor="end"
        {...value}
      >
        {item.value}
      </Line>
      {item.unit ? (
        <Line
          x={right}
          y={y - above[1]}
          type="value"
          size={unit}
          brand={brand}
          fill={theme.mute}
          anchor="end"
          {...value}
        >
          {item.unit}
        </Line>
      ) : null}
      <g opacity={name.opacity}>
        {item.marks.map((mark) => {
          const x = left + mark.at * (right - left);
          const near = knotX !== null && Math.abs(x - knotX) < 22;
          return (
            <g key={mark.at}>
              {near ? null : (
                <>
                  <rect x={x - 6} y={y - 5} width={12} height={10} fill={theme.ink} />
                  <line
                    x1={x}
                    y1={y - 10}
                    x2={x}
                    y2={y + 10}
                    stroke={theme.paper}
                    strokeWidth={3}
                    strokeLinecap="round"
                  />
                </>
              )}
              <Line
                x={Math.max(x, left + textWidth(mark.text, 30) / 2 - 10)}
                y={y + layout.shuttle.marks}
                type="value"
                size={30}
                weight={450}
                brand={brand}
                fill={theme.mute}
                anchor="middle"
              >
                {mark.text}
              </Line>
            </g>
          );
        })}
      </g>
      {knotX !== null && knot > 0 ? (
        <circle
          cx={knotX}
          cy={y}
          r={12 * knot}
          fill={theme.accent}
          stroke={theme.ink}
          strokeWidth={12}
          paintOrder="stroke"
        />
      ) : null}
    </g>
  );
}

/** One row of the table; a segment shows the reference range, an open ring "not seen". */
function Row({ props, state, theme, layout, index }: Part & { index: number }): ReactElement | null {
  const row = props.rows[index];
  const opacity = state.rows[index] ?? 0;
  if (!row || opacity === 0) return null;
  const { brand } = props;
  const { table } = layout;
  const y = table.top + index * table.pitch;
  const scaleY = table.scale ? y - 11 : y + table.rule;
  const { from, to } = table.scale ?? { from: table.left, to: table.right };
  const at = (t: number): number => from + t * (to - from);
  const last = index === props.rows.length - 1;
  return (
    <g opacity={opacity === 1 ? undefined : opacity}>
      <Line x={table.left} y={y} type="secondary" size={34} brand={brand} fill={theme.mute}>
        {row.name}
      </Line>
      <Line x={table.value} y={y} type="value" brand={brand} fill={theme.paper} anchor="end">
        {row.value}
        {row.unit ? (
          <tspan style={{ fontSize: TYPE.small.size, fontWeight: TYPE.small.weight }} fill={theme.mute}>
            {row.unit === '%' ? '%' : ` ${row.unit}`}
          </tspan>
        ) : null}
      </Line>
      <line x1={from} y1={scaleY} x2={to} y2={scaleY} stroke={theme.line} strokeWidth={3} />
      {row.reference ? (
        <line
          x1={at(row.reference[0])}
          y1={scaleY}
          x2={at(row.reference[1])}
          y2={scaleY}
          stroke={theme.mute}
          strokeWidth={7}
        />
      ) : null}
      {row.at === null ? null : row.open ? (
        <circle cx={at(row.at)} cy={scaleY} r={8} fill={theme.ink} stroke={theme.mute} strokeWidth={3} />
      ) : (
        <circle
          cx={at(row.at)}
          cy={scaleY}
          r={8}
          fill={theme.accent}
          stroke={theme.ink}
          strokeWidth={8}
          paintOrder="stroke"
        />
      )}
      {row.note && table.scale ? (
        <Line x={table.right} y={y} type="small" brand={brand} fill={theme.mute} anchor="end">
          {row.note}
        </Line>
      ) : null}
      {last || !table.scale ? null : (
        <line
          x1={table.left}
          y1={y + table.rule}
          x2={table.right}
          y2={y + table.rule}
          stroke={theme.rule}
          strokeWidth={2}
        />
      )}
    </g>
  );
}

/** 07 Measures: the three that decide on one shuttle thread, the other nine in a table. */
export function Features({ props, state }: { props: FeaturesProps; state: FeaturesState }): ReactElement {
  const theme = themeOf(props.brand);
  const layout = FEATURES_LAYOUT[aspectOf(props)];
  const { table } = layout;
  const part = { props, state, theme, layout };
  const headingFits =
    !props.legend ||
    textWidth(props.tableHeading, TYPE.small.size) + textWidth(props.legend, TYPE.small.size) + 96 <
      table.right - table.left;
  const legendWidth = props.legend ? textWidth(props.legend, TYPE.small.size) : 0;
  return (
    <Stage width={props.width} height={props.height}>
      {layout.shuttle.legs.map((d, i) => (
        <Thread key={d} d={d} drawn={state.legs[i] ?? 0} colour={theme.accent} width={4} />
      ))}
      {props.leading.map((item, i) => (
        <Leading key={item.key} {...part} index={i} />
      ))}
      {state.heading > 0 ? (
        <g opacity={state.heading === 1 ? undefined : state.heading}>
          {headingFits ? (
            <Line x={table.left} y={table.heading} type="small" brand={props.brand} fill={theme.mute}>
              {props.tableHeading}
            </Line>
          ) : null}
          {props.legend ? (
            <>
              <line
                x1={table.right - legendWidth - 72}
                y1={table.heading - 9}
                x2={table.right - legendWidth - 18}
                y2={table.heading - 9}
                stroke={theme.mute}
                strokeWidth={7}
              />
              <Line x={table.right} y={table.heading} type="small" brand={props.brand} fill={theme.mute} anchor="end">
                {props.legend}
              </Line>
            </>
          ) : null}
        </g>
      ) : null}
      {props.rows.map((row, i) => (
        <Row key={row.key} {...part} index={i} />
      ))}
    </Stage>
  );
}
