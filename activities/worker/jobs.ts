import { analyse } from '#activities/analysis/analyse';
import { inspectUpload } from '#activities/images/inspect-upload';
import { readStudy, type StudyInput } from '#activities/images/read-study';
import { preparePictures } from '#activities/render/pictures';
import type { Step } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { Quarantine } from '#activities/store/quarantine';
import type { Analysis } from '#domain/analysis';
import type { Study } from '#domain/study';

// Entry points of worker threads: the store travels as its root folder.

export const readStudyJob = (input: StudyInput, root: string, step: Step) =>
  readStudy(input, new BlobStore(root), step);
export const analyseJob = (study: Study, root: string, step: Step) => analyse(study, new BlobStore(root), step);
export const preparePicturesJob = (analysis: Analysis, root: string, step: Step) =>
  preparePictures(analysis, new BlobStore(root), step);
export const inspectUploadJob = (upload: string, dataDir: string, step: Step) => {
  const quarantine = new Quarantine(dataDir);
  return inspectUpload(quarantine.files(upload), (key) => quarantine.montage(upload, key), step);
};
