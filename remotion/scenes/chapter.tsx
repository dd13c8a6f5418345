import type { ReactElement } from 'react';
import type { ChapterProps, ChapterState } from '#domain/film/chapter';
import { type ChapterLayout, chapterLayout, chapterMarks } from '#domain/film/chapter-layout';
import { gridOf } from '#domain/film/grid';
import { headerLayout } from '#domain/film/header';
import { textWidth } from '#domain/film/measure';
import { Header, Marks } from '../parts/header.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { WarpLung } from '../parts/warp-lung.tsx';
import { Weave } from '../parts/weave.tsx';
import { STROKE, type Theme, themeOf } from '../theme.ts';

/** A line down the frame: its column, and the radius of its turn from the left edge. */
const DOWN = { x: 96, turn: 44 };

/** The chapter line up to `head`, px along it; it begins at the left edge. */
function way({ line }: ChapterLayout, head: number): string {
  if (!line.down) return `M0 ${line.y}H${head}`;
  const { x, turn } = DOWN;
  return `M0 ${line.y}H${x - turn}A${turn} ${turn} 0 0 1 ${x} ${line.y + turn}V${Math.max(line.y + turn, head)}`;
}

/** One chapter on the line: its weave and its name. */
function Mark(props: { props: ChapterProps; index: number; at: number; reached: boolean; theme: Theme }): ReactElement {
  const { brand, names, number, nameSize, all } = props.props;
  const { theme, at } = props;
  const { line } = chapterLayout(props.props);
  const { left, right } = gridOf(props.props);
  const name = names[props.index] ?? '';
  const current = props.index === number - 1;
  const [x, y] = line.down ? [DOWN.x, at] : [at, line.y];
  const half = textWidth(name, nameSize) / 2;
  return (
    <g>
      <g transform={line.down ? `rotate(90 ${x} ${y})` : undefined}>
        <Weave
          x={x}
          y={y}
          ticks={3}
          pitch={line.down ? 16 : 23}
          height={56}
          gap={7}
          stroke={4}
          colour={props.reached ? theme.paper : theme.onPrimary.faint}
          field={theme.primary}
        />
      </g>
      {all || current ? (
        <Line
          x={line.down ? line.names : Math.min(right - half, Math.max(left + half, at))}
          y={line.down ? at + nameSize * 0.36 : line.names}
          type="label"
          size={nameSize}
          weight={current ? 600 : 450}
          brand={brand}
          fill={current ? theme.paper : theme.onPrimary.inactive}
          anchor={line.down ? 'start' : 'middle'}
        >
          {name}
        </Line>
      ) : null}
    </g>
  );
}

/** Number, title and count. */
function Heading({ props, state, theme }: { props: ChapterProps; state: ChapterState; theme: Theme }): ReactElement {
  const { brand, number, title } = props;
  const layout = chapterLayout(props);
  const pitch = Math.round(title.size * 1.16);
  const { titleY } = layout;
  const top = 'first' in titleY ? titleY.first : titleY.middle - ((title.lines.length - 1) * pitch) / 2;
  return (
    <>
      <Line
        x={layout.number.x}
        y={layout.number.y}
        type="chapterNumber"
        size={layout.number.size}
        brand={brand}
        fill={theme.paper}
        {...state.number}
      >
        {String(number).padStart(2, '0')}
      </Line>
      {title.lines.map((text, i) => (
        <Line
          key={text}
          x={layout.titleX}
          y={top + i * pitch}
          type="chapterTitle"
          size={title.size}
          brand={brand}
          fill={theme.paper}
          {...state.title}
        >
          {text}
        </Line>
      ))}
      <Line
        x={layout.titleX + 4}
        y={top + (title.lines.length - 1) * pitch + 78}
        type="label"
        weight={450}
        size={36}
        brand={brand}
        fill={theme.onPrimary.mute}
        {...state.title}
      >
        {props.count}
      </Line>
    </>
  );
}

/** 10 Chapter card: number and title on the brand's field, and the chapter line with its weaves. */
export function Chapter({ props, state }: { props: ChapterProps; state: ChapterState }): ReactElement {
  const { brand, names, number } = props;
  const theme = themeOf(brand);
  const layout = chapterLayout(props);
  const { line } = layout;
  const marks = chapterMarks(layout, names.length);
  const previous = marks[number - 2] ?? (line.down ? line.y : 0);
  const head = previous + ((marks[number - 1] ?? previous) - previous) * state.thread;
  const top = line.y * (1 - state.open);
  const bottom = line.y + (props.height - line.y) * state.open;
  const secondary = theme.onPrimary.mute;
  const header = headerLayout(props);
  const { left, header: headerTop } = gridOf(props);
  // In one row of a wide frame the mark stands without the room of a tile.
  const slim = props.width > props.height && header.marks.every((mark) => mark.y === header.name[0]?.y);
  return (
    <Stage width={props.width} height={props.height}>
      <clipPath id="field">
        <rect x={0} y={top} width={props.width} height={bottom - top} />
      </clipPath>
      <g clipPath="url(#field)">
        <rect x={0} y={0} width={props.width} height={props.height} fill={theme.primary} />
        <WarpLung warp={props.warp} colour={theme.onPrimary.faint} />
        {slim ? (
          <>
            <path d={brand.logoPath} transform={`translate(${left} ${headerTop + 4}) scale(0.9)`} fill={theme.paper} />
            <Line x={left + 52} y={headerTop + 32} type="small" weight={550} brand={brand} fill={theme.paper}>
              {brand.hospital[props.language]}
            </Line>
          </>
        ) : null}
        <Heading props={props} state={state} theme={theme} />
        <path
          d={way(layout, line.down ? props.height : props.width)}
          fill="none"
          stroke={theme.onPrimary.faint}
          strokeWidth={3}
        />
        {head > 0 ? <path d={way(layout, head)} fill="none" stroke={theme.accent} strokeWidth={STROKE.thread} /> : null}
        {names.map((name, i) => (
          <Mark
            key={name}
            props={props}
            index={i}
            at={marks[i] ?? 0}
            reached={(marks[i] ?? 0) <= head + 0.5}
            theme={theme}
          />
        ))}
      </g>
      {/* The marks stand from the first frame, before the field has opened. */}
      {slim ? (
        <Marks marks={header.marks} base={props} colour={secondary} rule={theme.onPrimary.faint} />
      ) : (
        <Header base={props} overImage={false} colours={{ tile: null, secondary, rule: theme.onPrimary.faint }} />
      )}
    </Stage>
  );
}
