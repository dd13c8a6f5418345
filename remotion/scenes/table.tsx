import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import { displayFace, fitSize } from '#domain/film/measure';
import { TABLE_LAYOUT, type TableLayout, type TableProps, type TableState } from '#domain/film/table';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { TYPE, themeOf } from '../theme.ts';

interface Part {
  readonly props: TableProps;
  readonly state: TableState;
  readonly layout: TableLayout;
}

/** Right ends of the columns in use: the slice always stands last. */
const endsOf = ({ props, layout }: Pick<Part, 'props' | 'layout'>): readonly number[] =>
  layout.ends.slice(layout.ends.length - props.columns.length);

/** One finding: rank, place and type, then its measures under or beside them. */
function Row({ props, state, layout, index }: Part & { index: number }): ReactElement | null {
  const row = props.rows[index];
  const entrance = state.rows[index];
  if (!row || !entrance) return null;
  const { brand } = props;
  const theme = themeOf(brand);
  const top = layout.first + index * layout.pitch;
  const name = `${row.place} · ${row.type}`;
  const { stacked, place } = layout;
  const nameY = stacked ? top + 62 : top + layout.pitch / 2 + 14;
  const valueY = stacked ? top + 122 : nameY;
  return (
    <g>
      <Line
        x={place.x - 80}
        y={nameY}
        type="value"
        size={stacked ? 48 : 40}
        brand={brand}
        fill={theme.mute}
        {...entrance}
      >
        {row.rank}
      </Line>
      <Line
        x={place.x}
        y={nameY}
        type="label"
        size={fitSize(name, stacked ? 48 : 40, place.room)}
        brand={brand}
        fill={theme.paper}
        {...entrance}
      >
        {name}
      </Line>
      {row.cells.map((cell, i) => (
        <Line
          key={props.columns[i]?.key}
          x={endsOf({ props, layout })[i] ?? 0}
          y={valueY}
          type="value"
          size={stacked ? 42 : 40}
          brand={brand}
          fill={theme.paper}
          anchor="end"
          {...entrance}
        >
          {cell.value}
          {cell.unit ? (
            <tspan style={{ fontSize: TYPE.small.size, fontWeight: TYPE.small.weight }} fill={theme.mute}>
              {` ${cell.unit}`}
            </tspan>
          ) : null}
        </Line>
      ))}
      {row.leading ? null : (
        <line
          x1={place.x - 80}
          y1={top + layout.pitch}
          x2={layout.ends.at(-1)}
          y2={top + layout.pitch}
          stroke={theme.rule}
          strokeWidth={2}
          opacity={entrance.opacity}
        />
      )}
    </g>
  );
}

/** Findings of the case, a row each; the thread underlines the one the film is about. */
export function Table({ props, state }: { props: TableProps; state: TableState }): ReactElement {
  const layout = TABLE_LAYOUT[aspectOf(props)];
  const { brand } = props;
  const theme = themeOf(brand);
  const part = { props, state, layout };
  const left = layout.place.x - 80;
  const under = layout.first + layout.pitch;
  return (
    <Stage width={props.width} height={props.height}>
      <Line
        x={left}
        y={layout.headline.y}
        type="question"
        size={fitSize(props.headline, layout.headline.size, (layout.ends.at(-1) ?? 0) - left, displayFace(brand), 0.02)}
        brand={brand}
        fill={theme.paper}
        {...state.headline}
      >
        {props.headline}
      </Line>
      <g opacity={state.heading}>
        {props.columns.map((column, i) => (
          <Line
            key={column.key}
            x={endsOf(part)[i] ?? 0}
            y={layout.heading}
            type="small"
            brand={brand}
            fill={theme.mute}
            anchor="end"
          >
            {column.name}
          </Line>
        ))}
      </g>
      <Thread d={`M0 ${under}H${layout.ends.at(-1)}`} drawn={state.leg} colour={theme.accent} width={4} />
      {props.rows.map((row, i) => (
        <Row key={row.key} {...part} index={i} />
      ))}
      <Line x={left} y={layout.notes} type="small" brand={brand} fill={theme.mute} opacity={state.notes}>
        {[props.rest, props.note].filter((text) => text !== '').join(' · ')}
      </Line>
    </Stage>
  );
}
