import type { ReactElement } from 'react';
import type { ChapterProps, ChapterState } from '#domain/film/chapter';
import { HeaderMarks } from '../parts/header.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { WarpLung } from '../parts/warp-lung.tsx';
import { Weave } from '../parts/weave.tsx';
import { STROKE, themeOf } from '../theme.ts';

const THREAD_Y = 822;
const FIRST = 168;
const LAST = 1752;

/** 10 Chapter card: number and title on the brand's field, and the chapter line with its weaves. */
export function Chapter({ props, state }: { props: ChapterProps; state: ChapterState }): ReactElement {
  const { brand, names, number, title } = props;
  const theme = themeOf(brand);
  const at = (i: number): number => (names.length < 2 ? FIRST : FIRST + ((LAST - FIRST) * i) / (names.length - 1));
  const previous = number > 1 ? at(number - 2) : 0;
  const head = previous + (at(number - 1) - previous) * state.thread;
  const top = THREAD_Y * (1 - state.open);
  const bottom = THREAD_Y + (props.height - THREAD_Y) * state.open;
  const titlePitch = Math.round(title.size * 1.16);
  const titleTop = 434 - ((title.lines.length - 1) * titlePitch) / 2;
  return (
    <Stage width={props.width} height={props.height}>
      <clipPath id="field">
        <rect x={0} y={top} width={props.width} height={bottom - top} />
      </clipPath>
      <g clipPath="url(#field)">
        <rect x={0} y={0} width={props.width} height={props.height} fill={theme.primary} />
        <WarpLung warp={props.warp} colour={theme.onPrimary.faint} />
        <path d={brand.logoPath} transform="translate(96 54) scale(0.9)" fill={theme.paper} />
        <Line x={148} y={82} type="small" weight={550} brand={brand} fill={theme.paper}>
          {brand.hospital[props.language]}
        </Line>
        <Line x={96} y={508} type="chapterNumber" brand={brand} fill={theme.paper} {...state.number}>
          {String(number).padStart(2, '0')}
        </Line>
        {title.lines.map((text, i) => (
          <Line
            key={text}
            x={556}
            y={titleTop + i * titlePitch}
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
          x={560}
          y={titleTop + (title.lines.length - 1) * titlePitch + 78}
          type="label"
          weight={450}
          size={36}
          brand={brand}
          fill={theme.onPrimary.mute}
          {...state.title}
        >
          {props.count}
        </Line>
        <line x1={0} y1={THREAD_Y} x2={props.width} y2={THREAD_Y} stroke={theme.onPrimary.faint} strokeWidth={3} />
        {head > 0 ? (
          <line x1={0} y1={THREAD_Y} x2={head} y2={THREAD_Y} stroke={theme.accent} strokeWidth={STROKE.thread} />
        ) : null}
        {names.map((name, i) => {
          const current = i === number - 1;
          const reached = at(i) <= head + 0.5;
          return (
            <g key={name}>
              <Weave
                x={at(i)}
                y={THREAD_Y}
                ticks={3}
                pitch={23}
                height={56}
                gap={7}
                stroke={4}
                colour={reached ? theme.paper : theme.onPrimary.faint}
                field={theme.primary}
              />
              <Line
                x={at(i)}
                y={922}
                type="label"
                size={42}
                weight={current ? 600 : 450}
                brand={brand}
                fill={current ? theme.paper : theme.onPrimary.inactive}
                anchor="middle"
              >
                {name}
              </Line>
            </g>
          );
        })}
      </g>
      {/* The marks stand from the first frame, before the field has opened. */}
      <HeaderMarks base={props} colour={theme.onPrimary.mute} rule={theme.onPrimary.faint} />
    </Stage>
  );
}
