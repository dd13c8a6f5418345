import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFilterBank, HALO } from './filter-bank.ts';

/** Writes model.onnx and manifest.json beside this file: `tsx models/lung-nodule/build.ts`. The same code writes the same bytes. */
const VERSION = '1.0.0';
const here = path.dirname(fileURLToPath(import.meta.url));
const model = buildFilterBank(VERSION);
const manifest = {
  id: 'lung-nodule-filter-bank',
  version: VERSION,
  task: 'lung-nodule-candidates',
  tier: 'classical',
  file: 'model.onnx',
  sha256: createHash('sha256').update(model).digest('hex'),
  input: {
    name: 'hu',
    type: 'float32',
    shape: [1, 1, 'depth', 'height', 'width'],
    unit: 'HU',
    axes: 'slice (head to feet), row (front to back), column (image left to right)',
    levelsMm: [1.4, 2.8, 5.6],
    haloVoxels: HALO,
  },
  output: {
    score: {
      name: 'score',
      shape: [1, 1, 'depth', 'height', 'width'],
      meaning: '1 = a ball as bright as soft tissue; 0 = none',
    },
    diameter: { name: 'diameter', unit: 'voxels', optional: true },
    threshold: 0.1,
  },
  intendedUse:
    'Proposes places in the lungs of a chest CT that may hold a nodule of 4 to 35 mm, for measurement and for teaching films reviewed by a physician.',
  limits: [
    'Not trained and not clinically validated; not a diagnostic device.',
    'Nodules below 4 mm, endobronchial lesions and consolidation are not sought.',
    'Lesions that fill a broad base on the mediastinum may be missed.',
  ],
  licence: 'same as the project',
};
writeFileSync(path.join(here, 'model.onnx'), model);
writeFileSync(path.join(here, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
