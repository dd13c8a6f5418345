import { z } from 'zod';
import { Actor, ApprovalSubject, Decision } from '#domain/approval';
import { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import { ProductionRequest } from '#domain/production';
import { ProductionStatus, Progress } from '#domain/progress';
import { Manifest } from '#domain/release';
import { Script } from '#domain/script';
import { ask, askFor } from './api.ts';

const Production = z.object({
  id: z.string(),
  request: ProductionRequest,
  status: ProductionStatus,
  revision: z.int(),
  caseCode: z.string().nullable(),
  analysis: ArtifactRef.nullable(),
  createdAt: z.string(),
});
export type Production = z.infer<typeof Production>;

const ProductionDetail = Production.extend({
  progress: Progress.nullable(),
  outputs: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() })),
  steps: z.array(
    z.object({
      stage: z.string(),
      label: z.string(),
      outcome: z.string(),
      attempt: z.int(),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
    }),
  ),
});
export type ProductionDetail = z.infer<typeof ProductionDetail>;

const ScriptVersion = z.object({
  version: z.int(),
  author: z.string(),
  digest: z.string(),
  subject: ApprovalSubject,
  script: Script,
});
export type ScriptVersion = z.infer<typeof ScriptVersion>;

const place = (id: string): string => `/api/productions/${encodeURIComponent(id)}`;

/** What the studio's pages read, for one signed-in account. Every method throws the API's own StudioError. */
export class StudioReader {
  constructor(private readonly token: string | null) {}

  me(): Promise<Actor> {
    return askFor(this.token, '/api/me', Actor);
  }

  /** Newest first, at most 100. */
  list(before: string | null): Promise<Production[]> {
    const page = before ? `&before=${encodeURIComponent(before)}` : '';
    return askFor(this.token, `/api/productions?limit=100${page}`, z.array(Production));
  }

  read(id: string): Promise<ProductionDetail> {
    return askFor(this.token, place(id), ProductionDetail);
  }

  /** The newest version with the digest that is signed, or null while nothing is written. */
  script(id: string): Promise<ScriptVersion | null> {
    return askFor(this.token, `${place(id)}/script`, ScriptVersion).catch((error: unknown) => {
      if (error instanceof StudioError && error.code === 'NOT_FOUND') return null;
      throw error;
    });
  }

  /** What the physician wrote when she sent the script back; null when the workflow does not say in time. */
  async lastComment(id: string): Promise<string | null> {
    const state = z.object({ decision: Decision.nullable() });
    return askFor(this.token, `${place(id)}/approval`, state, { signal: AbortSignal.timeout(2_000) }).then(
      ({ decision }) => (decision?.decision === 'request-changes' ? decision.comment : null),
      () => null,
    );
  }

  /** Where a finished film comes from; null when the file is not there or not readable. */
  async manifest(id: string): Promise<Manifest | null> {
    const parsed = Manifest.safeParse(await this.#output(id, 'manifest.json', (response) => response.json()));
    return parsed.success ? parsed.data : null;
  }

  /** Chapters with their starts, seconds; from the film's chapter list (`0:00 title`). */
  async chapters(id: string): Promise<Array<{ seconds: number; title: string }>> {
    const text = await this.#output(id, 'chapters.txt', (response) => response.text());
    return [...(text ?? '').matchAll(/^(\d+):(\d\d) (.+)$/gm)].map(([, minutes, seconds, title]) => ({
      seconds: Number(minutes) * 60 + Number(seconds),
      title: title ?? '',
    }));
  }

  async #output<T>(id: string, name: string, read: (response: Response) => Promise<T>): Promise<T | null> {
    try {
      const response = await ask(this.token, `${place(id)}/outputs/${name}`);
      return response.ok ? await read(response) : null;
    } catch {
      return null;
    }
  }
}
