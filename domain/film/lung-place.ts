import type { Analysis } from '../analysis.ts';
import type { Finding, Lobe, Side } from '../finding.ts';
import { LOBE_OUTLINES, LOBES_OF, LUNG_OUTLINES } from './lung-art.ts';
import { type Point, pulledInside } from './polygon.ts';
import { isLobeKnown } from './words-image.ts';

/** Share of the way across (from image left) and down (from the head end) a finding lies in its own lung. */
function shareOf(analysis: Analysis, finding: Finding): Point {
  const { warp, firstSlice, lastSlice } = analysis.lungs;
  const columns = warp.map((item) => item.column);
  const middle = (Math.min(...columns) + Math.max(...columns)) / 2;
  // Image left is the patient's right.
  const own = warp.filter(({ column }) =>
    finding.features.side.value === 'right' ? column < middle : column > middle,
  );
  const across = own.map((item) => item.column);
  const slices = own.flatMap((item) => item.runs.flat());
  const share = (value: number, from: number, to: number): number =>
    to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0.5;
  const [column, , slice] = finding.centreVoxel;
  return [
    across.length > 1 ? share(column, Math.min(...across), Math.max(...across)) : 0.5,
    slices.length > 1 ? share(slice, Math.min(...slices), Math.max(...slices)) : share(slice, firstSlice, lastSlice),
  ];
}

interface LungPlace {
  readonly side: Side;
  /** Lobes that are lit: one, or the whole lung where the lobe is not known well enough. */
  readonly lobes: readonly Lobe[];
  /** In units of the drawing. */
  readonly at: Point;
}

/**
 * Where a finding is marked on the drawing: as high and as far across its lung as it was found, then moved the little way it takes to stand
 * inside its lobe, since the drawing is flat and no one's own lungs. `room` is kept to the lobe's edge.
 */
export function lungPlace(analysis: Analysis, finding: Finding, room: number): LungPlace {
  const { side, lobe } = finding.features;
  const lobes = isLobeKnown(finding) ? [lobe.value] : LOBES_OF[side.value];
  const lung = LUNG_OUTLINES[side.value];
  const xs = lung.map(([x]) => x);
  const ys = lung.map(([, y]) => y);
  const [across, down] = shareOf(analysis, finding);
  const wanted: Point = [
    Math.min(...xs) + across * (Math.max(...xs) - Math.min(...xs)),
    Math.min(...ys) + down * (Math.max(...ys) - Math.min(...ys)),
  ];
  const outline = lobes.length === 1 ? LOBE_OUTLINES[lobes[0]!] : lung;
  const [x, y] = pulledInside(outline, wanted, room);
  return { side: side.value, lobes, at: [Math.round(x), Math.round(y)] };
}
