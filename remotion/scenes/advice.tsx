import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import type { AdviceProps, AdviceState } from '#domain/film/advice';
import { ADVICE_LAYOUT, type AdviceLayout } from '#domain/film/advice-layout';
import { displayFace, fitSize, textWidth } from '#domain/film/measure';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { markHole } from '../parts/lesion-mark.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

/** The nodes' rows: spread where no lesion takes the room. */
function nodeRows({ props, layout }: Pick<Part, 'props' | 'layout'>): number[] {
  const { first, pitch } = props.lesion ? layout.nodes : layout.alone;
  return props.rows.map((_, i) => first + pitch * i);
}

/** In from the edge onto the spine, then from node to node. */
function legs(part: Pick<Part, 'props' | 'layout'>): string[] {
  const rows = nodeRows(part);
  const { spine } = part.layout;
  const first = rows[0] ?? 0;
  const from = first - 70;
  return rows.map((y, i) =>
    i === 0
      ? `M0 ${from}C${Math.round(spine * 0.5636)} ${from} ${spine} ${from + 8} ${spine} ${y}`
      : `M${spine} ${rows[i - 1]}V${y}`,
  );
}

interface Part {
  readonly props: AdviceProps;
  readonly state: AdviceState;
  readonly theme: Theme;
  readonly layout: AdviceLayout;
}

/** One piece of advice: what, how, and the works it rests on. */
function Row({ props, state, theme, layout, index }: Part & { index: number }): ReactElement | null {
  const row = props.rows[index];
  const entrance = state.rows[index];
  if (!row || !entrance) return null;
  const { brand } = props;
  const { rows } = layout;
  const y = nodeRows({ props, layout })[index] ?? 0;
  const pitch = (props.lesion ? layout.nodes : layout.alone).pitch;
  const badges = row.references.map((number) => `[${number}]`).join(' ');
  const end = rows.right - (badges ? 70 : 0);
  const name = rows.detail === null ? { y: y + 4, room: end - rows.x } : { y: y + 21, room: rows.detail - rows.x - 20 };
  const detail =
    rows.detail === null
      ? { x: rows.x, y: y + 4 + Math.round(rows.detailSize * 1.44), room: end - rows.x }
      : { x: rows.detail, y: y + 16, room: end - rows.detail };
  return (
    <g>
      <Line
        x={rows.x}
        y={name.y}
        type="findingName"
        size={fitSize(row.name, rows.name, name.room, displayFace(brand))}
        brand={brand}
        fill={theme.paper}
        {...entrance}
      >
        {row.name}
      </Line>
      <Line
        x={detail.x}
        y={detail.y}
        type="secondary"
        size={fitSize(row.detail, rows.detailSize, detail.room)}
        brand={brand}
        fill={theme.mute}
        {...entrance}
      >
        {row.detail}
      </Line>
      {badges ? (
        <Line
          x={rows.right}
          y={y + 12}
          type="value"
          size={28}
          brand={brand}
          fill={theme.accent}
          anchor="end"
          {...entrance}
        >
          {badges}
        </Line>
      ) : null}
      {index < props.rows.length - 1 ? (
        <line
          x1={rows.x}
          y1={y + pitch / 2 + (rows.detail === null ? 12 : 0)}
          x2={rows.right}
          y2={y + pitch / 2 + (rows.detail === null ? 12 : 0)}
          stroke={theme.rule}
          strokeWidth={2}
          opacity={entrance.opacity}
        />
      ) : null}
    </g>
  );
}

