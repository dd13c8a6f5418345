import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import { Decision, type Gate, GateState, PendingApproval } from '#domain/approval';
import { isErrorCode, StudioError } from '#domain/errors';
import { ProductionDetail, ProductionSummary } from '#domain/production';
import { Progress } from '#domain/progress';
import { Script } from '#domain/script';

const Problem = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });
const ScriptRecord = z.object({ version: z.int(), author: z.string(), digest: z.string(), script: Script });
const Held = z.object({ paused: z.boolean(), changed: z.boolean() });

/** The studio's API over HTTP. Refusals come back as the StudioError they were. */
export class StudioClient {
  constructor(
    readonly address: string,
    private readonly token: string,
  ) {}

  /** The same studio for another account. */
  as(token: string): StudioClient {
    return new StudioClient(this.address, token);
  }

  async healthy(): Promise<boolean> {
    return this.#json('GET', '/api/health', z.object({ database: z.boolean(), workflows: z.boolean() })).then(
      (health) => health.database && health.workflows,
      () => false,
    );
  }

  /** @throws StudioError SERVER_GONE when the API does not answer in time */
  async waitUntilUp(withinMs: number): Promise<void> {
    const end = Date.now() + withinMs;
    while (!(await this.healthy())) {
      if (Date.now() > end) throw new StudioError('SERVER_GONE', { server: 'studio API' });
      await sleep(250);
    }
  }

  create(body: Record<string, unknown>) {
    return this.#json('POST', '/api/productions', ProductionSummary, body);
  }
  list() {
    return this.#json('GET', '/api/productions', z.array(ProductionSummary));
  }
  read(id: string): Promise<ProductionDetail> {
    return this.#json('GET', `/api/productions/${encodeURIComponent(id)}`, ProductionDetail);
  }
  script(id: string) {
    return this.#json('GET', `/api/productions/${encodeURIComponent(id)}/script`, ScriptRecord);
  }
  revise(id: string, basedOn: number, sentences: ReadonlyArray<{ id: string; text: string }>) {
    return this.#json('PUT', `/api/productions/${encodeURIComponent(id)}/script`, PendingApproval, {
      basedOn,
      sentences,
    });
  }
  approval(id: string) {
    return this.#json('GET', `/api/productions/${encodeURIComponent(id)}/approval`, GateState);
  }
  /** Decides at a gate, under the digest of what was shown there. */
  decide(id: string, gate: Gate, decision: Decision['decision'], digest: string, comment: string) {
    const route = gate === 'film' ? 'film/decision' : 'decision';
    const body = { decision, digest, comment };
    return this.#json('POST', `/api/productions/${encodeURIComponent(id)}/${route}`, Decision, body);
  }
  pause(id: string) {
    return this.#json('POST', `/api/productions/${encodeURIComponent(id)}/pause`, Held);
  }
  resume(id: string) {
    return this.#json('POST', `/api/productions/${encodeURIComponent(id)}/resume`, Held);
  }
  retry(id: string) {
    return this.#json('POST', `/api/productions/${encodeURIComponent(id)}/retry`, ProductionSummary);
  }
  cancel(id: string) {
    return this.#json('POST', `/api/productions/${encodeURIComponent(id)}/cancel`, z.object({ id: z.string() }));
  }
  rerender(id: string, sentences: ReadonlyArray<{ id: string; text: string }>) {
    return this.#json('POST', `/api/productions/${encodeURIComponent(id)}/rerender`, ProductionSummary, { sentences });
  }

  /** Any route, its answer checked. */
  call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    return this.#json(method, path, schema, body);
  }

  /** Progress from `after` on, across lost connections, until the production ends or `signal` is aborted. */
  async *progress(id: string, after: number, signal: AbortSignal): AsyncGenerator<Progress> {
    let seq = after;
    for (;;) {
      try {
        const response = await this.#ask(
          'GET',
          `/api/productions/${encodeURIComponent(id)}/events`,
          undefined,
          { 'last-event-id': String(seq) },
          signal,
        );
        const events = response.body!.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
        for await (const event of events) {
          if (event.event !== 'progress') continue;
          const progress = Progress.parse(JSON.parse(event.data));
          seq = progress.seq;
          yield progress;
          if (['done', 'failed', 'cancelled'].includes(progress.status)) return;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof StudioError && error.code !== 'SERVER_GONE' && error.code !== 'INTERNAL') throw error;
      }
      await sleep(500);
    }
  }

  async download(id: string, name: string, file: string): Promise<void> {
    const response = await this.#ask(
      'GET',
      `/api/productions/${encodeURIComponent(id)}/outputs/${encodeURIComponent(name)}`,
    );
    await pipeline(
      Readable.fromWeb(response.body as import('node:stream/web').ReadableStream),
      createWriteStream(file),
    );
  }

  async #json<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    return schema.parse(await (await this.#ask(method, path, body)).json());
  }

  async #ask(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}`, ...extra };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    };
    const response = await fetch(`${this.address}${path}`, init).catch(() => {
      throw new StudioError('SERVER_GONE', { server: 'studio API' });
    });
    if (response.ok) return response;
    const problem = Problem.safeParse(await response.json().catch(() => null));
    if (problem.success && isErrorCode(problem.data.code))
      throw new StudioError(problem.data.code, problem.data.details);
    throw new StudioError('INTERNAL', { reference: `HTTP ${response.status}` });
  }
}
