/** One of the threads that render the phantom: every n-th slice, each written as a DICOM file as soon as it is done. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { encodeSlice, fileNames } from './dicom-slices.ts';
import { PhantomRenderer, sliceOrigin } from './phantom-volume.ts';
import type { ThreadOrder, ThreadWord } from './render-study.ts';

const order = workerData as ThreadOrder;
const say = (word: ThreadWord): void => parentPort!.postMessage(word);

const renderer = new PhantomRenderer(order.options);
const { slices, seed } = renderer.truth;
const names = fileNames(seed, slices);
for (let slice = order.first; slice < slices; slice += order.every) {
  const hu = renderer.renderSlice(slice);
  const bytes = encodeSlice(hu, { studyKey: order.studyKey, slice, slices, originMm: sliceOrigin(slice, slices) });
  writeFileSync(path.join(order.studyDir, names[slice]!), bytes);
  say({ kind: 'slice' });
}
say({ kind: 'truth', truth: renderer.truth });
