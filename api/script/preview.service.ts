import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import type { ProductionsService } from '#api/productions/productions.service';
import { ArtifactRef } from '#domain/artifact';
import { findBrand } from '#domain/brands';
import type { Preview } from '#domain/draft';
import { soundOf } from '#domain/edit-cost';
import { sentencesOf } from '#domain/edit-script';
import { StudioError } from '#domain/errors';
import { estimateTake, speakerOf } from '#domain/estimate-speech';
import { composeFilm } from '#domain/film/film';
import { FilmPictures } from '#domain/film/pictures';
import { layTimeline } from '#domain/lay-timeline';
import { filmSeriesOf } from '#domain/production';
import { findTemplate } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import { findLabelled } from '#prisma/records/steps';
import type { DraftService } from './draft.service.ts';
import type { ListeningService } from './listening.service.ts';

const Prepared = z.object({ pictures: ArtifactRef });

/** The film of what is on the desk, composed by the same functions as the film itself; sentences nobody has spoken yet are estimated. */
export class PreviewService {
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly productions: ProductionsService,
    private readonly drafts: DraftService,
    private readonly listening: ListeningService,
  ) {}

  /** @throws StudioError PICTURES_PENDING while the pictures are being made */
  async preview(id: string): Promise<Preview> {
    const production = await this.productions.find(id);
    const [script, analysis, pictures] = await Promise.all([
      this.drafts.onDesk(id),
      this.drafts.analysis(production),
      this.#pictures(id),
    ]);
    const { speaker } = production.request;
    const sentences = sentencesOf(script);
    const known = await this.listening.known(sentences, script.language, speaker);
    const takes = sentences.map(
      (item) => known.get(item.id) ?? estimateTake(item, script.language, speakerOf(item, speaker)),
    );
    const template = findTemplate(production.request.template);
    const brand = findBrand(production.request.brand);
    const timeline = layTimeline(script, takes, template);
    const series = filmSeriesOf(production.request);
    const film = composeFilm({ analysis, script, timeline, pictures, template, brand, series, approval: null });
    const heard = sentences.flatMap((item) => {
      const take = known.get(item.id);
      return take ? [{ sound: soundOf(item), take }] : [];
    });
    return { film, timeline, takes, pictures, heard };
  }

  /** A picture of this production's film, by digest. @throws StudioError NOT_FOUND for anything else that lies in the store */
  async picture(id: string, digest: string): Promise<ArtifactRef> {
    const pictures = await this.#pictures(id);
    const { axial, coronal, lesion, lesionWide, contralateral } = pictures;
    const all = [...axial, ...coronal, lesion, lesionWide, contralateral];
    const found = all.find((picture) => picture?.image.digest === digest);
    if (!found) throw new StudioError('NOT_FOUND', { what: 'picture' });
    return found.image;
  }

  async #pictures(id: string): Promise<FilmPictures> {
    const made = Prepared.safeParse(await findLabelled(this.db, id, 'render', 'pictures'));
    if (!made.success) throw new StudioError('PICTURES_PENDING');
    const { pictures } = made.data;
    const known = this.#read.get(pictures.digest);
    if (known) return known;
    const read = FilmPictures.parse(await this.store.readJson(pictures));
    if (this.#read.size >= KEPT) this.#read.delete(this.#read.keys().next().value!);
    this.#read.set(pictures.digest, read);
    return read;
  }

  /** A film asks for its pictures one by one: their list is read once. */
  readonly #read = new Map<string, FilmPictures>();
}

const KEPT = 20;
