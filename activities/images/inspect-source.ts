import type { Step } from '#activities/step';
import { importSource } from './import-source.ts';
import { DEFAULT_LIMITS, type ImportLimits } from './limits.ts';
import { scanSource } from './scan-source.ts';
import { sortSeries } from './series/choose-series.ts';
import { groupPictures } from './series/group-pictures.ts';
import { groupSeries } from './series/group-series.ts';
import type { SeriesChoice } from './series/series-choice.ts';

/** What a source offers, before anything is produced from it. Free of patient data. */
export interface SourceInspection {
  readonly kind: 'dicom' | 'pictures';
  /** What may be chosen: series, the longest first, or stacks of pictures in the order of their names. */
  readonly series: readonly SeriesChoice[];
  /** Series that cannot be used: scouts, secondary captures, other modalities. */
  readonly leftAside: number;
  readonly pictures: number;
  readonly files: number;
}

/** Lists the series of a folder, ZIP or file. @throws StudioError IMAGES_*, CANCELLED */
export async function inspectSource(
  path: string,
  step: Step,
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<SourceInspection> {
  const source = await importSource(path, step.signal, limits);
  try {
    const scan = await scanSource(source, limits, step);
    const { usable, leftAside } = sortSeries(groupSeries(scan.instances));
    step.progress(1);
    return {
      kind: scan.instances.length > 0 ? 'dicom' : 'pictures',
      series: (scan.instances.length > 0 ? usable : groupPictures(scan.pictures)).map(({ choice }) => choice),
      leftAside: leftAside.length,
      pictures: scan.pictures.length,
      files: source.files.length,
    };
  } finally {
    await source.close();
  }
}
