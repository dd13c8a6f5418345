import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import type { View } from '#domain/film/placement';
import { themeOf } from '../theme.ts';

interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** One measured axis, drawn from its middle outwards; the end ticks come when it has arrived. Segment in mm. */
function Axis(props: {
  segment: Segment;
  view: View;
  drawn: number;
  width: number;
  tick: number;
  ink: string;
  paper: string;
}) {
  if (props.drawn === 0) return null;
  const place = ([x, y]: readonly [number, number]) => [
    x * props.view.scale + props.view.tx,
    y * props.view.scale + props.view.ty,
  ];
  const [ax, ay] = place(props.segment.from) as [number, number];
  const [bx, by] = place(props.segment.to) as [number, number];
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const [hx, hy] = [((bx - ax) / 2) * props.drawn, ((by - ay) / 2) * props.drawn];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const [tx, ty] = [(-(by - ay) / length) * props.tick, ((bx - ax) / length) * props.tick];
  const end = (x: number, y: number) => `M${x - tx} ${y - ty}L${x + tx} ${y + ty}`;
  const ticks = props.drawn === 1 ? `${end(mx - hx, my - hy)}${end(mx + hx, my + hy)}` : '';
  const d = `M${mx - hx} ${my - hy}L${mx + hx} ${my + hy}${ticks}`;
  return (
    <>
      <path d={d} stroke={props.ink} strokeWidth={props.width + 4} strokeLinecap="round" fill="none" />
      <path d={d} stroke={props.paper} strokeWidth={props.width} fill="none" />
    </>
  );
}

/** Long and short axis. On a small nodule the lines are thinner, so that what they measure stays visible. */
export function Axes(props: {
  long: Segment;
  short: Segment;
  longDrawn: number;
  shortDrawn: number;
  view: View;
  brand: Brand;
}): ReactElement {
  const theme = themeOf(props.brand);
  const { from, to } = props.long;
  const small = Math.hypot(to[0] - from[0], to[1] - from[1]) * props.view.scale < 90;
  const shared = { view: props.view, ink: theme.ink, paper: theme.paper, tick: small ? 6 : 9 };
  return (
    <g>
      <Axis {...shared} segment={props.short} drawn={props.shortDrawn} width={small ? 2 : 2.5} />
      <Axis {...shared} segment={props.long} drawn={props.longDrawn} width={small ? 3 : 4} />
    </g>
  );
}
