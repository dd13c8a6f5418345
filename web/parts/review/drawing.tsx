'use client';
import { type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { clampPoint, type Drawing, type Point, type Shape } from '#domain/comment';
import css from './stage.module.css';

/** Units of the overlay: the film's own shape, so that strokes are even. */
const [WIDTH, HEIGHT] = [1600, 900];
const x = (point: Point): number => point[0] * WIDTH;
const y = (point: Point): number => point[1] * HEIGHT;
/** Pen points closer than this are one. */
const NEAR = 0.004;
const PEN_POINTS = 400;

export type Tool = Shape['kind'];

/** Shapes over the picture; `label` stands beside the first of them. */
export function Shapes(props: { drawing: Drawing; label?: string | undefined }): ReactElement {
  const first = props.drawing[0];
  return (
    <g className={css.note}>
      {props.drawing.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no names; their order is what they are
        <ShapeMark key={index} shape={shape} />
      ))}
      {first && props.label && <Tag at={first.kind === 'pen' ? first.points[0]! : tail(first)} text={props.label} />}
    </g>
  );
}

const tail = (shape: Exclude<Shape, { kind: 'pen' }>): Point => (shape.kind === 'text' ? shape.at : shape.from);

function ShapeMark({ shape }: { shape: Shape }): ReactElement {
  switch (shape.kind) {
    case 'arrow':
      return <Arrow from={shape.from} to={shape.to} />;
    case 'box': {
      const [left, right] = [shape.from, shape.to].map(x).sort((a, b) => a - b) as [number, number];
      const [top, bottom] = [shape.from, shape.to].map(y).sort((a, b) => a - b) as [number, number];
      return <rect x={left} y={top} width={right - left} height={bottom - top} rx={4} />;
    }
    case 'pen':
      return <polyline points={shape.points.map((point) => `${x(point)},${y(point)}`).join(' ')} />;
    case 'text':
      return <Tag at={shape.at} text={shape.text} />;
  }
}

function Arrow({ from, to }: { from: Point; to: Point }): ReactElement {
  const angle = Math.atan2(y(to) - y(from), x(to) - x(from));
  const barb = (turn: number) => `${x(to) - 26 * Math.cos(angle + turn)} ${y(to) - 26 * Math.sin(angle + turn)}`;
  return <path d={`M${x(from)} ${y(from)}L${x(to)} ${y(to)}M${barb(0.5)}L${x(to)} ${y(to)}L${barb(-0.5)}`} />;
}

/** Words on a note; kept inside the picture. */
function Tag({ at, text }: { at: Point; text: string }): ReactElement {
  const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 26 : 15), 28);
  const left = Math.max(0, Math.min(WIDTH - wide, x(at)));
  const top = Math.max(0, Math.min(HEIGHT - 40, y(at) - 4));
  return (
    <g className={css.tag}>
      <rect x={left} y={top} width={wide} height={40} rx={6} />
      <text x={left + 14} y={top + 29}>
        {text}
      </text>
    </g>
  );
}

/** Everything drawn over the picture; with a tool in hand, also the sheet one draws on. */
export function Overlay(props: {
  shown: ReadonlyArray<{ id: string; drawing: Drawing; label: string }>;
  own: Drawing;
  tool: Tool | null;
  label: string;
  /** Words for a text note, from the composer. */
  words: string;
  onDraw(shape: Shape): void;
}): ReactElement {
  const sheet = useRef<SVGSVGElement>(null);
  const [stroke, setStroke] = useState<readonly Point[]>([]);
  const { tool } = props;
  const pointOf = (event: PointerEvent): Point => {
    const box = sheet.current!.getBoundingClientRect();
    return clampPoint([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
  };
  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (!tool || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setStroke([pointOf(event)]);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (stroke.length > 0) setStroke(longer(stroke, pointOf(event)));
  };
  const up = () => {
    const shape = tool ? shapeOf(tool, stroke, props.words) : null;
    setStroke([]);
    if (shape) props.onDraw(shape);
  };
  const growing = tool ? shapeOf(tool, stroke, props.words) : null;
  return (
    <svg
      ref={sheet}
      className={css.overlay}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      data-tool={tool ?? undefined}
      role="img"
      aria-label={props.label}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => setStroke([])}
    >
      {props.shown.map(({ id, drawing, label }) => (
        <Shapes key={id} drawing={drawing} label={label} />
      ))}
      <Shapes drawing={props.own} />
      {growing && <Shapes drawing={[growing]} />}
    </svg>
  );
}

function longer(stroke: readonly Point[], point: Point): readonly Point[] {
  const last = stroke.at(-1)!;
  if (Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR || stroke.length >= PEN_POINTS) return stroke;
  return [...stroke, point];
}

/** What a stroke makes with a tool; nothing while it is too short to mean anything. */
function shapeOf(tool: Tool, stroke: readonly Point[], words: string): Shape | null {
  const [from, to] = [stroke[0], stroke.at(-1)];
  if (!from || !to) return null;
  if (tool === 'text') return { kind: 'text', at: to, text: [...(words.trim() || '?')].slice(0, 40).join('') };
  if (stroke.length < 2) return null;
  return tool === 'pen' ? { kind: 'pen', points: [...stroke] } : { kind: tool, from, to };
}
