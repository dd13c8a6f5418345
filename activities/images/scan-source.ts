import type { Step } from '#activities/step';
import { StudioError } from '#domain/errors';
import { Attributes } from './dicom/attributes.ts';
import { parseDicom } from './dicom/parse-dicom.ts';
import { type Instance, readInstance } from './dicom/read-instance.ts';
import type { ImportLimits } from './limits.ts';
import type { Source, SourceFile } from './source/source.ts';
import { throwIfCancelled } from './source/throw-if-cancelled.ts';

/** What lies in a source, by kind. Holds headers, never pixels. */
export interface Scan {
  readonly instances: readonly Instance[];
  /** PNG and JPEG files, in natural order. */
  readonly pictures: readonly SourceFile[];
  /** Files that are neither images nor DICOM. */
  readonly otherCount: number;
}

const SHARE_OF_STEP = 0.35;

/** Reads every header once. Progress: the first 35 % of the step. @throws StudioError IMAGES_*, CANCELLED */
export async function scanSource(source: Source, limits: ImportLimits, step: Step): Promise<Scan> {
  const instances: Instance[] = [];
  const pictures: SourceFile[] = [];
  let otherCount = 0;
  const count = source.files.length;
  for (const [at, file] of source.files.entries()) {
    throwIfCancelled(step.signal);
    const bytes = await file.read(step.signal);
    const parsed = parseDicom(bytes, limits.fileBytes);
    if (parsed.kind === 'dataset')
      instances.push(readInstance(new Attributes(parsed.dataSet), parsed.syntax, parsed.broken, at + 1));
    else if (isPicture(bytes)) pictures.push(file);
    else if (parsed.kind === 'other') otherCount += 1;
    step.progress(((at + 1) / count) * SHARE_OF_STEP, `${at + 1}/${count}`);
  }
  if (instances.length === 0 && pictures.length === 0) throw new StudioError('IMAGES_NOT_DICOM');
  return { instances, pictures, otherCount };
}

function isPicture(bytes: Buffer): boolean {
  const png = bytes.length > 8 && bytes.readUInt32BE(0) === 0x89504e47;
  const jpeg = bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  return png || jpeg;
}
