/** The surfaces cut at one depth, at full pixels, and the paper that is painted on. */
import { type CoarseFields, fieldPlane } from './coarse-fields.ts';
import { COLUMNS, columnX, ROWS, rowY } from './frame.ts';
import { CoveragePlane, type Segments, stampSegments } from './segments.ts';

export const PLANE_SIZE = COLUMNS * ROWS;
const plane = (): Float32Array => new Float32Array(PLANE_SIZE);

export class Planes {
  d = 0;
  /** Hounsfield units being painted. */
  readonly hu = plane();
  readonly skin = plane();
  readonly wall = plane();
  readonly mediastinum = plane();
  readonly floor = plane();
  /** Share of lung in each pixel. */
  readonly lung = plane();
  /** Coarse and fine texture, about -1..1, kept through the layers of a slice. */
  readonly cloudy = plane();
  readonly grainy = plane();
  /** Distance to the nearest fat plane between the muscle bundles of the shoulders; kept through a slice, upper slices only. */
  readonly bundles = plane();
  readonly scratch = plane();
  /** Share of the half turn round the chest, 0 at the breastbone, 1 at the spine. */
  readonly angle = plane();
  readonly cover = new CoveragePlane();

  constructor() {
    for (let i = 0; i < PLANE_SIZE; i++) {
      this.angle[i] = Math.atan2(Math.abs(columnX(i % COLUMNS)), -(rowY(Math.floor(i / COLUMNS)) - 8)) / Math.PI;
    }
  }

  cutAt(d: number, fields: CoarseFields): void {
    this.d = d;
    fieldPlane(fields.skin, d, this.skin);
    fieldPlane(fields.wall, d, this.wall);
    fieldPlane(fields.mediastinum, d, this.mediastinum);
    fieldPlane(fields.floor, d, this.floor);
  }

  /** Mixes `value` in by the coverage `share` (0..1). */
  mix(i: number, value: number, share: number): void {
    this.hu[i] = this.hu[i]! + (value - this.hu[i]!) * share;
  }

  /** Paints tubes with one value; `grow` widens them, `where` limits the coverage pixel by pixel. */
  stamp(segments: Segments, value: number, grow = 0, where?: Float32Array): void {
    this.cover.clear();
    stampSegments(this.cover, segments, this.d, grow);
    if (where) this.cover.limit(where);
    this.cover.blend(this.hu, value);
  }
}
