import type { NoduleType } from '#domain/finding';
import { squaredDistance } from './distance.ts';
import type { HuVolume } from './grid.ts';
import { median, quantile } from './median.ts';
import { blurPatch, connectedTo, cutLesionPatch, type LesionPatch, openAround, patchIndex } from './patch.ts';
import type { LungDepth, RayView } from './rays.ts';

/** Solid tissue begins here inside a sub-solid lesion: half way between dense ground glass (-600) and soft tissue (about 0). */
export const SOLID_HU = -300;
/** Brighter insides (calcium, contrast medium) do not raise the surface limit further. */
const BRIGHTEST_HU = 300;
/** A little above half height between lung and soft tissue. */
const CORE_HU = -370;
/** Ground glass is at least this much above lung. */
export const GLASS_RISE = 105;
/** Limits below this are those of ground glass. */
const PALE_HU = -600;
/** How far (mm, in plane) the blur of a sharp solid edge reaches beyond its half-height, so that it is no halo. */
const EDGE_BLUR_MM = 1.15;
/** A halo of this share of the volume makes a lesion sub-solid. */
const HALO_SHARE = 0.3;
/** Opening radius as a share of the inner radius: cuts vessels up to 0.55 of the lesion's radius. */
const OPENING = 0.55;

/** A lesion cut out of its surroundings, on a small isotropic cube. */
export interface Lesion {
  readonly patch: LesionPatch;
  /** Lightly blurred HU on which the limits were drawn. */
  readonly smooth: Float32Array;
  readonly mask: Uint8Array;
  /** Solid part; equals `mask` in a solid lesion, empty in a non-solid one. */
  readonly solid: Uint8Array;
  readonly type: NoduleType;
  /** HU of the surface: half way between lung and the lesion's outer part. */
  readonly edgeHu: number;
  /** Typical HU of the outer part and of lung nearby. */
  readonly rimHu: number;
  readonly lungHu: number;
  /** Radius of the largest ball inside, mm. */
  readonly innerRadius: number;
  /** Everything as bright that hangs on the lesion in the patch, vessels included. */
  readonly attached: Uint8Array;
  /** Share of the lesion that lies beyond what a blurred solid edge explains, and the limit from which it counts as ground glass. */
  readonly haloShare: number;
  readonly haloLimit: number;
}

/** Segments one candidate; null when nothing of a nodule's size and brightness stands there. */
export function segmentLesion(
  volume: HuVolume,
  lungDepth: LungDepth,
  view: RayView,
  glassRadius: number | null,
  typicalLungHu: number,
): Lesion | null {
  const reach = Math.max(view.radiusMm, glassRadius ?? 0);
  const step = Math.min(1, Math.max(0.5, volume.spacing[0], reach / 28));
  const patch = cutLesionPatch(volume, lungDepth, view.centre, Math.min(48, 1.75 * reach + 5), step);
  const smooth = blurPatch(patch, 0.6);
  const lungHu = lungLevel(patch, smooth, typicalLungHu);
  const seed = patchIndex(patch, ...view.centre);
  const at = (limit: number, search: number) => regionAt(patch, smooth, seed, limit, search);
  const _glassLimit = lungHu + GLASS_RISE;
  const glass = at(lungHu + GLASS_RISE, 0.7 * reach);
  if (!glass) return null;
  const isDense = view.innerHu > -450;
  const half = (Math.min(view.innerHu, BRIGHTEST_HU) + lungHu) / 2;
  const core = isDense ? at(coreLimit(view.innerHu, half), 0.7 * view.radiusMm) : null;
  const halo = core ? haloShare(patch, glass.mask, core.mask, volume.spacing) : 1;
  if (halo < HALO_SHARE) {
    const solid = at(half, 0.7 * view.radiusMm);
    return solid && finish(patch, smooth, solid, solid.mask, 'solid', lungHu, halo);
  }
  return subSolid(patch, smooth, seed, glass, lungHu, reach, halo);
}

/**
 * From where on a lesion counts as its dense core when it is asked whether a halo surrounds the core: half height, but not let down by blur where
 * the inside is nearly soft tissue, so that the dense part of a part-solid lesion does not swallow its halo.
 */
function coreLimit(innerHu: number, half: number): number {
  return innerHu > -200 ? Math.max(half, CORE_HU) : half;
}

/** Median HU of plain lung in the patch, which is denser at the back and below than the lungs' median; kept near the typical value. */
function lungLevel(patch: LesionPatch, smooth: Float32Array, typical: number): number {
  const values: number[] = [];
  for (let i = 0; i < smooth.length; i++) if (patch.lung[i] === 1 && smooth[i]! < -720) values.push(smooth[i]!);
  if (values.length < 200) return typical;
  return Math.max(typical - 60, Math.min(typical + 60, median(values)));
}

interface Region {
  readonly mask: Uint8Array;
  readonly attached: Uint8Array;
  readonly innerRadius: number;
  readonly limit: number;
}

