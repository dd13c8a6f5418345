import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import { displayFace, fitSize } from '#domain/film/measure';
import {
  rowName,
  TABLE_LAYOUT,
  type TableLayout,
  type TableProps,
  type TableState,
  tableList,
  tableRows,
} from '#domain/film/table';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, TYPE, themeOf } from '../theme.ts';

interface Part {
  readonly props: TableProps;
  readonly state: TableState;
  readonly theme: Theme;
  readonly layout: TableLayout;
  readonly rows: ReturnType<typeof tableRows>;
}

/** Right ends of the columns in use: the slice always stands last. */
const endsOf = ({ props, layout }: Pick<Part, 'props' | 'layout'>): readonly number[] =>
  layout.ends.slice(layout.ends.length - props.columns.length);

/** One finding: rank, place and type, then its measures under or beside them. */
function Row(part: Part & { index: number }): ReactElement | null {
  const { props, state, theme, layout, rows, index } = part;
  const row = props.rows[index];
  const entrance = state.rows[index];
  if (!row || !entrance) return null;
  const { brand } = props;
  const top = layout.rows.top + index * rows.pitch;
  const unit = Math.max(TYPE.small.size, Math.round(rows.value * 0.6));
  const shared = { brand, ...entrance };
  return (
    <g>
      <Line
        x={layout.left}
        y={top + rows.nameY}
        type="value"
        size={rows.name}
        fill={row.leading ? theme.accent : theme.mute}
        {...shared}
      >
        {row.rank}
      </Line>
      <Line x={layout.place.x} y={top + rows.nameY} type="label" size={rows.name} fill={theme.paper} {...shared}>
        {rowName(row)}
      </Line>
      {(rows.alone ? [] : row.cells).map((cell, i) => (
        <Line
          key={props.columns[i]?.key}
          x={endsOf(part)[i] ?? 0}
          y={top + rows.valueY}
          type="value"
          size={rows.value}
          fill={theme.paper}
          anchor="end"
          {...shared}
        >
          {cell.value}
          {cell.unit ? (
            <tspan style={{ fontSize: unit, fontWeight: TYPE.small.weight }} fill={theme.mute}>
              {` ${cell.unit}`}
            </tspan>
          ) : null}
        </Line>
      ))}
      {row.leading ? null : (
        <line
          x1={layout.left}
          y1={top + rows.pitch}
          x2={layout.right}
          y2={top + rows.pitch}
          stroke={theme.rule}
          strokeWidth={2}
          opacity={entrance.opacity}
        />
      )}
    </g>
  );
}

/** The measures of a finding alone, one under another. */
function List({ props, state, theme, layout, rows }: Part): ReactElement {
  const lines = tableList(layout, rows.pitch, props.columns.length);
  const cells = props.rows[0]?.cells ?? [];
  return (
    <g>
      {lines.map(({ y, size, rule }, i) => {
        const shared = { y, brand: props.brand, ...state.cells[i] };
        const cell = cells[i];
        return (
          <g key={props.columns[i]?.key}>
            <Line x={layout.place.x} type="secondary" size={Math.min(44, size)} fill={theme.mute} {...shared}>
              {props.columns[i]?.name}
            </Line>
            <Line x={layout.right} type="value" size={size} fill={theme.paper} anchor="end" {...shared}>
              {cell?.value}
              {cell?.unit ? (
                <tspan
                  style={{ fontSize: Math.max(TYPE.small.size, Math.round(size * 0.6)), fontWeight: TYPE.small.weight }}
                  fill={theme.mute}
                >
                  {` ${cell.unit}`}
                </tspan>
              ) : null}
            </Line>
            <line
              x1={layout.place.x}
              y1={rule}
              x2={layout.right}
              y2={rule}
              stroke={theme.rule}
              strokeWidth={2}
              opacity={state.cells[i]?.opacity}
            />
          </g>
        );
      })}
    </g>
  );
}

