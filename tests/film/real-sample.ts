import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { analyse } from '#activities/analysis/analyse';
import { readStudy } from '#activities/images/read-study';
import { preparePictures } from '#activities/render/pictures';
import { writeScript } from '#activities/script/write-script';
import { quietStep } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { Analysis } from '#domain/analysis';
import { findBrand } from '#domain/brands';
import type { ComposeInput } from '#domain/film/base';
import { FilmPictures } from '#domain/film/pictures';
import type { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';
import { SAMPLE_APPROVAL } from './sample.ts';
import { sampleTimeline } from './sample-script.ts';

/** Result of a costly step, kept as JSON beside the store. */
async function kept<T>(file: string, parse: (value: unknown) => T, make: () => Promise<T>): Promise<T> {
  const found = await readFile(file, 'utf8').catch(() => null);
  if (found) return parse(JSON.parse(found));
  const made = await make();
  await writeFile(file, JSON.stringify(made));
  return made;
}

/**
 * A film's input by the product's own stages: images, analysis, pictures and script are real, only the times are laid at an even pace.
 * `study` is a folder or ZIP of DICOM files; null = the demo's phantom. Kept beside the store; delete `real-*` there after a change.
 */
export async function realInput(
  store: BlobStore,
  options: { language: Language; brand: string; study: string | null; template: string },
): Promise<ComposeInput> {
  const name = options.study ? path.basename(options.study).replace(/\W/g, '-') : 'phantom';
  const place = (what: string): string => path.join(store.root, `real-${name}-${what}.json`);
  const analysis = await kept(place('analysis'), Analysis.parse.bind(Analysis), async () => {
    const source = options.study ?? (await ensurePhantom(path.join(store.root, 'phantom'), {}, quietStep)).studyDir;
    const provenance = options.study ? 'lidc-idri' : 'simulated';
    const study = await readStudy(
      { path: source, series: null, spacingMm: null, purpose: null, provenance },
      store,
      quietStep,
    );
    return analyse(study, store, quietStep);
  });
  const pictures = await kept(place('pictures'), FilmPictures.parse.bind(FilmPictures), () =>
    preparePictures(analysis, store, quietStep),
  );
  const { language } = options;
  const template = findTemplate(options.template);
  const script = writeScript(analysis, { template, language });
  return {
    analysis,
    script,
    template,
    timeline: sampleTimeline(script, template),
    brand: findBrand(options.brand),
    pictures,
    approval: SAMPLE_APPROVAL(language),
  };
}
