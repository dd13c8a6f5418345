/** Shoulder blades, collar bones and the heads of the arm bones (arms raised). */
import type { Plate } from './bone-plane.ts';
import { smoothPath, type TubePoint } from './shapes.ts';
import { LEAN_MM } from './skeleton.ts';

type Point = [number, number, number];

/** Both sides of a set of bones given for the left (x > 0). */
function mirrored<T>(make: (side: number) => T[]): T[] {
  return [...make(-1), ...make(1)];
}

/** Medial and lateral edge of the blade at some depths; between them it bows backwards. */
const BLADE_ROWS: [medial: Point, lateral: Point, bow: number][] = [
  [[75, 92, 34], [122, 40, 38], 5],
  [[83, 102, 58], [128, 44, 56], 8],
  [[88, 106, 82], [134, 58, 82], 9],
  [[93, 107, 106], [134, 72, 106], 8],
  [[102, 104, 130], [130, 83, 130], 5],
  [[114, 95, 152], [122, 90, 152], 1],
];

function bladeGrid(s: number): Point[][] {
  return BLADE_ROWS.map(([m, l, bow]) =>
    [0, 0.22, 0.45, 0.7, 1].map((t): Point => {
      const swell = bow * 4 * t * (1 - t);
      return [
        s * (m[0] + (l[0] - m[0]) * t + swell * 0.55),
        m[1] + (l[1] - m[1]) * t + swell * 0.8,
        m[2] + (l[2] - m[2]) * t + s * LEAN_MM,
      ];
    }),
  );
}

/** The flat parts of the shoulder blades. */
export function scapulaPlates(): Plate[] {
  return mirrored((s) => {
    const grid = bladeGrid(s);
    const out: Plate[] = [];
    for (let r = 0; r + 1 < grid.length; r++) {
      for (let c = 0; c < 4; c++) {
        const half = c === 3 ? 1.6 : 1.05;
        const [a, b] = [grid[r]![c]!, grid[r]![c + 1]!];
        const [e, f] = [grid[r + 1]![c]!, grid[r + 1]![c + 1]!];
        out.push({ corners: [a, b, f], half }, { corners: [a, f, e], half });
      }
    }
    const lift = s * LEAN_MM;
    const root: Point = [s * 85, 104, 62 + lift];
    const acromion: Point = [s * 150, 86, 20 + lift];
    const notch: Point = [s * 122, 52, 50 + lift];
    const middle: Point = [s * 118, 108, 42 + lift];
    out.push({ corners: [root, middle, notch], half: 1.4 }, { corners: [middle, acromion, notch], half: 1.6 });
    return out;
  });
}

/** Round bones of the shoulder girdle: borders and processes of the blades, collar bones, arm bones. */
export function girdlePaths(): TubePoint[][] {
  return mirrored((s) => {
    const path = (points: TubePoint[], step = 4): TubePoint[] =>
      smoothPath(
        points.map((p): TubePoint => [s * p[0], p[1], p[2], p[3]]),
        step,
      );
    return [
      path([
        [128, 38, 44, 6],
        [135, 62, 92, 4.6],
        [132, 80, 126, 4],
        [119, 92, 152, 4.6],
      ]),
      path([
        [74, 92, 34, 2.4],
        [85, 103, 66, 2.6],
        [93, 106, 100, 2.6],
        [110, 99, 140, 3],
      ]),
      path([
        [86, 104, 62, 3],
        [116, 103, 42, 3.6],
        [148, 84, 22, 6],
        [162, 58, 10, 6.5],
      ]),
      path([
        [124, 38, 44, 9],
        [132, 30, 36, 11],
      ]),
      path([
        [124, 26, 38, 6],
        [118, 4, 34, 5.4],
        [121, -10, 36, 5],
      ]),
      path([
        [18, -57, 47, 7.2],
        [32, -66, 42, 6.4],
        [58, -66, 33, 5.6],
        [92, -38, 20, 5.6],
        [126, 2, 10, 6],
        [150, 36, 6, 6.4],
      ]),
      path([
        [152, 22, 26, 21],
        [158, 20, 18, 21],
      ]),
      path([
        [160, 20, 14, 17],
        [178, 10, -22, 13],
      ]),
    ];
  });
}
