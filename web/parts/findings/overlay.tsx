'use client';
import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactElement, useRef } from 'react';
import { type AxisEnd, dragAxis } from '#domain/correction/axes';
import type { AxisLine, AxisPair } from '#domain/correction/correction';
import type { Finding } from '#domain/finding';
import { useDesk } from './desk.tsx';
import { axesCorrection, axesOf, correctionOf, movedTo, shownMm, spacingOf, withCorrection } from './draft.ts';
import { inVoxels, onScreen, type Point, type Transform } from './image/transform.ts';
import css from './overlay.module.css';

const GAP = 8;
/** Distance of the plate with both lengths from the box. */
const AWAY = 34;

/** Width of a line of 13 px, px, a little generous. */
const textWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? 13 : 7.6), 0);
const ENDS: readonly [AxisEnd, 'longAxis' | 'shortAxis', 'from' | 'to'][] = [
  ['long-from', 'longAxis', 'from'],
  ['long-to', 'longAxis', 'to'],
  ['short-from', 'shortAxis', 'from'],
  ['short-to', 'shortAxis', 'to'],
];

/** Boxes, outlines and axes of the findings on this slice, laid on the image as vectors. */
export function Overlay({ transform }: { transform: Transform }): ReactElement {
  const desk = useDesk();
  const { place, drawn, adding } = desk;
  const svg = useRef<SVGSVGElement>(null);
  const here = drawn.filter(({ contours }) => contours.some(({ slice }) => slice === place.slice));
  return (
    <svg ref={svg} className={css.overlay} data-testid="overlay" aria-hidden>
      {desk.boxes &&
        here.map((finding) => (
          <Mark
            key={finding.id}
            finding={finding}
            transform={transform}
            chosen={finding.id === place.finding}
            width={svg.current?.clientWidth ?? Number.POSITIVE_INFINITY}
          />
        ))}
      {adding && adding.slice === place.slice && (
        <Axes axes={adding} transform={transform} onAxes={desk.setAdding} name="new" movable />
      )}
    </svg>
  );
}

