import type { ReactElement } from 'react';
import { type IntroProps, type IntroState, introPitch } from '#domain/film/intro';
import { introLayout } from '#domain/film/intro-layout';
import { Marks } from '../parts/header.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { WarpLung } from '../parts/warp-lung.tsx';
import { STROKE, type Theme, themeOf } from '../theme.ts';

const LOOP = 46;

/** The thread under the title, along its curve to the lesion's row, woven through the warp. */
function Weft({ props, state, theme }: { props: IntroProps; state: IntroState; theme: Theme }): ReactElement {
  const { lesion, lines } = props.warp;
  const { curve, threadY, lungs } = introLayout(props);
  const field = theme.primary;
  const y = lesion ? lesion.y - LOOP : lungs.y + Math.round(lungs.height * 0.379);
  // In a wide frame the thread goes on to the right; in a narrow one it turns and comes back to the left.
  const end = lesion ? lesion.x : curve.turns ? 0 : props.width;
  const start = curve.turns ? curve.from : curve.to;
  const [a, b] = curve.turns ? [curve.to, curve.to] : [(curve.from + curve.to) / 2, (curve.from + curve.to) / 2];
  const path = `M0 ${threadY}H${curve.from}C${a} ${threadY} ${b} ${y} ${start} ${y}H${end}`;
  const [low, high] = curve.turns ? [end + 8, start] : [start, end - 8];
  const crossings = lines.filter((line) => line.top < y - 8 && line.bottom > y + 8 && line.x > low && line.x < high);
  const under = crossings.filter((_, i) => i % 2 === 1);
  const over = crossings.filter((_, i) => i % 2 === 0);
  return (
    <g>
      <clipPath id="over">
        {over.map((line) => (
          <rect key={line.x} x={line.x - 3} y={y - 12} width={6} height={24} />
        ))}
      </clipPath>
      <g clipPath="url(#over)">
        <Thread d={path} drawn={state.thread} colour={field} width={24} />
      </g>
      <Thread d={path} drawn={state.thread} colour={theme.accent} width={STROKE.intro} />
      {under.map((line) => (
        <g key={line.x} strokeWidth={3} opacity={state.warp[lines.indexOf(line)] === 1 ? 1 : 0}>
          <rect x={line.x - 6.5} y={y - 5} width={13} height={10} fill={field} />
          <line x1={line.x} y1={y - 6} x2={line.x} y2={y + 6} stroke={theme.onPrimary.warp} />
        </g>
      ))}
      {lesion && state.loop > 0 ? <Lesion props={props} state={state} theme={theme} /> : null}
    </g>
  );
}

/** The loop round the lesion; inside it the weave is twice as dense: solid tissue. */
function Lesion({ props, state, theme }: { props: IntroProps; state: IntroState; theme: Theme }): ReactElement | null {
  const { lesion, pitch } = props.warp;
  if (!lesion) return null;
  const step = Math.max(8, pitch / 2);
  const count = Math.floor((LOOP - 6) / step);
  const dense = Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step);
  // Round the way the thread comes.
  const { turns } = introLayout(props).curve;
  const arc = (x: number, y: number): string => `A${LOOP} ${LOOP} 0 0 ${turns ? 0 : 1} ${x} ${y}`;
  const top = lesion.y - LOOP;
  const circle = `M${lesion.x} ${top}${arc(lesion.x, lesion.y + LOOP)}${arc(lesion.x, top)}`;
  const near = turns ? lesion.x + LOOP + 12 : lesion.x - LOOP - 12;
  return (
    <g>
      <circle cx={lesion.x} cy={lesion.y} r={LOOP + 9} fill={theme.primary} opacity={state.loop} />
      <Thread d={`M${near} ${top}H${lesion.x}`} drawn={1} colour={theme.accent} width={STROKE.intro} />
      <Thread d={circle} drawn={state.loop} colour={theme.accent} width={STROKE.intro} />
      <g stroke={theme.accent} strokeWidth={3} strokeLinecap="round" opacity={state.tissue}>
        {dense.map((dx) => {
          const half = Math.sqrt((LOOP - 9) ** 2 - Math.min((LOOP - 9) ** 2 - 9, dx * dx)) - 2;
          return <line key={dx} x1={lesion.x + dx} y1={lesion.y - half} x2={lesion.x + dx} y2={lesion.y + half} />;
        })}
      </g>
    </g>
  );
}

