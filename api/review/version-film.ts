import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { findBrand } from '#domain/brands';
import { StudioError } from '#domain/errors';
import { composeFilm, type FilmProps } from '#domain/film/film';
import { FilmPictures } from '#domain/film/pictures';
import type { ProductionRequest } from '#domain/production';
import { findTemplate } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import { findingsFollowedAt, pictureSets } from '#prisma/records/review';
import { draftTimeline } from './draft-timeline.ts';
import type { VersionShelf } from './versions.ts';

/** Lists of pictures at hand; a film asks for its pictures one by one. */
const KEPT = 20;

/** The film of one version before it is made: exactly what was put before people, never what an editor has on the desk since. */
export class VersionFilm {
  readonly #sets = new Map<string, FilmPictures>();

  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly shelf: VersionShelf,
  ) {}

  /** @throws StudioError PICTURES_PENDING while the pictures are being made, STORE_MISSING when its findings are gone */
  async compose(id: string, version: number, request: ProductionRequest): Promise<FilmProps> {
    const { script, analysis, analysisRef } = await this.shelf.side(id, version, false);
    if (!analysis || !analysisRef) throw new StudioError('STORE_MISSING', { role: 'analysis' });
    const template = findTemplate(request.template);
    const followed = await findingsFollowedAt(this.db, id, analysisRef);
    const [newest] = await pictureSets(this.db, id, followed);
    if (!newest) throw new StudioError('PICTURES_PENDING');
    return composeFilm({
      ...{ analysis, script, template, brand: findBrand(request.brand), approval: null },
      timeline: draftTimeline(script, template, request.speaker),
      pictures: await this.#read(newest),
    });
  }

  /** A picture of this production's films, by digest. @throws StudioError NOT_FOUND for anything else that lies in the store */
  async picture(id: string, digest: string): Promise<ArtifactRef> {
    for (const ref of await pictureSets(this.db, id, null)) {
      const { axial, coronal, lesion, lesionWide, contralateral } = await this.#read(ref);
      const all = [...axial, ...coronal, lesion, lesionWide, contralateral];
      const found = all.find((picture) => picture?.image.digest === digest);
      if (found) return found.image;
    }
    throw new StudioError('NOT_FOUND', { what: 'picture' });
  }

  async #read(ref: ArtifactRef): Promise<FilmPictures> {
    const known = this.#sets.get(ref.digest);
    if (known) return known;
    const read = FilmPictures.parse(await this.store.readJson(ref));
    if (this.#sets.size >= KEPT) this.#sets.delete(this.#sets.keys().next().value!);
    this.#sets.set(ref.digest, read);
    return read;
  }
}