function regionAt(
  patch: LesionPatch,
  smooth: Float32Array,
  seed: number,
  limit: number,
  searchMm: number,
): Region | null {
  // The blurred wall is as bright as ground glass, so only limits for solid tissue reach beyond the lung's border.
  const isPale = limit < PALE_HU;
  const inside = (i: number) => smooth[i]! > limit && (isPale ? patch.depth[i]! > 0 : patch.lung[i] === 1);
  const attached = new Uint8Array(smooth.length);
  for (let i = 0; i < attached.length; i++) attached[i] = inside(i) ? 1 : 0;
  const opened = openAround(patch, attached, seed, OPENING, Math.max(1.5, searchMm));
  if (!opened) return null;
  return { mask: opened.mask, attached, innerRadius: opened.innerRadius, limit };
}

/**
 * Share of the wide region that a blurred solid edge cannot explain. Distances along the body count less, because thick slices smear a
 * solid lesion's ends over the next slice, which looks like ground glass.
 */
function haloShare(patch: LesionPatch, glass: Uint8Array, solid: Uint8Array, spacing: HuVolume['spacing']): number {
  const smear = Math.min(1, (1.4 * Math.max(spacing[0], 0.7)) / Math.max(spacing[2], 0.7));
  const grid = { size: patch.size, spacing: [patch.step, patch.step, patch.step * smear] as const };
  const away2 = squaredDistance(grid, (i) => solid[i] === 1);
  let all = 0;
  let beyond = 0;
  for (let i = 0; i < glass.length; i++) {
    if (glass[i] === 0 && solid[i] === 0) continue;
    all++;
    if (away2[i]! > EDGE_BLUR_MM ** 2) beyond++;
  }
  return all === 0 ? 0 : beyond / all;
}

function subSolid(
  patch: LesionPatch,
  smooth: Float32Array,
  seed: number,
  glass: Region,
  lungHu: number,
  reach: number,
  halo: number,
): Lesion | null {
  const glassHu = glassLevel(patch, smooth, glass.mask);
  const limit = Math.max(lungHu + 80, (glassHu + lungHu) / 2);
  const region = regionAt(patch, smooth, seed, limit, 0.7 * reach);
  if (!region) return null;
  const solid = solidPart(patch, smooth, region.mask);
  const count = (mask: Uint8Array) => mask.reduce((sum, value) => sum + value, 0);
  const solidMm3 = count(solid) * patch.step ** 3;
  const share = solidMm3 / Math.max(1, count(region.mask) * patch.step ** 3);
  // Below about 2 mm a bright spot in ground glass is a vessel seen end on as often as a solid part.
  const hasSolid = solidMm3 > 6 && share > 0.01;
  if (!hasSolid) solid.fill(0);
  return finish(patch, smooth, region, solid, hasSolid ? 'part-solid' : 'non-solid', lungHu, halo, glassHu);
}

/** Below the median, because the blur of a solid part reaches into the glass round it. */
const GLASS_QUANTILE = 0.4;

/** HU of the ground-glass part: inside the region, away from its edge, and not solid. */
function glassLevel(patch: LesionPatch, smooth: Float32Array, mask: Uint8Array): number {
  const depth2 = squaredDistance(patch, (i) => mask[i] === 0);
  for (const depth of [1.4, 1, 0.5, 0]) {
    const values: number[] = [];
    for (let i = 0; i < mask.length; i++)
      if (mask[i] === 1 && depth2[i]! > depth * depth && smooth[i]! < -450) values.push(smooth[i]!);
    if (values.length >= 30) return quantile(values, GLASS_QUANTILE);
  }
  return -650;
}

/** Voxels above the solid limit, without strands thinner than about 1.2 mm: largest piece and any other of some size. */
function solidPart(patch: LesionPatch, smooth: Float32Array, mask: Uint8Array): Uint8Array {
  const bright = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) bright[i] = mask[i] === 1 && smooth[i]! > SOLID_HU ? 1 : 0;
  const depth2 = squaredDistance(patch, (i) => bright[i] === 0);
  const core: number[] = [];
  const erode = 0.6 + patch.step / 2;
  for (let i = 0; i < bright.length; i++) if (bright[i] === 1 && depth2[i]! >= erode * erode) core.push(i);
  const isCore = new Uint8Array(mask.length);
  for (const i of core) isCore[i] = 1;
  if (core.length === 0) return isCore;
  const near2 = squaredDistance(patch, (i) => isCore[i] === 1);
  const back = (0.6 + 0.6 * patch.step) ** 2;
  return connectedTo(patch, core, (i) => bright[i] === 1 && near2[i]! <= back);
}

function finish(
  patch: LesionPatch,
  smooth: Float32Array,
  region: Region,
  solid: Uint8Array,
  type: NoduleType,
  lungHu: number,
  halo: number,
  glassHu?: number,
): Lesion {
  const rimHu = glassHu ?? 2 * region.limit - lungHu;
  return {
    patch,
    smooth,
    mask: region.mask,
    solid,
    type,
    edgeHu: region.limit,
    rimHu,
    lungHu,
    innerRadius: region.innerRadius,
    attached: region.attached,
    haloShare: halo,
    haloLimit: HALO_SHARE,
  };
}