function Mark(props: {
  finding: Finding;
  transform: Transform;
  chosen: boolean;
  /** Of the picture, px: what would stand beyond it stands on the other side. */
  width: number;
}): ReactElement {
  const { finding, transform, chosen } = props;
  const t = useTranslations('findings');
  const desk = useDesk();
  const { place, view, draft } = desk;
  const outline = finding.contours.find(({ slice }) => slice === place.slice)!.points;
  const points = outline.map((point) => onScreen(transform, point));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const box = {
    x: Math.min(...xs) - GAP,
    y: Math.min(...ys) - GAP,
    right: Math.max(...xs) + GAP,
    bottom: Math.max(...ys) + GAP,
  };
  const key = finding.keySlice === place.slice;
  const byHand = finding.features.longAxisMm.source.model.startsWith('physician:');
  const name = `${finding.id}　${t(`kind.${finding.features.meanDiameterMm.value > 30 ? 'mass' : 'nodule'}`)}`;
  const score = byHand ? t('byHand') : finding.score.toFixed(2);
  return (
    <g className={css.mark} data-chosen={chosen || undefined} data-finding={finding.id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the finding's row in the list does the same by keyboard */}
      <rect
        className={css.box}
        x={box.x}
        y={box.y}
        width={box.right - box.x}
        height={box.bottom - box.y}
        onClick={() => desk.show(finding)}
      />
      <polygon className={css.outline} points={joined(points)} />
      {key && finding.solidContour && finding.features.type.value === 'part-solid' && (
        <polygon
          className={css.solid}
          points={joined(finding.solidContour.map((point) => onScreen(transform, point)))}
        />
      )}
      <Tag x={box.x} y={box.y - 22} text={`${name}　${score}`} width={props.width} />
      {key && (chosen || !place.finding) && (
        <>
          <Axes
            // As they are held: which one is the longer is settled when they are let go.
            axes={correctionOf(draft, finding.id, 'axes') ?? axesOf(finding)}
            transform={transform}
            name={finding.id}
            onAxes={
              desk.mayCorrect ? (axes) => desk.setDraft(withCorrection(draft, axesCorrection(finding.id, axes))) : null
            }
          />
          <Values axes={finding} box={box} width={props.width} geometry={view.study.geometry} />
        </>
      )}
    </g>
  );
}

const joined = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

function Tag({ x: left, y, text, width: room }: { x: number; y: number; text: string; width: number }): ReactElement {
  const width = textWidth(text) + 14;
  const x = Math.max(2, Math.min(left, room - width - 2));
  return (
    <g className={css.tag}>
      <rect x={x - 1} y={y} width={width} height={21} />
      <text x={x + 7} y={y + 15}>
        {text}
      </text>
    </g>
  );
}

/** Both lengths beside the box, on a line that leads to it. */
function Values(props: {
  axes: Pick<AxisPair, 'longAxis' | 'shortAxis'>;
  box: { x: number; y: number; right: number; bottom: number };
  width: number;
  geometry: Parameters<typeof shownMm>[1];
}): ReactElement | null {
  const t = useTranslations('findings');
  const { measurable } = useDesk().view.study;
  if (!measurable) return null;
  const { long, short } = shownMm(props.axes, props.geometry);
  const lines = [`${t('feature.longAxisMm')} ${long} mm`, `${t('feature.shortAxisMm')} ${short} mm`];
  const plate = Math.max(...lines.map(textWidth)) + 10;
  const { box, width } = props;
  const middle = (box.y + box.bottom) / 2;
  const right = box.right + AWAY + plate <= width;
  const x = right ? box.right + AWAY : box.x - AWAY - plate;
  const y = middle - 20;
  return (
    <g className={css.values}>
      <line x1={right ? box.right : box.x} y1={middle} x2={right ? x : x + plate} y2={middle} />
      <rect x={x} y={y} width={plate} height={41} rx={3} />
      <text x={x + 8} y={y + 17}>
        {lines[0]}
      </text>
      <text x={x + 8} y={y + 34}>
        {lines[1]}
      </text>
    </g>
  );
}

interface AxesProps {
  readonly axes: AxisPair;
  readonly transform: Transform;
  readonly name: string;
  /** Null where nobody may drag them. */
  readonly onAxes: ((axes: AxisPair) => void) | null;
  /** The whole cross may be moved by its middle. */
  readonly movable?: boolean;
}

function Axes({ axes, transform, name, onAxes, movable }: AxesProps): ReactElement {
  const t = useTranslations('findings');
  const { geometry } = useDesk().view.study;
  const line = (item: AxisLine) => [onScreen(transform, item.from), onScreen(transform, item.to)] as const;
  const [long, short] = [line(axes.longAxis), line(axes.shortAxis)];
  const at = (event: PointerEvent<SVGElement>): Point => {
    const frame = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    return inVoxels(transform, [event.clientX - frame.left, event.clientY - frame.top]);
  };
  const held = (does: (place: Point) => AxisPair) => ({
    onPointerDown: (event: PointerEvent<SVGElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) onAxes?.(does(at(event)));
    },
  });
  const middle: Point = [
    (axes.longAxis.from[0] + axes.longAxis.to[0]) / 2,
    (axes.longAxis.from[1] + axes.longAxis.to[1]) / 2,
  ];
  const [mx, my] = onScreen(transform, middle);
  // Ends stay smaller than what they measure.
  const radius = Math.max(2, Math.min(4.5, Math.hypot(long[0][0] - long[1][0], long[0][1] - long[1][1]) / 9));
  return (
    <g className={css.axes}>
      <line x1={long[0][0]} y1={long[0][1]} x2={long[1][0]} y2={long[1][1]} />
      <line className={css.short} x1={short[0][0]} y1={short[0][1]} x2={short[1][0]} y2={short[1][1]} />
      {movable && (
        <circle
          className={css.middle}
          cx={mx}
          cy={my}
          r={Math.max(5, Math.min(9, radius * 2))}
          {...held((place) => movedTo(axes, axes.slice, [place[0], place[1]]))}
        />
      )}
      {ENDS.map(([end, axis, side]) => {
        const [x, y] = onScreen(transform, axes[axis][side]);
        if (!onAxes) return <circle key={end} className={css.end} cx={x} cy={y} r={radius * 0.7} />;
        return (
          <g key={end} className={css.handle} {...held((place) => dragAxis(axes, end, place, spacingOf(geometry)))}>
            <title>{t('dragEnd', { finding: name })}</title>
            <circle className={css.reach} cx={x} cy={y} r={Math.min(12, radius * 2.4)} data-end={`${name}-${end}`} />
            <circle className={css.end} cx={x} cy={y} r={radius} />
          </g>
        );
      })}
    </g>
  );
}
