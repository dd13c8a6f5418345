import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { Database } from '#prisma/records/database';
import { findProduction, listOutputs } from '#prisma/records/productions';
import { findStepResult } from '#prisma/records/steps';

const WIDTH = 240;
const HEIGHT = 135;
const KEPT = 500;
const Pictures = z.object({ contents: z.object({ axial: z.array(z.object({ image: ArtifactRef })) }) });

/** Small pictures of productions for lists: the film's poster once there is one, before that the middle slice. */
export class Thumbnails {
  readonly #kept = new Map<string, Promise<Buffer>>();
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
    const run = await this.db.stepRun.findFirst({
      where: { productionId, stage: 'render', label: 'pictures', outcome: { in: ['done', 'reused'] } },
      orderBy: { id: 'desc' },
    });
    const pictures = run && Pictures.safeParse(await findStepResult(this.db, run.key));
    if (!pictures?.success) return null;
    const { axial } = pictures.data.contents;
    return axial[Math.floor(axial.length / 2)]?.image ?? null;
  }
}
