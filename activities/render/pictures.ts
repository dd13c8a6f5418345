import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { type Cut, lesionCuts, stackCut } from '#domain/film/picture-cuts';
import type { FilmPictures, Picture } from '#domain/film/pictures';
import { leading, spacingOf } from '#domain/film/placement';
import type { Finding } from '#domain/finding';
import type { Geometry } from '#domain/study';
import { drawPlane, encode } from './pictures/draw.ts';
import { nearestPleura } from './pictures/pleura.ts';
import type { Plane, Sampling } from './pictures/resample.ts';
import { type Body, bodyBox, breathe, coronalPlane, huSlice, maskSlice, readScan, type Scan } from './pictures/scan.ts';
import { lungSurface } from './pictures/surface.ts';

/** Coronal planes are this far behind and before the middle one. */
const CORONAL_STEP_MM = 36;
/** The largest place a coronal plane is shown in (film-style, scene 02). */
const CORONAL_PLACE = { width: 600, height: 555 };
/** Pictures being compressed while the next one is drawn. */
const IN_FLIGHT = 4;
/** Progress when the volume is read and masked, and when the stack is drawn. */
const STACK = { from: 0.3, to: 0.85 };

type Keep = (hu: Plane, mask: Plane, where: Sampling, mm: readonly [number, number], role: string) => Promise<Picture>;

/**
 * Makes every picture of the film from the HU volume: lung window, patient without table, resampled (cubic, in HU) to the very
 * pixels the scenes show. A stack without HU is shown as it came. Same analysis, same bytes.
 * @throws StudioError INPUT_INVALID when the study has neither; STORE_MISSING; DISK_FULL; CANCELLED
 */
export async function preparePictures(analysis: Analysis, store: BlobStore, step: Step): Promise<FilmPictures> {
  const scan = await readScan(analysis, store, step);
  const body = bodyBox(scan, analysis.lungs.firstSlice, analysis.lungs.lastSlice);
  const finding = leading(analysis.findings);
  const keep: Keep = async (hu, mask, where, mm, role) => ({
    image: await store.put(await encode(drawPlane(hu, mask, where, scan.window), where), 'image/png', role),
    width: where.width,
    height: where.height,
    mmPerPixel: [where.step[0] * mm[0], where.step[1] * mm[1]],
    origin: [where.start[0], where.start[1]],
    voxelsPerPixel: [where.step[0], where.step[1]],
  });
  const axial = await drawStack(scan, body, keep, step);
  const coronal = await drawCoronal(scan, bodyBox(scan, 0, scan.geometry.slices - 1), finding, keep);
  const crops = await drawCrops(scan, analysis, keep);
  const pleura = finding && analysis.study.measurable ? await nearestPleura(analysis, finding, store) : null;
  const surface = await lungSurface(analysis, store, step);
  step.progress(1);
  return { window: scan.window, axial, coronal, ...crops, pleura, surface };
}

/** All slices, in the place and at the size of the scroll. */
async function drawStack(scan: Scan, body: Body, keep: Keep, step: Step): Promise<Picture[]> {
  const { geometry } = scan;
  const where = sampling(stackCut(geometry, body), geometry);
  const all: Promise<Picture>[] = [];
  for (let slice = 0; slice < geometry.slices; slice++) {
    await breathe(step);
    await all[slice - IN_FLIGHT];
    all.push(keep(huSlice(scan, slice), maskSlice(scan, slice), where, spacingOf(geometry), `axial-${slice + 1}`));
    step.progress(STACK.from + ((STACK.to - STACK.from) * slice) / geometry.slices);
  }
  return Promise.all(all);
}

/** Behind, at, and before the lesion's row (the middle of the body without one). */
function drawCoronal(scan: Scan, body: Body, finding: Finding | null, keep: Keep): Promise<Picture[]> {
  const { geometry } = scan;
  const [across, down, apart] = geometry.spacingMm;
  const mm = [(body.max[0] - body.min[0] + 5) * across, geometry.slices * apart] as const;
  const mmPerPixel = Math.max(mm[0] / CORONAL_PLACE.width, mm[1] / CORONAL_PLACE.height);
  const where: Sampling = {
    start: [body.min[0] - 2.5, -0.5],
    step: [mmPerPixel / across, mmPerPixel / apart],
    width: Math.round(mm[0] / mmPerPixel),
    height: Math.round(mm[1] / mmPerPixel),
  };
  const row = finding ? finding.centreVoxel[1] : (body.min[1] + body.max[1]) / 2;
  const draw = (offset: number, role: string) => {
    const at = Math.round(row + (offset * CORONAL_STEP_MM) / down);
    const plane = coronalPlane(scan, Math.min(body.max[1], Math.max(body.min[1], at)));
    return keep(plane.hu, plane.mask, where, [across, apart], role);
  };
  return Promise.all([draw(1, 'coronal-back'), draw(0, 'coronal-middle'), draw(-1, 'coronal-front')]);
}

/** The key slice as 04, 05 and 06 show it; nulls without a finding. */
async function drawCrops(scan: Scan, analysis: Analysis, keep: Keep) {
  const cuts = lesionCuts(analysis);
  if (!cuts) return { lesion: null, lesionWide: null, contralateral: null };
  const { geometry } = scan;
  const crop = (cut: Cut, role: string) =>
    keep(huSlice(scan, cut.slice), maskSlice(scan, cut.slice), sampling(cut, geometry), spacingOf(geometry), role);
  const [lesion, lesionWide, contralateral] = await Promise.all([
    crop(cuts.lesion, 'lesion'),
    crop(cuts.wide, 'lesion-wide'),
    crop(cuts.other, 'contralateral'),
  ]);
  return { lesion, lesionWide, contralateral };
}

/** The samples under a screen rectangle of whole pixels. */
function sampling({ view, rect }: Omit<Cut, 'slice'>, geometry: Geometry): Sampling {
  const [across, down] = spacingOf(geometry);
  return {
    start: [(rect.x - view.tx) / view.scale / across, (rect.y - view.ty) / view.scale / down],
    step: [1 / (view.scale * across), 1 / (view.scale * down)],
    width: rect.width,
    height: rect.height,
  };
}