/** Hospital and department beside the logo, then series and episode. */
function Masthead({ props, theme }: { props: IntroProps; theme: Theme }): ReactElement {
  const { brand, hospital, department, series, episode } = props;
  const { left, logo, brand: at } = introLayout(props);
  const first = at.y[hospital.lines.length > 1 ? 1 : 0];
  const after = first + hospital.lines.length * at.pitch;
  return (
    <g>
      <path d={brand.logoPath} transform={`translate(${left} ${logo.y}) scale(${logo.scale})`} fill={theme.paper} />
      {hospital.lines.map((text, i) => (
        <Line
          key={text}
          x={at.x}
          y={first + i * at.pitch}
          type="label"
          size={hospital.size}
          brand={brand}
          fill={theme.paper}
        >
          {text}
        </Line>
      ))}
      {department.lines.map((text, i) => (
        <Line
          key={text}
          x={at.x}
          y={after + i * (department.size + 8)}
          type="secondary"
          size={department.size}
          brand={brand}
          fill={theme.mute}
        >
          {text}
        </Line>
      ))}
      <Line x={series.x} y={series.y} type="label" weight={450} size={series.size} brand={brand} fill={theme.mute}>
        {series.text}
      </Line>
      <Line x={episode.x} y={episode.y} type="label" weight={500} size={episode.size} brand={brand} fill={theme.accent}>
        {episode.text}
      </Line>
    </g>
  );
}

/** 01 Opening: brand, series and title on ink; the case's lungs as warp on the brand's field; the AI label from frame 0. */
export function Intro({ props, state }: { props: IntroProps; state: IntroState }): ReactElement {
  const { brand, title, aiLabel, restriction, legal } = props;
  const theme = themeOf(brand);
  const { left, field, titleEnd, legal: place } = introLayout(props);
  const onField = 'bottom' in place;
  const from = (lines: readonly string[], i: number, pitch: number): number => (lines.length - 1 - i) * pitch;
  return (
    <Stage width={props.width} height={props.height}>
      <g opacity={state.scene}>
        <rect
          x={field.x}
          y={field.y}
          width={props.width - field.x}
          height={props.height - field.y}
          fill={theme.primary}
        />
        <WarpLung warp={props.warp} colour={theme.onPrimary.warp} grown={state.warp} />
        <Masthead props={props} theme={theme} />
        {title.lines.map((text, i) => (
          <Line
            key={text}
            x={left}
            y={titleEnd - from(title.lines, i, introPitch.title(title.size))}
            type="filmTitle"
            size={title.size}
            brand={brand}
            fill={theme.paper}
            {...state.title[i]}
          >
            {text}
          </Line>
        ))}
        <Weft props={props} state={state} theme={theme} />
        {restriction.lines.map((text, i) => (
          <Line
            key={text}
            x={left}
            y={legal.restriction[i] ?? 0}
            type="secondary"
            size={restriction.size}
            brand={brand}
            fill={onField ? theme.onPrimary.mute : theme.mute}
          >
            {text}
          </Line>
        ))}
      </g>
      <Marks marks={legal.marks} base={props} colour={theme.onPrimary.mute} rule={theme.onPrimary.faint} />
      <g opacity={state.label}>
        {aiLabel.lines.map((text, i) => (
          <Line
            key={text}
            x={left}
            y={legal.label - from(aiLabel.lines, i, introPitch.label(aiLabel.size))}
            type="aiLabel"
            size={aiLabel.size}
            brand={brand}
            fill={theme.paper}
          >
            {text}
          </Line>
        ))}
      </g>
    </Stage>
  );
}
