import sharp from 'sharp';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { type FilmPictures, LUNG_WINDOW, type Picture } from '#domain/film/pictures';
import { SURFACE_DEGREES, type SurfaceViews } from '#domain/film/surface-view';
import { CENTRE } from './sample-analysis.ts';

const ellipse = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** A drawing of a chest, not a measurement: grey 0..255 on the lung window at voxel (x, y, z), -1 outside the body. */
function grey(x: number, y: number, z: number): number {
  if (!ellipse(x, y, 256, 262, 196 + z * 0.3, 142)) return -1;
  if (((x - CENTRE[0]) * 0.7) ** 2 + ((y - CENTRE[1]) * 0.7) ** 2 + ((z - CENTRE[2]) * 2.5) ** 2 < 16.8) return 190;
  if (ellipse(x, y, 256, 356, 30, 34)) return 252;
  const reach = Math.sqrt(Math.max(0, 1 - ((z - 60) / 48) ** 2));
  const lung = ellipse(x, y, 167, 258, 78 * reach, 112 * reach) || ellipse(x, y, 345, 258, 78 * reach, 112 * reach);
  const heart = z > 50 && ellipse(x, y, 285, 220, 74, 66);
  if (lung && !heart) {
    const vessel = Math.sin(x * 0.31 + z * 0.4) * Math.sin(y * 0.27 - z * 0.5) * Math.sin((x + y) * 0.11);
    return vessel > 0.72 ? 130 : 44;
  }
  return ellipse(x, y, 256, 262, 184 + z * 0.3, 130) ? 228 : 196;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly origin: [number, number];
  readonly step: [number, number];
  readonly mm: [number, number];
}

async function picture(
  store: BlobStore,
  role: string,
  frame: Frame,
  at: (u: number, v: number) => number,
): Promise<Picture> {
  const { width, height, origin, step } = frame;
  const data = Buffer.alloc(width * height * 2);
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const value = at(origin[0] + (i + 0.5) * step[0], origin[1] + (j + 0.5) * step[1]);
      data[(j * width + i) * 2] = Math.max(0, value);
      data[(j * width + i) * 2 + 1] = value < 0 ? 0 : 255;
    }
  }
  const png = await sharp(data, { raw: { width, height, channels: 2 } })
    .png()
    .toBuffer();
  const image = await store.put(png, 'image/png', role);
  return { image, width, height, mmPerPixel: frame.mm, origin, voxelsPerPixel: step };
}

const SURFACE = { width: 576, height: 465, mmPerPixel: 0.6, axisMm: [179, 181] as [number, number], top: 20 };

/** Two ellipsoids from the front, turned: where the surface's own pictures would be, shaded by how near they are. */
async function surface(store: BlobStore, coarseness: number): Promise<SurfaceViews> {
  const [width, height] = [Math.ceil(SURFACE.width / coarseness), Math.ceil(SURFACE.height / coarseness)];
  const step = SURFACE.mmPerPixel * coarseness;
  const images = await Promise.all(
    SURFACE_DEGREES.map(async (degrees, i) => {
      const angle = (degrees * Math.PI) / 180;
      const across = Math.hypot(55 * Math.cos(angle), 78 * Math.sin(angle));
      const data = Buffer.alloc(width * height * 2);
      for (let p = 0; p < width * height; p++) {
        const u = ((p % width) + 0.5 - width / 2) * step;
        const v = (Math.floor(p / width) + 0.5) * step + SURFACE.top;
        for (const middle of [-62, 62]) {
          const d = ((u - middle * Math.cos(angle)) / across) ** 2 + ((v - 150) / 118) ** 2;
          if (d < 1) data.set([60 + Math.round(120 * Math.sqrt(1 - d)), 220], 2 * p);
        }
      }
      const png = await sharp(data, { raw: { width, height, channels: 2 } })
        .png()
        .toBuffer();
      return store.put(png, 'image/png', `surface-${i + 1}`);
    }),
  );
  const originMm: [number, number] = [(-width / 2) * step, SURFACE.top];
  return { images, degrees: [...SURFACE_DEGREES], width, height, mmPerPixel: step, originMm, axisMm: SURFACE.axisMm };
}

/** Stand-ins for the pictures stage, so that every scene can be drawn without a volume. */
export async function samplePictures(store: BlobStore, analysis: Analysis, coarseness: number): Promise<FilmPictures> {
  const coarse = (frame: Frame): Frame => ({
    width: Math.ceil(frame.width / coarseness),
    height: Math.ceil(frame.height / coarseness),
    origin: frame.origin,
    step: [frame.step[0] * coarseness, frame.step[1] * coarseness],
    mm: [frame.mm[0] * coarseness, frame.mm[1] * coarseness],
  });
  const axialFrame: Frame = { width: 256, height: 256, origin: [-0.5, -0.5], step: [2, 2], mm: [1.4, 1.4] };
  const axial: Picture[] = [];
  for (let z = 0; z < analysis.study.geometry.slices; z++) {
    axial.push(await picture(store, 'axial', coarse(axialFrame), (x, y) => grey(x, y, z)));
  }
  const coronalFrame: Frame = { width: 512, height: 429, origin: [-0.5, -0.5], step: [1, 120 / 429], mm: [0.7, 0.7] };
  const rows = [CENTRE[1] - 48, CENTRE[1], CENTRE[1] + 48];
  const coronal = await Promise.all(
    rows.map((row) => picture(store, 'coronal', coarse(coronalFrame), (x, z) => Math.max(0, grey(x, row, z)))),
  );
  const crop = (
    role: string,
    at: [number, number],
    mmWide: number,
    width: number,
    height: number,
  ): Promise<Picture> => {
    const step = mmWide / 0.7 / width;
    const origin: [number, number] = [at[0] - (step * width) / 2, at[1] - (step * height) / 2];
    const frame: Frame = { width, height, origin, step: [step, step], mm: [step * 0.7, step * 0.7] };
    return picture(store, role, coarse(frame), (x, y) => Math.max(0, grey(x, y, CENTRE[2])));
  };
  const centre: [number, number] = [CENTRE[0], CENTRE[1]];
  const some = analysis.findings.length > 0;
  return {
    window: LUNG_WINDOW,
    axial,
    coronal,
    lesion: some ? await crop('lesion', centre, 42, 1036, 725) : null,
    lesionWide: some ? await crop('lesion-wide', centre, 84, 920, 800) : null,
    surface: await surface(store, coarseness),
    contralateral: some ? await crop('contralateral', [340, centre[1]], 42, 1036, 900) : null,
  };
}