/** Nothing found: said large on the thread, with what that does not mean. */
function Empty({ props, state, theme, layout }: Part): ReactElement {
  const { brand } = props;
  const { y, size } = layout.none;
  const room = layout.right - layout.left;
  return (
    <g>
      <Thread d={`M0 ${y + 50}H${layout.right}`} drawn={state.leg} colour={theme.accent} />
      <Line
        x={layout.left}
        y={y}
        type="headline"
        size={fitSize(props.headline, size, room, displayFace(brand), 0.02)}
        brand={brand}
        fill={theme.paper}
        {...state.headline}
      >
        {props.headline}
      </Line>
      {(props.empty?.lines ?? []).map((line, i) => (
        <Line
          key={line}
          x={layout.left}
          y={y + 70 + Math.round((props.empty?.size ?? 0) * (1 + i * 1.35))}
          type="secondary"
          size={props.empty?.size ?? 40}
          brand={brand}
          fill={theme.mute}
          opacity={state.notes}
        >
          {line}
        </Line>
      ))}
      {props.note ? (
        <Line x={layout.left} y={layout.notes} type="small" brand={brand} fill={theme.mute} opacity={state.notes}>
          {props.note}
        </Line>
      ) : null}
    </g>
  );
}

/** What is counted under the rows, and how was measured. */
function Notes({ props, state, theme, layout, rows }: Part): ReactElement {
  const narrow = layout.stacked && rows.alone;
  // Without millimetres there is one measure at most: that there are none is said where they would stand.
  const bare = rows.alone && props.columns.length === 1;
  const shared = { brand: props.brand, opacity: state.notes };
  return (
    <g>
      {props.rest ? (
        <Line
          x={layout.left}
          y={narrow && !bare ? layout.notes - 44 : layout.notes}
          type="secondary"
          size={32}
          fill={theme.paper}
          {...shared}
        >
          {props.rest}
        </Line>
      ) : null}
      <Line
        x={bare ? layout.place.x : props.rest && !narrow ? layout.right : layout.left}
        y={bare ? (tableList(layout, rows.pitch, 1)[0]?.rule ?? 0) + 84 : layout.notes}
        type="small"
        size={bare ? 40 : 28}
        fill={theme.mute}
        anchor={props.rest && !narrow && !bare ? 'end' : 'start'}
        {...shared}
      >
        {props.note}
      </Line>
    </g>
  );
}

/** Findings of the case, a row each; the thread underlines the one the film is about. */
export function Table({ props, state }: { props: TableProps; state: TableState }): ReactElement {
  const layout = TABLE_LAYOUT[aspectOf(props)];
  const { brand } = props;
  const theme = themeOf(brand);
  const rows = tableRows(layout, props);
  const part = { props, state, theme, layout, rows };
  const room = layout.right - layout.left;
  if (props.empty) {
    return (
      <Stage width={props.width} height={props.height}>
        <Empty {...part} />
      </Stage>
    );
  }
  return (
    <Stage width={props.width} height={props.height}>
      <Line
        x={layout.left}
        y={layout.headline.y}
        type="question"
        size={fitSize(props.headline, layout.headline.size, room, displayFace(brand), 0.02)}
        brand={brand}
        fill={theme.paper}
        {...state.headline}
      >
        {props.headline}
      </Line>
      <g opacity={state.heading === 1 ? undefined : state.heading}>
        {rows.stacked || rows.alone ? null : (
          <Line x={layout.place.x} y={layout.heading} type="small" brand={brand} fill={theme.mute}>
            {props.placeHeading}
          </Line>
        )}
        {(rows.alone ? [] : props.columns).map((column, i) => (
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
      <Thread d={`M0 ${layout.rows.top + rows.pitch}H${layout.right}`} drawn={state.leg} colour={theme.accent} />
      {props.rows.map((row, i) => (
        <Row key={row.key} {...part} index={i} />
      ))}
      {rows.alone ? <List {...part} /> : null}
      <Notes {...part} />
    </Stage>
  );
}
