/**
 * Draws frames of the sample film for human eyes.
 *   tsx tests/film/look.ts <kind|scene id> <frame|+fraction> <out.png> [--lang en] [--brand B] [--variant name] [--template id/9:16] [--real [--study DIR]]
 * `--real` draws the phantom (or a study folder) through the product's own stages instead of the quick sample.
 * `frame` may be a list (`0,40,80` -> out-0.png …); `all` as kind draws every scene at the given fraction.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BlobStore } from '#activities/store/blob-store';
import { composeFilm } from '#domain/film/film';
import { realInput } from './real-sample.ts';
import { type SampleVariant, sampleInput } from './sample.ts';
import { openStills } from './still.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'zh-CN' },
    brand: { type: 'string', default: 'A' },
    variant: { type: 'string', default: 'screening' },
    real: { type: 'boolean', default: false },
    study: { type: 'string' },
    template: { type: 'string', default: 'case-teaching' },
  },
});
const [kind = 'all', at = '+0.5', out = '/tmp/look.png'] = positionals;
const store = new BlobStore(path.join(tmpdir(), 'caseloom-film-look'));
const language = values.lang === 'en' ? 'en' : 'zh-CN';
const { brand } = values;
const film = composeFilm(
  values.real
    ? await realInput(store, {
        language,
        brand,
        study: values.study ?? null,
        template: values.template,
      })
    : await sampleInput(store, {
        ...{ language, brand, template: values.template },
        variant: values.variant as SampleVariant,
      }),
);
const scenes = film.scenes.filter(({ props }) => kind === 'all' || props.kind === kind || props.id === kind);
if (scenes.length === 0)
  throw new Error(`no scene ${kind}; there are ${film.scenes.map((s) => s.props.id).join(', ')}`);
const studio = await openStills(store, film);
try {
  await mkdir(path.dirname(path.resolve(out)), { recursive: true });
  for (const { props } of kind === 'all' ? scenes : scenes.slice(0, 1)) {
    for (const item of at.split(',')) {
      const frame = item.startsWith('+')
        ? Math.min(props.durationInFrames - 1, Math.floor(Number(item.slice(1)) * props.durationInFrames))
        : Number(item);
      const name =
        kind === 'all' || at.includes(',')
          ? out.replace(/\.png$/, `-${kind === 'all' ? `${props.id}-` : ''}${frame}.png`)
          : out;
      await writeFile(name, await studio.still(props, frame));
      console.log(name);
    }
  }
} finally {
  await studio.close();
}
