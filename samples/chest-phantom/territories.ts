/** The lobes' share of arteries, veins and bronchi, from the hilum to where the grown trees begin. */
import { lobeAt } from './fissures.ts';
import type { TubePoint } from './shapes.ts';

export interface Territory {
  name: string;
  holds: (x: number, y: number, d: number) => boolean;
  /** From the hilum to the start of the grown tree: x, y, d, radius. */
  artery: TubePoint[];
  vein: TubePoint[];
  bronchus: TubePoint[];
}

const lingula = (y: number, d: number): boolean => d - 0.45 * y > 128 + 14;

export const TERRITORIES: Territory[] = [
  {
    name: 'RUL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'RUL',
    artery: [
      [-26, -3, 116, 8],
      [-35, -1, 111, 6.2],
      [-43, 1, 105, 5.4],
    ],
    vein: [
      [-43, -6, 124, 6],
      [-47, -9, 115, 5.2],
      [-52, -12, 107, 4.8],
    ],
    bronchus: [
      [-19, 16, 110, 5],
      [-30, 13, 110, 4.3],
      [-40, 8, 107, 3.4],
    ],
  },
  {
    name: 'RML',
    holds: (x, y, d) => lobeAt(x, y, d) === 'RML',
    artery: [
      [-40, 8, 131, 6.4],
      [-46, 0, 138, 3.8],
      [-52, -9, 143, 3.4],
    ],
    vein: [
      [-41, -4, 126, 5],
      [-46, -12, 138, 3.8],
      [-52, -20, 146, 3.3],
    ],
    bronchus: [
      [-30, 15, 136, 4],
      [-38, 5, 143, 3.4],
      [-46, -6, 148, 3],
    ],
  },
  {
    name: 'RLL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'RLL',
    artery: [
      [-36, 3, 120, 8.4],
      [-42, 11, 130, 7.6],
      [-45, 19, 142, 6.8],
      [-48, 26, 154, 6],
    ],
    vein: [
      [-42, 25, 155, 6],
      [-48, 31, 161, 5.4],
      [-53, 36, 168, 5],
    ],
    bronchus: [
      [-21, 16, 112, 6],
      [-28, 17, 126, 5.4],
      [-34, 19, 139, 4.9],
      [-40, 25, 153, 4.2],
    ],
  },
  {
    name: 'LUL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'LUL' && !lingula(y, d),
    artery: [
      [36, 0, 104, 8],
      [46, 1, 99, 5.8],
      [54, 0, 92, 5],
    ],
    vein: [
      [46, -9, 119, 5.6],
      [52, -13, 110, 4.8],
      [57, -16, 102, 4.4],
    ],
    bronchus: [
      [33, 20, 124, 5.4],
      [44, 13, 121, 4.7],
      [51, 8, 111, 3.9],
    ],
  },
  {
    name: 'lingula',
    holds: (x, y, d) => lobeAt(x, y, d) === 'LUL' && lingula(y, d),
    artery: [
      [45, 20, 126, 7],
      [53, 9, 134, 3.8],
      [60, -2, 142, 3.2],
    ],
    vein: [
      [45, -8, 120, 4.6],
      [53, -17, 130, 3.8],
      [60, -25, 140, 3.2],
    ],
    bronchus: [
      [44, 13, 122, 4],
      [52, 4, 130, 3.3],
      [59, -5, 138, 2.8],
    ],
  },
  {
    name: 'LLL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'LLL',
    artery: [
      [44, 15, 114, 9.4],
      [47, 22, 127, 7.6],
      [49, 29, 141, 6.6],
      [51, 34, 152, 5.8],
    ],
    vein: [
      [42, 29, 151, 6],
      [47, 35, 158, 5.2],
      [51, 40, 166, 4.8],
    ],
    bronchus: [
      [34, 20, 125, 5.4],
      [40, 25, 138, 4.9],
      [45, 31, 151, 4.2],
    ],
  },
];
