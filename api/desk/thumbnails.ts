import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { Database } from '#prisma/records/database';
import { findProduction, listOutputs } from '#prisma/records/productions';
import { findLabelled } from '#prisma/records/steps';

const WIDTH = 240;
const HEIGHT = 135;
const KEPT = 500;
const Prepared = z.object({ pictures: ArtifactRef });
const Pictures = z.object({ axial: z.array(z.object({ image: ArtifactRef })) });

/** Small pictures of productions for lists: the film's poster once there is one, before that the middle slice. */
export class Thumbnails {
  readonly #kept = new Map<string, Promise<Buffer>>();
  readonly #middle = new Map<string, ArtifactRef>();
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
  ) {}

  /** WebP; null while nothing has been drawn. */
  async of(productionId: string): Promise<Buffer | null> {
    const source = await this.#source(productionId);
    if (!source) return null;
    const known = this.#kept.get(source.digest);
    if (known) return known;
    const made = this.#make(source);
    this.#kept.set(source.digest, made);
    made.catch(() => this.#kept.delete(source.digest));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest) this.#kept.delete(oldest);
    return made;
  }

  async #make(source: ArtifactRef): Promise<Buffer> {
    const bytes = await readFile(this.store.path(source)).catch((cause) => {
      throw new StudioError('STORE_MISSING', { role: source.role }, { cause });
    });
    return sharp(bytes).resize(WIDTH, HEIGHT, { fit: 'cover' }).webp({ quality: 72 }).toBuffer();
  }

  async #source(productionId: string): Promise<ArtifactRef | null> {
    const production = await findProduction(this.db, productionId);
    if (!production) return null;
    const outputs = await listOutputs(this.db, productionId, production.revision);
    const poster = outputs.find(({ name }) => name === 'poster.jpg');
    if (poster) return poster.artifact;
    const made = Prepared.safeParse(await findLabelled(this.db, productionId, 'render', 'pictures'));
    return made.success ? this.#middleSlice(made.data.pictures) : null;
  }

  /** Lists are asked for again and again; the list of pictures behind a digest never changes. */
  async #middleSlice(pictures: ArtifactRef): Promise<ArtifactRef | null> {
    const known = this.#middle.get(pictures.digest);
    if (known) return known;
    const { axial } = Pictures.parse(await this.store.readJson(pictures));
    const image = axial[Math.floor(axial.length / 2)]?.image ?? null;
    if (this.#middle.size >= KEPT) this.#middle.clear();
    if (image) this.#middle.set(pictures.digest, image);
    return image;
  }
}
