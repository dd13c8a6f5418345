import { z } from 'zod';
import type { FilmProps, SceneProps } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import { contains, distance, LesionMark, type Pair } from '#domain/film/lesion-mark';
import { Picture } from '#domain/film/pictures';
import { keyContour, leading, View } from '#domain/film/placement';
import type { Finding } from '#domain/finding';
import type { QcCheck } from '#domain/release';
import { check } from './qc-container.ts';

/** Wherever a scene's props hold a lesion's mark, they hold the view it stands in and the pictures it stands on, whatever the scene is. */
const Marked = z.looseObject({ mark: LesionMark, view: View, slice: z.int().optional() });
type Marked = z.infer<typeof Marked>;

/** Everything marked in a value, however deep. */
function marksIn(value: unknown): Marked[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Marked.safeParse(value);
  return [...(own.success ? [own.data] : []), ...Object.values(value).flatMap(marksIn)];
}

/** mm of the slice plane that a picture covers. */
function extentMm({ origin, voxelsPerPixel, mmPerPixel, width, height }: Picture): { min: Pair; max: Pair } {
  const at = (i: 0 | 1): number => (origin[i] / voxelsPerPixel[i]) * mmPerPixel[i];
  const min: Pair = [at(0), at(1)];
  return { min, max: [min[0] + width * mmPerPixel[0], min[1] + height * mmPerPixel[1]] };
}

/** A mark as a closed line. */
const lineOf = (mark: LesionMark): readonly Pair[] =>
  mark.kind === 'outline' ? mark.points : [mark.min, [mark.max[0], mark.min[1]], mark.max, [mark.min[0], mark.max[1]]];

const within = (points: readonly Pair[], { min, max }: { min: Pair; max: Pair }): boolean =>
  points.every(([x, y]) => x >= min[0] && x <= max[0] && y >= min[1] && y <= max[1]);

/** What is wrong with one mark of one scene, in words. */
function faultsOf(
  scene: SceneProps,
  marked: Marked,
  finding: Finding,
  spacing: Pair,
  keySlice: string | null,
): string[] {
  const line = lineOf(marked.mark);
  const faults: string[] = [];
  const lesion = keyContour(finding).map(([x, y]): Pair => [x * spacing[0], y * spacing[1]]);
  // On the line itself counts as inside: both are rounded.
  if (!lesion.every((point) => contains(line, point) || distance(line, point) < 0.01))
    faults.push('does not enclose its finding');
  // The other lung's picture has no mark of its own in mm.
  const pictures = Object.entries(marked).flatMap(([name, value]) => {
    const parsed = name === 'other' ? null : Picture.safeParse(value);
    return parsed?.success ? [{ name, picture: parsed.data }] : [];
  });
  if (pictures.length === 0) faults.push('stands on no image');
  if (pictures.some(({ picture }) => !within(line, extentMm(picture)))) faults.push('leaves its image');
  const axial = pictures.find(({ name }) => name === 'axial');
  const other = axial && keySlice !== null && axial.picture.image.digest !== keySlice;
  if (other || (marked.slice !== undefined && marked.slice !== finding.keySlice)) faults.push('is on another slice');
  const { view } = marked;
  const screen = line.map(([x, y]): Pair => [x * view.scale + view.tx, y * view.scale + view.ty]);
  const { width, caption } = gridOf(scene);
  if (!within(screen, { min: [0, 0], max: [width, caption.top] })) faults.push('leaves the stage');
  return faults;
}

/** The picture of a slice as the film scrolls through it; null where it does not. */
function sliceShown(film: FilmProps, slice: number): string | null {
  for (const { props } of film.scenes)
    if (props.kind === 'scroll') return props.stack[slice - props.pace.first]?.image.digest ?? null;
  return null;
}

/** Every lesion's mark encloses its finding, inside its image, on its finding's slice, on the stage of its scene. */
export function markCheck(
  film: FilmProps,
  findings: readonly Finding[],
  spacingMm: readonly [number, number, number],
): QcCheck {
  const finding = leading(findings);
  const faults: string[] = [];
  let count = 0;
  for (const { props } of film.scenes)
    for (const marked of marksIn(props)) {
      count++;
      const own = finding
        ? faultsOf(props, marked, finding, [spacingMm[0], spacingMm[1]], sliceShown(film, finding.keySlice))
        : ['without a finding'];
      faults.push(...own.map((fault) => `${props.id}: ${fault}`));
    }
  const found = [...new Set(faults)].join('; ') || `${count}`;
  return check('marks', faults.length === 0, found, 'on its finding, inside its image, on its slice');
}
