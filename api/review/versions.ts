import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { digestOf } from '#activities/store/digest';
import { Analysis } from '#domain/analysis';
import type { SheetSide } from '#domain/approval-sheet';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import { Timeline } from '#domain/timeline';
import type { Database } from '#prisma/records/database';
import { analysesOf, type FilmRecord, listFilms, timelinesOf } from '#prisma/records/review';
import { findScript } from '#prisma/records/scripts';

const MadeOn = z.object({ inputs: z.object({ timeline: z.string() }) });

/** A version as it was put before people, with the clock of its film where there is one. */
export interface VersionSide extends SheetSide {
  readonly author: string;
  readonly analysisRef: ArtifactRef | null;
  /** Of the made film; null before it exists. */
  readonly timeline: Timeline | null;
}

/** Brings versions together from rows and store. What is content-addressed never changes, so it is kept at hand for a while. */
export class VersionShelf {
  readonly #parsed = new Map<string, { at: number; value: Promise<unknown> }>();

  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
  ) {}

  /** @throws StudioError NOT_FOUND for a version that was never put before people */
  async side(productionId: string, version: number, withFilm: boolean): Promise<VersionSide> {
    const [script, films] = await Promise.all([
      findScript(this.db, productionId, version),
      listFilms(this.db, productionId),
    ]);
    if (!script) throw new StudioError('NOT_FOUND', { what: `version ${version}` });
    const film = films.find((item) => item.version === version) ?? null;
    const [found, timeline] = await Promise.all([
      this.#findings(productionId, script.subject.findings),
      film ? this.#timeline(productionId, film) : null,
    ]);
    return {
      version,
      author: script.author,
      digest: script.digest,
      subject: script.subject,
      script: script.script,
      analysis: found?.analysis ?? null,
      analysisRef: found?.ref ?? null,
      film: withFilm && film ? film.film.digest : null,
      timeline,
    };
  }

  /** The findings a signature was bound to: among the versions kept, the one whose digest was signed. */
  async #findings(productionId: string, digest: string): Promise<{ analysis: Analysis; ref: ArtifactRef } | null> {
    for (const ref of await analysesOf(this.db, productionId)) {
      const found = await this.#at(`analysis ${ref.digest}`, async () => {
        const analysis = Analysis.parse(await this.store.readJson(ref));
        const { study, findings, ratings, contralateral } = analysis;
        return { analysis, digest: digestOf({ study, findings, ratings, contralateral }) };
      }).catch(() => null);
      if (found?.digest === digest) return { analysis: found.analysis, ref };
    }
    return null;
  }

  /** The clock a film was made on: of the timelines of its pass, the one its manifest names. */
  async #timeline(productionId: string, film: FilmRecord): Promise<Timeline | null> {
    const { manifest } = film;
    if (!manifest) return null;
    return this.#at(`timeline ${film.film.digest}`, async () => {
      const wanted = MadeOn.parse(await this.store.readJson(manifest)).inputs.timeline;
      for (const ref of await timelinesOf(this.db, productionId, film.revision)) {
        const timeline = Timeline.safeParse(await this.store.readJson(ref).catch(() => null));
        if (timeline.success && digestOf(timeline.data) === wanted) return timeline.data;
      }
      throw new StudioError('STORE_MISSING', { role: 'timeline' });
    }).catch(() => null);
  }

  async #at<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#parsed.get(key);
    if (kept) {
      kept.at = Date.now();
      return kept.value as Promise<T>;
    }
    const value = make();
    this.#parsed.set(key, { at: Date.now(), value });
    value.catch(() => this.#parsed.delete(key));
    if (this.#parsed.size > KEPT) {
      const [oldest] = [...this.#parsed].sort(([, a], [, b]) => a.at - b.at);
      if (oldest) this.#parsed.delete(oldest[0]);
    }
    return value;
  }
}

/** Parsed analyses and timelines at hand; some hundred kilobytes each. */
const KEPT = 40;
