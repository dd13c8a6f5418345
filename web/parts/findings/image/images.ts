import { Enums, imageLoader, metaData, type Types, utilities } from '@cornerstonejs/core';
import { patientPoint } from '#domain/patient-point';
import type { SliceShelf } from './shelf.ts';
import { WINDOWS } from './windows.ts';

const SCHEME = 'caseloom';
/** Asked before Cornerstone's own answers. */
const FIRST = 10_000;
/** Shelves of the views that are open, and how many views look at each. */
const shelves = new Map<string, { readonly shelf: SliceShelf; views: number }>();

/** The name under which Cornerstone asks for a slice. */
export const imageIdOf = (shelf: SliceShelf, slice: number): string => `${SCHEME}:${shelf.id}/${slice}`;

/** Lets Cornerstone take slices from a shelf, for one more view. */
export function lend(shelf: SliceShelf): void {
  const known = shelves.get(shelf.id);
  if (known?.shelf === shelf) known.views++;
  else shelves.set(shelf.id, { shelf, views: 1 });
}

/** A view is closed. True when it was the last one that looked at this shelf. */
export function giveBack(shelf: SliceShelf): boolean {
  const known = shelves.get(shelf.id);
  if (known?.shelf !== shelf || --known.views > 0) return false;
  return shelves.delete(shelf.id);
}

/** Teaches Cornerstone to load our slices and what they are; once per page. */
export function serveImages(): void {
  imageLoader.registerImageLoader(SCHEME, (imageId) => ({ promise: load(imageId) }));
  metaData.addProvider(describe, FIRST);
}

function placeOf(imageId: string): { shelf: SliceShelf; slice: number } | null {
  const [, id, slice] = /^caseloom:(.+)\/(\d+)$/.exec(imageId) ?? [];
  const shelf = id ? shelves.get(id)?.shelf : undefined;
  return shelf ? { shelf, slice: Number(slice) } : null;
}

async function load(imageId: string): Promise<Types.IImage> {
  const place = placeOf(imageId);
  if (!place) throw new Error('unknown stack');
  const { columns, rows, spacingMm } = place.shelf.geometry;
  const pixels = await place.shelf.slice(place.slice);
  let [least, most] = [32767, -32768];
  for (const value of pixels) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const voxelManager = utilities.VoxelManager.createImageVoxelManager({
    width: columns,
    height: rows,
    numberOfComponents: 1,
    scalarData: pixels,
    id: imageId,
  });
  return {
    imageId,
    minPixelValue: least,
    maxPixelValue: most,
    slope: 1,
    intercept: 0,
    windowCenter: WINDOWS.lung.level,
    windowWidth: WINDOWS.lung.width,
    voiLUTFunction: Enums.VOILUTFunctionType.LINEAR,
    getPixelData: () => pixels,
    getCanvas: () => document.createElement('canvas'),
    rows,
    columns,
    height: rows,
    width: columns,
    color: false,
    rgba: false,
    numberOfComponents: 1,
    columnPixelSpacing: spacingMm[0],
    rowPixelSpacing: spacingMm[1],
    invert: false,
    sizeInBytes: pixels.byteLength,
    dataType: 'Int16Array',
    voxelManager,
  };
}

/** What Cornerstone asks of an image, in the words of DICOM. */
function describe(type: string, imageId: string): unknown {
  if (typeof imageId !== 'string') return undefined;
  const place = placeOf(imageId);
  if (!place) return undefined;
  const { geometry: g } = place.shelf;
  switch (type) {
    case 'imagePlaneModule':
      return {
        frameOfReferenceUID: place.shelf.id,
        rows: g.rows,
        columns: g.columns,
        imageOrientationPatient: [...g.columnAxis, ...g.rowAxis],
        rowCosines: g.columnAxis,
        columnCosines: g.rowAxis,
        imagePositionPatient: patientPoint(g, [0, 0, place.slice]),
        pixelSpacing: [g.spacingMm[1], g.spacingMm[0]],
        rowPixelSpacing: g.spacingMm[1],
        columnPixelSpacing: g.spacingMm[0],
        sliceThickness: g.spacingMm[2],
      };
    case 'imagePixelModule':
      return {
        samplesPerPixel: 1,
        photometricInterpretation: 'MONOCHROME2',
        rows: g.rows,
        columns: g.columns,
        bitsAllocated: 16,
        bitsStored: 16,
        highBit: 15,
        pixelRepresentation: 1,
      };
    case 'generalSeriesModule':
      return { modality: 'CT' };
    case 'voiLutModule':
      return { windowCenter: [WINDOWS.lung.level], windowWidth: [WINDOWS.lung.width] };
    case 'modalityLutModule':
      return { rescaleSlope: 1, rescaleIntercept: 0 };
    default:
      return undefined;
  }
}
