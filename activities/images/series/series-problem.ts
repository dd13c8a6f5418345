import { StudioError } from '#domain/errors';
import type { Instance } from '../dicom/read-instance.ts';
import type { SliceGroup } from './group-series.ts';

/** Classes whose pixels are pictures of something, text included (PS3.4 B.5): secondary capture in all its forms. */
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const PICTURE_MODALITIES: ReadonlySet<string> = new Set([
  'US',
  'SC',
  'OT',
  'ES',
  'XC',
  'GM',
  'DOC',
  'IVUS',
  'HC',
  'SM',
]);

/**
 * Why a group can never become a volume, judged from one of its headers; null when nothing speaks against it. Order matters: text that may
 * name a patient is the gravest and is said first.
 */
export function seriesProblem(group: SliceGroup): StudioError | null {
  for (const { instance } of group.slices) {
    const problem = burnedIn(instance) ?? wrongModality(instance) ?? wrongPixels(instance);
    if (problem !== null) return problem;
  }
  return null;
}

function burnedIn(instance: Instance): StudioError | null {
  const refuse = (why: string): StudioError => new StudioError('IMAGES_BURNED_IN', { why });
  if (instance.burnedIn) return refuse('BurnedInAnnotation=YES');
  if (instance.sopClass === SECONDARY_CAPTURE || instance.sopClass.startsWith(`${SECONDARY_CAPTURE}.`))
    return refuse('secondary capture');
  if (instance.imageType.some((value) => /SCREEN ?SAVE/i.test(value))) return refuse('screen save');
  if (PICTURE_MODALITIES.has(instance.modality)) return refuse(instance.modality);
  return null;
}

function wrongModality({ modality, pixels, format, truncated }: Instance): StudioError | null {
  if (modality === 'CT' && (truncated || (pixels !== null && format !== null))) return null;
  // A modality is a short code of the standard; anything else could be text about a person.
  return new StudioError('IMAGES_MODALITY', { modality: /^[A-Z]{2,10}$/.test(modality) ? modality : '?' });
}

function wrongPixels({ format }: Instance): StudioError | null {
  if (format === null) return null;
  const refuse = (detail: string): StudioError => new StudioError('IMAGES_COLOUR', { detail });
  if (format.samplesPerPixel !== 1) return refuse(`${format.bitsAllocated}-bit RGB`);
  if (!format.photometric.startsWith('MONOCHROME')) return refuse('palette');
  // Eight bits hold 256 densities: fine to look at, useless to measure.
  if (format.bitsAllocated !== 16 || format.bitsStored <= 8 || format.bitsStored > 16)
    return refuse(`${format.bitsAllocated === 16 ? format.bitsStored : format.bitsAllocated}-bit`);
  return null;
}
