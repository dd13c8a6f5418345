import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readStudy, type StudyInput } from '#activities/images/read-study';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { StudioError } from '#domain/errors';
import type { Study } from '#domain/study';

/** A folder that lives as long as the test file, with a store in it. */
export function openWorkspace(): { readonly root: string; readonly store: BlobStore; place(name: string): string } {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'caseloom-images-'));
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });
  return {
    get root() {
      return root;
    },
    get store() {
      return new BlobStore(path.join(root, 'store'));
    },
    place: (name) => path.join(root, name),
  };
}

const defaults = { series: null, spacingMm: null, purpose: null, provenance: 'hospital' } as const;

export function read(place: string, store: BlobStore, more: Partial<StudyInput> = {}): Promise<Study> {
  return readStudy({ ...defaults, ...more, path: place }, store, quietStep);
}

/** The error of an import that must fail. */
export async function refusal(work: Promise<unknown>): Promise<StudioError> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof StudioError)) throw new Error('expected a StudioError', { cause: outcome });
  return outcome;
}

/** Real data beside the project; absent on most machines. */
export const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
export function hasData(part: string): boolean {
  const there = existsSync(path.join(DATA, part));
  if (!there) console.warn(`skipped: ../shared/data/${part} is not on this machine`);
  return there;
}