/** The lesion with its mark: what the advice is about. */
function Lesion({ props, state, theme, layout }: Part): ReactElement | null {
  const { lesion, brand } = props;
  if (!lesion) return null;
  const at = layout.lesion;
  const opacity = state.picture === 1 ? undefined : state.picture;
  const mark = markHole(lesion.mark, lesion.view);
  return (
    <div style={{ position: 'absolute', inset: 0, opacity }}>
      <Clip rect={layout.panel}>
        <CtImage picture={lesion.picture} view={lesion.view} />
        <Stage width={props.width} height={props.height}>
          <Thread d={mark} drawn={1} colour={theme.accent} casing={theme.ink} width={4} />
        </Stage>
      </Clip>
      <Stage width={props.width} height={props.height}>
        <Line
          x={at.x}
          y={at.name}
          type="label"
          size={fitSize(lesion.name, 36, at.room)}
          brand={brand}
          fill={theme.paper}
        >
          {lesion.name}
        </Line>
        {lesion.size ? (
          <Line
            x={at.x}
            y={at.size}
            type="secondary"
            size={fitSize(lesion.size, 32, at.room)}
            brand={brand}
            fill={theme.mute}
          >
            {lesion.size}
          </Line>
        ) : null}
      </Stage>
    </div>
  );
}

/** The works the advice rests on. */
function References({ props, state, theme, layout }: Part): ReactElement {
  const { set, pitch, ...beside } = layout.references;
  const at = props.lesion ? beside : layout.referencesAlone;
  const texts = props.references.map((text, i) => ({ mark: `[${i + 1}] `, text }));
  const widthTo = (i: number): number =>
    texts.slice(0, i).reduce((sum, item) => sum + textWidth(item.mark + item.text, 32) + 36, 0);
  return (
    <>
      {texts.map(({ mark, text }, i) => (
        <Line
          key={text}
          x={at.x + (set === 'row' ? widthTo(i) : 0)}
          y={at.y - (texts.length - 1 - i) * pitch}
          type="secondary"
          brand={props.brand}
          fill={theme.paper}
          anchor={set === 'end' ? 'end' : 'start'}
          opacity={state.references}
        >
          <tspan fill={theme.accent}>{mark}</tspan>
          {text}
        </Line>
      ))}
    </>
  );
}

/** 09 Advice: one headline, three rows on a thread that runs down, the lesion, and the works. */
export function Advice({ props, state }: { props: AdviceProps; state: AdviceState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand } = props;
  const layout = ADVICE_LAYOUT[aspectOf(props)];
  const part = { props, state, theme, layout };
  const { spine, kicker } = layout;
  const rows = nodeRows(part);
  return (
    <>
      <Lesion {...part} />
      <Stage width={props.width} height={props.height}>
        <Line
          x={layout.left}
          y={kicker.y}
          type="label"
          size={kicker.size}
          weight={500}
          brand={brand}
          fill={theme.accent}
          {...state.headline}
        >
          {props.kicker}
        </Line>
        {props.headline.lines.map((line, i) => (
          <Line
            key={line}
            x={layout.left}
            y={layout.headline.y + Math.round(i * props.headline.size * 1.18)}
            type="headline"
            size={props.headline.size}
            brand={brand}
            fill={theme.paper}
            {...state.headline}
          >
            {line}
          </Line>
        ))}
        <line
          x1={spine}
          y1={(rows[0] ?? 0) - 74}
          x2={spine}
          y2={(rows.at(-1) ?? 0) + 70}
          stroke={theme.line}
          strokeWidth={3}
        />
        {props.rows.map((row, i) => (
          <Thread
            key={row.name + row.detail}
            d={legs(part)[i] ?? ''}
            drawn={state.legs[i] ?? 0}
            colour={theme.accent}
          />
        ))}
        {props.rows.map((row, i) => {
          const grown = state.nodes[i] ?? 0;
          return grown > 0 ? (
            <g key={row.name + row.detail}>
              <circle cx={spine} cy={rows[i]} r={20} fill={theme.ink} />
              <circle cx={spine} cy={rows[i]} r={12 * grown} fill={theme.accent} />
            </g>
          ) : null;
        })}
        {props.rows.map((row, i) => (
          <Row key={row.name + row.detail} {...part} index={i} />
        ))}
        <Line x={layout.left} y={layout.limit} type="small" brand={brand} fill={theme.mute} opacity={state.references}>
          {props.limit}
        </Line>
        <References {...part} />
      </Stage>
    </>
  );
}
