/** The heart: its chambers as ellipsoids, and the coronary arteries. */
import { type Tube, tube } from './great-vessels.ts';
import { type Ellipsoid, ellipsoid, ellipsoidDistance, smin, type TubePoint } from './shapes.ts';

export interface Chamber {
  name: string;
  shape: Ellipsoid;
}

const chamber = (name: string, shape: Ellipsoid): Chamber => ({ name, shape });

/** Outer surfaces of the heart's chambers (wall included). */
export const chambers: Chamber[] = [
  chamber('left ventricle', ellipsoid([44, -18, 170], [49, 32, 31], [0.66, -0.38, 0.62])),
  chamber('right ventricle', ellipsoid([17, -44, 174], [51, 27, 28], [0.82, -0.1, 0.5])),
  chamber('right ventricle outflow', ellipsoid([20, -52, 150], [20, 17, 24], [0.1, 0.1, 1])),
  chamber('right atrium', ellipsoid([-30, -18, 160], [25, 24, 34], [0, 0.3, 1])),
  chamber('right auricle', ellipsoid([-24, -44, 140], [18, 11, 15], [0.5, -0.5, 0.3])),
  chamber('left atrium', ellipsoid([2, 12, 141], [36, 17, 23], [1, 0.05, 0])),
  chamber('septa', ellipsoid([4, -14, 152], [26, 22, 24], [1, -0.4, 0.4])),
  chamber('posterior groove', ellipsoid([14, -10, 174], [26, 20, 22], [1, -0.3, 0.3])),
  chamber('left auricle', ellipsoid([43, -18, 132], [15, 9, 11], [0.6, -0.8, 0.2])),
];

const coronary = (name: string, points: TubePoint[]): Tube => tube(name, 45, 0, points);

export const coronaries: Tube[] = [
  coronary('left anterior descending', [
    [14, -30, 134, 2],
    [34, -38, 136, 1.9],
    [46, -54, 144, 1.7],
    [56, -62, 158, 1.5],
    [66, -64, 174, 1.3],
    [76, -58, 188, 1],
  ]),
  coronary('circumflex', [
    [34, -36, 136, 1.7],
    [48, -20, 141, 1.6],
    [54, -2, 148, 1.4],
    [46, 12, 158, 1.2],
  ]),
  coronary('right coronary', [
    [-8, -40, 136, 1.9],
    [-20, -50, 146, 1.8],
    [-24, -50, 162, 1.7],
    [-18, -40, 180, 1.6],
    [-2, -18, 194, 1.4],
  ]),
];

/** Distance to the heart's muscle and blood; `k` rounds the grooves between the chambers. */
export function heartDistance(x: number, y: number, d: number, k: number): number {
  let distance = Infinity;
  for (const c of chambers) distance = smin(distance, ellipsoidDistance(c.shape, x, y, d), k);
  return distance;
}
