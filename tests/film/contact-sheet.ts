/**
 * `npx tsx tests/film/contact-sheet.ts [template…]`: every scene of every template in every aspect and language, small, from the demo's phantom:
 * docs/pictures/films/<template>-<aspect>.jpg. zh-CN above, en below.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { BlobStore } from '#activities/store/blob-store';
import { composeFilm, type SceneProps } from '#domain/film/film';
import { TEMPLATES } from '#domain/templates';
import { realInput } from './real-sample.ts';
import { openStills } from './still.ts';

/** Height of a picture on the sheet, and the gap between two, px. */
const HEIGHT = { '16:9': 150, '9:16': 260, '1:1': 190 } as const;
const GAP = 6;
const ACROSS = { '16:9': 8, '9:16': 14, '1:1': 10 } as const;

/** A frame on which nearly everything of the scene stands. */
const telling = (props: SceneProps): number =>
  props.durationInFrames - 1 - (props.kind === 'intro' || props.kind === 'case' ? 14 : 4);

const wanted = process.argv.slice(2);
const store = new BlobStore(path.join(tmpdir(), 'caseloom-film-look'));
const folder = path.resolve(import.meta.dirname, '../../docs/pictures/films');
await mkdir(folder, { recursive: true });
for (const template of TEMPLATES.filter(({ id }) => (wanted.length ? wanted.includes(id) : !id.endsWith('-box')))) {
  for (const aspect of template.aspects) {
    const tiles: { row: number; column: number; input: Buffer }[] = [];
    let [rows, width] = [0, 0];
    for (const language of ['zh-CN', 'en'] as const) {
      const options = { language, brand: language === 'en' ? 'B' : 'A', study: null };
      const film = composeFilm(await realInput(store, { ...options, template: `${template.id}/${aspect}` }));
      const studio = await openStills(store, film);
      try {
        const lines = Math.ceil(film.scenes.length / ACROSS[aspect]);
        const across = Math.ceil(film.scenes.length / lines);
        for (const [i, { props }] of film.scenes.entries()) {
          const scale = HEIGHT[aspect] / props.height;
          width = Math.round(props.width * scale);
          const picture = await sharp(await studio.still(props, telling(props), Math.min(1, scale * 2)))
            .resize(width, HEIGHT[aspect])
            .png()
            .toBuffer();
          tiles.push({ row: rows + Math.floor(i / across), column: i % across, input: picture });
        }
        rows += lines;
      } finally {
        await studio.close();
      }
    }
    const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
    const places: OverlayOptions[] = tiles.map(({ row, column, input }) => ({
      input,
      left: GAP + column * (width + GAP),
      top: GAP + row * (HEIGHT[aspect] + GAP),
    }));
    const sheet = sharp({
      create: {
        width: GAP + columns * (width + GAP),
        height: GAP + rows * (HEIGHT[aspect] + GAP),
        channels: 3,
        background: '#ffffff',
      },
    });
    const file = path.join(folder, `${template.id}-${aspect.replace(':', 'x')}.jpg`);
    await writeFile(file, await sheet.composite(places).jpeg({ quality: 78, mozjpeg: true }).toBuffer());
    console.log(file);
  }
}
