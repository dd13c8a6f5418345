/** Great vessels, airways and gullet of the mediastinum as axes with radii. */
import { smoothPath, type TubePoint } from './shapes.ts';

export interface Tube {
  name: string;
  path: TubePoint[];
  hu: number;
  /** Distance kept between the tube and the lung (its fat sheath). */
  sheathMm: number;
}

/** A tube through the points, smoothed. */
export function tube(name: string, hu: number, sheathMm: number, points: TubePoint[]): Tube {
  return { name, path: smoothPath(points, 4), hu, sheathMm };
}

/** Blood without contrast agent, HU. */
const BLOOD = 43;

/** Vessels inside the mediastinum (no contrast agent given, so all at the density of blood). */
export const greatVessels: Tube[] = [
  tube('aorta', BLOOD + 2, 3, [
    [6, -28, 146, 15],
    [0, -30, 132, 16.5],
    [-10, -34, 116, 16.5],
    [-12, -33, 100, 16],
    [-7, -26, 86, 15],
    [5, -12, 78.5, 14],
    [16, 5, 79, 13.5],
    [23, 21, 86, 13.2],
    [25, 32, 98, 13],
    [24, 39, 116, 12.6],
    [21, 42, 140, 12.2],
    [17, 41, 175, 12],
    [11, 34, 212, 11.6],
    [4, 25, 250, 11],
    [2, 17, 305, 10.5],
  ]),
  tube('brachiocephalic artery', BLOOD, 3, [
    [-5, -22, 74, 7],
    [-12, -20, 58, 6.5],
    [-20, -12, 42, 6],
    [-26, -6, 28, 5.5],
    [-34, -4, 20, 4.8],
    [-58, -6, 14, 4.4],
    [-90, -16, 10, 4],
  ]),
  tube('right carotid', BLOOD, 3, [
    [-23, -9, 34, 4],
    [-22, -10, 16, 3.8],
    [-24, -8, -8, 3.6],
  ]),
  tube('left carotid', BLOOD, 3, [
    [5, -13, 70, 4.2],
    [12, -10, 50, 4],
    [18, -9, 25, 3.8],
    [23, -8, -8, 3.6],
  ]),
  tube('left subclavian', BLOOD, 3, [
    [16, 3, 70, 5.2],
    [21, 7, 52, 5],
    [26, 6, 34, 5],
    [36, 1, 20, 4.8],
    [60, -6, 13, 4.4],
    [92, -16, 9, 4],
  ]),
  tube('superior vena cava', BLOOD, 2.5, [
    [-25, -28, 66, 8.5],
    [-28, -24, 84, 9.5],
    [-30, -21, 104, 10],
    [-32, -19, 136, 11],
  ]),
  tube('right brachiocephalic vein', BLOOD, 3, [
    [-25, -28, 66, 7.5],
    [-29, -24, 50, 7],
    [-34, -20, 34, 6.5],
    [-36, -16, 20, 6],
    [-33, -12, -8, 5],
  ]),
  tube('left brachiocephalic vein', BLOOD, 3, [
    [-24, -29, 67, 7.5],
    [-8, -39, 62, 6.6],
    [10, -38, 54, 6.4],
    [24, -28, 44, 6.4],
    [33, -20, 30, 6.2],
    [33, -13, -8, 5],
  ]),
  tube('right subclavian vein', BLOOD, 3, [
    [-34, -20, 28, 6],
    [-54, -24, 24, 5.2],
    [-92, -30, 20, 4.6],
  ]),
  tube('left subclavian vein', BLOOD, 3, [
    [33, -20, 28, 6],
    [54, -24, 23, 5.2],
    [92, -30, 18, 4.6],
  ]),
  tube('azygos', BLOOD - 2, 2, [
    [-27, -12, 95, 4.2],
    [-26, 2, 91, 4],
    [-20, 18, 91, 3.8],
    [-9, 34, 98, 3.6],
    [-3, 42, 116, 3.6],
    [-2, 44, 150, 3.4],
    [-2, 40, 200, 3.2],
    [-4, 30, 260, 3],
  ]),
  tube('inferior vena cava', BLOOD - 2, 2, [
    [-26, -6, 176, 12.5],
    [-26, 2, 192, 12],
    [-25, 10, 210, 11.5],
    [-22, 14, 240, 11],
    [-19, 14, 305, 10.5],
  ]),
  tube('pulmonary trunk', BLOOD + 1, 3, [
    [24, -56, 148, 14],
    [21, -48, 132, 14.2],
    [21, -34, 117, 14],
    [24, -20, 109, 12.5],
    [33, -6, 105, 11.4],
    [41, 6, 107, 10.6],
    [44, 15, 114, 9.6],
  ]),
  tube('right pulmonary artery', BLOOD + 1, 3, [
    [18, -26, 114, 11],
    [6, -14, 116, 10.8],
    [-12, -7, 117, 10.6],
    [-28, -3, 117, 9.6],
    [-36, 3, 120, 8.4],
  ]),
];

/** Lumen axes with the lumen's radius; walls are drawn around them. */
export const trachea = smoothPath(
  [
    [0, -10, -10, 8.4],
    [0, -4, 20, 8.4],
    [1, 2, 50, 8.5],
    [2, 9, 80, 8.8],
    [1, 13, 97, 9.2],
  ],
  3,
);
export const rightMainBronchus = smoothPath(
  [
    [0, 12, 93, 7.6],
    [-10, 14, 103, 7.2],
    [-21, 16, 112, 6.8],
  ],
  2,
);
export const leftMainBronchus = smoothPath(
  [
    [2, 12, 93, 7.4],
    [11, 15, 106, 6.8],
    [23, 18, 117, 6.2],
    [35, 20, 126, 6],
  ],
  2,
);
export const oesophagus = smoothPath(
  [
    [3, 10, -10, 6.5],
    [5, 16, 20, 6.5],
    [7, 22, 50, 6.8],
    [8, 27, 85, 7],
    [7, 32, 110, 7],
    [4, 36, 140, 7],
    [6, 32, 170, 7.5],
    [12, 20, 195, 8],
    [17, 8, 212, 8.5],
    [24, 2, 222, 9],
  ],
  4,
);

/** Veins where they enter the left atrium. */
export const veinStumps: Tube[] = [
  tube('right superior pulmonary vein', BLOOD, 2, [
    [-18, 8, 136, 8],
    [-34, 0, 130, 7],
    [-43, -6, 124, 6],
  ]),
  tube('right inferior pulmonary vein', BLOOD, 2, [
    [-20, 14, 146, 8],
    [-33, 19, 151, 7],
    [-42, 25, 155, 6],
  ]),
  tube('left superior pulmonary vein', BLOOD, 2, [
    [24, 6, 132, 8],
    [36, -3, 126, 7],
    [46, -9, 119, 5.8],
  ]),
  tube('left inferior pulmonary vein', BLOOD, 2, [
    [24, 14, 143, 8],
    [34, 22, 147, 7],
    [42, 29, 151, 6],
  ]),
];
