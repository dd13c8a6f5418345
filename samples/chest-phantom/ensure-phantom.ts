/** The phantom as a folder of DICOM files with its answer beside it, made once and kept by content. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from '#activities/step';
import { type PhantomOptions, type PhantomTruth, resolveOptions } from './options.ts';
import { GENERATOR_VERSION } from './phantom-volume.ts';
import { renderStudy } from './render-study.ts';

export interface KeptPhantom {
  /** Folder that holds nothing but the DICOM files. */
  studyDir: string;
  /** `truth.json`, beside the study folder. */
  truthPath: string;
  truth: PhantomTruth;
  /** True when an earlier one with the same generator version and options was found. */
  reused: boolean;
}

/**
 * Finds or makes the phantom for these options under `cacheDir` (created if need be). Written under another name first and renamed when
 * whole, so that nobody ever sees half of one; two makers at once end with the same folder. Rejects with the signal's reason when stopped,
 * leaving nothing behind; RangeError for options that cannot be built.
 */
export async function ensurePhantom(cacheDir: string, options: PhantomOptions, step: Step): Promise<KeptPhantom> {
  const resolved = resolveOptions(options);
  const key = createHash('sha256')
    .update(JSON.stringify({ version: GENERATOR_VERSION, ...resolved }))
    .digest('hex');
  const home = path.join(cacheDir, `chest-phantom-${GENERATOR_VERSION}-${key.slice(0, 16)}`);
  const kept = await readKept(home);
  if (kept) return { ...kept, reused: true };
  const draft = `${home}.draft-${randomUUID()}`;
  try {
    await makePhantom(draft, key, options, step);
    await settle(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  const made = await readKept(home);
  if (!made) throw new Error('the phantom vanished while it was being kept');
  return { ...made, reused: false };
}

async function makePhantom(folder: string, key: string, options: PhantomOptions, step: Step): Promise<void> {
  const studyDir = path.join(folder, 'study');
  await mkdir(studyDir, { recursive: true });
  step.progress(0, 'phantom: anatomy');
  const truth = await renderStudy(options, resolveOptions(options).slices, key, studyDir, step);
  await writeFile(path.join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
}

async function settle(draft: string, home: string): Promise<void> {
  try {
    await rename(draft, home);
  } catch (error) {
    if (!(await readKept(home))) throw error;
    await rm(draft, { recursive: true, force: true });
  }
}

async function readKept(home: string): Promise<Omit<KeptPhantom, 'reused'> | null> {
  const truthPath = path.join(home, 'truth.json');
  try {
    const truth = JSON.parse(await readFile(truthPath, 'utf8')) as PhantomTruth;
    return { studyDir: path.join(home, 'study'), truthPath, truth };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
