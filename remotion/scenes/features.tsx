import type { ReactElement } from 'react';
import type { FeaturesProps, FeaturesState } from '#domain/film/features';
import { displayFace, fitSize, textWidth } from '#domain/film/measure';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, TYPE, themeOf } from '../theme.ts';

const LEFT = 96;
const RIGHT = 800;
const ROWS = [300, 546, 792] as const;
/** The shuttle: in from the left edge, back and forth with turns of radius 40. */
const LEGS = [
  'M0 300H840',
  'M840 300A40 40 0 0 1 880 340V506A40 40 0 0 1 840 546H80',
  'M80 546A40 40 0 0 0 40 586V752A40 40 0 0 0 80 792H800',
] as const;
const TABLE = { left: 984, value: 1290, from: 1330, to: 1596, right: 1824, top: 222, pitch: 74 } as const;
const UNIT = 52;

interface Part {
  readonly props: FeaturesProps;
  readonly state: FeaturesState;
  readonly theme: Theme;
}

/** One of the three measures that decide: name, number, thresholds and its knot on the thread. */
function Leading({ props, state, theme, index }: Part & { index: number }): ReactElement | null {
  const { brand } = props;
  const item = props.leading[index];
  const y = ROWS[index];
  const name = state.names[index];
  const value = state.values[index];
  if (!item || y === undefined || !name || !value) return null;
  const unitWidth = item.unit ? textWidth(item.unit, UNIT) + 14 : 0;
  const knot = state.knots[index] ?? 0;
  const nameRoom =
    RIGHT - LEFT - unitWidth - textWidth(item.value, TYPE.keyNumber.size, 'text', TYPE.keyNumber.tracking) - 28;
  const knotX = item.at === null ? null : LEFT + item.at * (RIGHT - LEFT);
  return (
    <g>
      <Line
        x={LEFT}
        y={y - 38}
        type="findingName"
        size={fitSize(item.name, 48, Math.min(330, nameRoom), displayFace(brand))}
        brand={brand}
        fill={theme.paper}
        {...name}
      >
        {item.name}
      </Line>
      <Line x={RIGHT - unitWidth} y={y - 46} type="keyNumber" brand={brand} fill={theme.paper} anchor="end" {...value}>
        {item.value}
      </Line>
      {item.unit ? (
        <Line x={RIGHT} y={y - 46} type="value" size={UNIT} brand={brand} fill={theme.mute} anchor="end" {...value}>
          {item.unit}
        </Line>
      ) : null}
      <g opacity={name.opacity}>
        {item.marks.map((mark) => {
          const x = LEFT + mark.at * (RIGHT - LEFT);
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
                x={Math.max(x, LEFT + textWidth(mark.text, 30) / 2 - 10)}
                y={y + 48}
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
function Row({ props, state, theme, index }: Part & { index: number }): ReactElement | null {
  const row = props.rows[index];
  const opacity = state.rows[index] ?? 0;
  if (!row || opacity === 0) return null;
  const { brand } = props;
  const y = TABLE.top + index * TABLE.pitch;
  const scaleY = y - 11;
  const at = (t: number): number => TABLE.from + t * (TABLE.to - TABLE.from);
  const last = index === props.rows.length - 1;
  return (
    <g opacity={opacity === 1 ? undefined : opacity}>
      <Line x={TABLE.left} y={y} type="secondary" size={34} brand={brand} fill={theme.mute}>
        {row.name}
      </Line>
      <Line x={TABLE.value} y={y} type="value" brand={brand} fill={theme.paper} anchor="end">
        {row.value}
        {row.unit ? (
          <tspan style={{ fontSize: TYPE.small.size, fontWeight: TYPE.small.weight }} fill={theme.mute}>
            {row.unit === '%' ? '%' : ` ${row.unit}`}
          </tspan>
        ) : null}
      </Line>
      <line x1={TABLE.from} y1={scaleY} x2={TABLE.to} y2={scaleY} stroke={theme.line} strokeWidth={3} />
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
      {row.note ? (
        <Line x={TABLE.right} y={y} type="small" brand={brand} fill={theme.mute} anchor="end">
          {row.note}
        </Line>
      ) : null}
      {last ? null : (
        <line x1={TABLE.left} y1={y + 26} x2={TABLE.right} y2={y + 26} stroke={theme.rule} strokeWidth={2} />
      )}
    </g>
  );
}

/** 07 Measures: the three that decide on one shuttle thread, the other nine in a table. */
export function Features({ props, state }: { props: FeaturesProps; state: FeaturesState }): ReactElement {
  const theme = themeOf(props.brand);
  const part = { props, state, theme };
  const legendWidth = props.legend ? textWidth(props.legend, TYPE.small.size) : 0;
  return (
    <Stage width={props.width} height={props.height}>
      {LEGS.map((d, i) => (
        <Thread key={d} d={d} drawn={state.legs[i] ?? 0} colour={theme.accent} width={4} />
      ))}
      {props.leading.map((item, i) => (
        <Leading key={item.key} {...part} index={i} />
      ))}
      {state.heading > 0 ? (
        <g opacity={state.heading === 1 ? undefined : state.heading}>
          <Line x={TABLE.left} y={156} type="small" brand={props.brand} fill={theme.mute}>
            {props.tableHeading}
          </Line>
          {props.legend ? (
            <>
              <line
                x1={TABLE.right - legendWidth - 72}
                y1={147}
                x2={TABLE.right - legendWidth - 18}
                y2={147}
                stroke={theme.mute}
                strokeWidth={7}
              />
              <Line x={TABLE.right} y={156} type="small" brand={props.brand} fill={theme.mute} anchor="end">
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
