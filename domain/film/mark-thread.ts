import { placesOf } from './image-layouts.ts';
import { type LesionMark, markPath } from './lesion-mark.ts';
import type { View } from './placement.ts';

/** The thread of 04 in a view. */
export interface MarkThread {
  readonly d: string;
  /** Row the texts hang from. */
  readonly row: number;
  readonly length: number;
  /** Length at which it has passed under the texts. */
  readonly label: number;
}

/** Share of the row under the texts that the thread has to pass before they come. */
const UNDER = 0.75;

/**
 * From the frame's edge to the lesion and once round it: in a wide frame from the right along the mark's top; in the others from the left
 * along a row below the image, then up to the mark's right tangent.
 */
export function markThread(mark: LesionMark, view: View, frame: { width: number; height: number }): MarkThread {
  const { thread } = placesOf(frame).highlight;
  if (thread.from === 'right') {
    const { start, loop, length } = markPath(mark, view, 'left');
    return {
      d: `M${frame.width} ${start[1]}L${start[0]} ${start[1]}${loop}`,
      row: start[1],
      length: frame.width - start[0] + length,
      label: frame.width - thread.label,
    };
  }
  const { start, loop, length } = markPath(mark, view, 'up');
  const [x, y] = start;
  const { row, bend } = thread;
  return {
    d: `M0 ${row}L${x - bend} ${row}A${bend} ${bend} 0 0 0 ${x} ${row - bend}L${x} ${y}${loop}`,
    row,
    length: x - bend + (Math.PI / 2) * bend + (row - bend - y) + length,
    label: (x - bend) * UNDER,
  };
}
