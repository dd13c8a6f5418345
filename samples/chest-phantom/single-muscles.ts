/** Muscles and vessels of neck, shoulder and armpit as tubes. */
import { SegmentBuilder, type Segments } from './segments.ts';
import { smoothPath, type TubePoint } from './shapes.ts';

function both(points: TubePoint[]): TubePoint[][] {
  return [1, -1].map((side) =>
    smoothPath(
      points.map((p): TubePoint => [side * p[0], p[1], p[2], p[3]]),
      4,
    ),
  );
}

/** Single muscles of neck, shoulder and upper arm. */
export function soloMuscles(): Segments {
  const builder = new SegmentBuilder();
  const paths = [
    both([
      [22, -28, -14, 7],
      [21, -44, 14, 6.5],
      [18, -56, 36, 5],
    ]), // sternomastoid
    both([
      [28, 2, -14, 9],
      [38, 6, 6, 10],
      [52, 12, 26, 7],
    ]), // scalenes
    both([
      [9, 8, -14, 5.5],
      [9, 16, 14, 5],
      [8, 24, 44, 3],
    ]), // longus colli
    both([
      [9, -30, -14, 4.5],
      [11, -44, 20, 4],
      [12, -52, 42, 3.5],
    ]), // strap muscles
    both([
      [24, 56, -14, 15],
      [26, 70, 20, 15],
      [24, 82, 60, 10],
    ]), // splenius and semispinalis
    both([
      [52, 52, -14, 13],
      [66, 70, 10, 12],
      [76, 88, 32, 9],
    ]), // levator scapulae
    both([
      [60, 74, -14, 14],
      [96, 92, 8, 12],
      [128, 92, 22, 9],
    ]), // upper trapezius
    both([
      [112, 84, 36, 10],
      [132, 66, 30, 11],
      [146, 42, 22, 10],
    ]), // supraspinatus
    both([
      [104, 112, 66, 10],
      [128, 94, 70, 12],
      [144, 62, 48, 10],
      [150, 44, 30, 8],
    ]), // infraspinatus
    both([
      [112, 106, 108, 9],
      [132, 84, 90, 11],
      [146, 58, 62, 9],
    ]), // infraspinatus, lower part, and teres minor
    both([
      [100, 84, 64, 9],
      [118, 68, 66, 11],
      [126, 44, 48, 9],
    ]), // subscapularis
    both([
      [104, 90, 108, 8],
      [122, 72, 98, 10],
      [128, 50, 70, 8],
    ]), // subscapularis, lower part
    both([
      [120, 90, 150, 7],
      [140, 66, 118, 12],
      [152, 38, 76, 13],
      [164, 16, 34, 11],
    ]), // teres major
    both([
      [150, 62, 30, 12],
      [172, 40, 6, 14],
      [190, 20, -14, 14],
    ]), // deltoid behind
    both([
      [146, -18, 24, 10],
      [168, -14, 4, 14],
      [188, -6, -16, 14],
    ]), // deltoid in front
    both([
      [118, -22, 46, 9],
      [140, -8, 30, 9],
      [164, -2, 10, 10],
    ]), // coracobrachialis and biceps
    both([
      [134, 46, 58, 9],
      [156, 40, 34, 12],
      [180, 28, 0, 14],
    ]), // triceps
    both([
      [72, -80, 60, 8],
      [106, -54, 38, 11],
      [136, -28, 20, 11],
      [166, -14, 4, 10],
    ]), // pectoralis major towards the arm
  ];
  for (const pair of paths) for (const path of pair) builder.addPath(path);
  return builder.build();
}

/** Vessels and nodes in the fat of the armpits. */
export function axillaryVessels(): Segments {
  const builder = new SegmentBuilder();
  const paths = [
    both([
      [92, -16, 9, 4],
      [112, -6, 20, 4],
      [140, 8, 22, 3.8],
      [172, 6, 0, 3.5],
    ]),
    both([
      [92, -30, 18, 4.6],
      [112, -18, 26, 4.6],
      [140, -2, 28, 4.2],
      [172, -4, 4, 4],
    ]),
    both([
      [122, 10, 40, 1.8],
      [132, 24, 80, 1.6],
      [138, 30, 120, 1.2],
      [140, 30, 160, 0.9],
    ]),
    both([
      [104, -30, 50, 1.4],
      [126, -12, 86, 1.2],
      [138, -4, 130, 0.9],
    ]),
    both([
      [116, 4, 54, 3.6],
      [117, 5, 57, 3.6],
    ]),
    both([
      [128, 14, 66, 3],
      [129, 15, 69, 3],
    ]),
    both([
      [124, -4, 76, 2.6],
      [124, -3, 79, 2.6],
    ]),
    both([
      [4, -72, 60, 1.3],
      [16, -78, 110, 1.2],
      [17, -80, 180, 1],
    ]), // internal thoracic
  ];
  for (const pair of paths) for (const path of pair) builder.addPath(path);
  return builder.build();
}
