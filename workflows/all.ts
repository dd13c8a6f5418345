// What one bundle of workflow code holds: Temporal's bundler takes a single entry.
export { inspectUpload } from './inspect-upload.ts';
export { produceFilm } from './produce-film.ts';
