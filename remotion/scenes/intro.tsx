import type { ReactElement } from 'react';
import type { IntroProps, IntroState } from '#domain/film/intro';
import { HeaderMarks } from '../parts/header.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { WarpLung } from '../parts/warp-lung.tsx';
import { STROKE, type Theme, themeOf } from '../theme.ts';

const THREAD_Y = 716;
const FIELD_X = 960;
const CURVE = { from: 800, to: 1030 };
const LOOP = 46;
const TITLE_BASELINE = 672;

/** The thread under the title, up its curve to the lesion's row, woven through the warp. */
function Weft({ props, state, theme }: { props: IntroProps; state: IntroState; theme: Theme }): ReactElement {
  const { lesion, lines } = props.warp;
  const field = theme.primary;
  const y = lesion ? lesion.y - LOOP : 400;
  const end = lesion ? lesion.x : props.width;
  const middle = (CURVE.from + CURVE.to) / 2;
  const path = `M0 ${THREAD_Y}H${CURVE.from}C${middle} ${THREAD_Y} ${middle} ${y} ${CURVE.to} ${y}H${end}`;
  const crossings = lines.filter(
    (line) => line.top < y - 8 && line.bottom > y + 8 && line.x > CURVE.to && line.x < end - 8,
  );
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
  const circle = `M${lesion.x} ${lesion.y - LOOP}A${LOOP} ${LOOP} 0 0 1 ${lesion.x} ${lesion.y + LOOP}A${LOOP} ${LOOP} 0 0 1 ${lesion.x} ${lesion.y - LOOP}`;
  return (
    <g>
      <circle cx={lesion.x} cy={lesion.y} r={LOOP + 9} fill={theme.primary} opacity={state.loop} />
      <Thread
        d={`M${lesion.x - LOOP - 12} ${lesion.y - LOOP}H${lesion.x}`}
        drawn={1}
        colour={theme.accent}
        width={STROKE.intro}
      />
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

/** 01 Opening: brand, series and title on ink; the case's lungs as warp on the brand's field; the AI label from frame 0. */
export function Intro({ props, state }: { props: IntroProps; state: IntroState }): ReactElement {
  const { brand, language } = props;
  const theme = themeOf(brand);
  const pitch = Math.round(props.title.size * 1.17);
  const labelPitch = props.aiLabel.size + 8;
  return (
    <Stage width={props.width} height={props.height}>
      <g opacity={state.scene}>
        <rect x={FIELD_X} y={0} width={props.width - FIELD_X} height={props.height} fill={theme.primary} />
        <WarpLung warp={props.warp} colour={theme.onPrimary.warp} grown={state.warp} />
        <path d={brand.logoPath} transform="translate(96 84) scale(1.8)" fill={theme.paper} />
        <Line x={192} y={117} type="label" size={40} brand={brand} fill={theme.paper}>
          {brand.hospital[language]}
        </Line>
        <Line x={192} y={160} type="secondary" brand={brand} fill={theme.mute}>
          {brand.department[language]}
        </Line>
        <Line x={96} y={348} type="label" weight={450} size={40} brand={brand} fill={theme.mute}>
          {props.series}
        </Line>
        <Line x={96} y={406} type="label" weight={500} size={38} brand={brand} fill={theme.accent}>
          {props.episode}
        </Line>
        {props.title.lines.map((text, i) => (
          <Line
            key={text}
            x={96}
            y={TITLE_BASELINE - (props.title.lines.length - 1 - i) * pitch}
            type="filmTitle"
            size={props.title.size}
            brand={brand}
            fill={theme.paper}
            {...state.title[i]}
          >
            {text}
          </Line>
        ))}
        <Weft props={props} state={state} theme={theme} />
        <Line x={96} y={969} type="secondary" size={36} brand={brand} fill={theme.mute}>
          {props.restriction}
        </Line>
      </g>
      <HeaderMarks base={props} ai={false} colour={theme.onPrimary.mute} rule={theme.onPrimary.faint} />
      <g opacity={state.label}>
        {props.aiLabel.lines.map((text, i) => (
          <Line
            key={text}
            x={96}
            y={894 - (props.aiLabel.lines.length - 1 - i) * labelPitch}
            type="aiLabel"
            size={props.aiLabel.size}
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
