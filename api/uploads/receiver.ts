import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@tus/server';
import type { Logger } from 'pino';
import type { Quarantine } from '#activities/store/quarantine';
import { ERROR_KINDS, type ErrorCode, type ErrorDetails, errorText, StudioError } from '#domain/errors';
import { UploadFileMeta, uploadFileId } from '#domain/upload';
import { QuarantineStore, tusId } from './quarantine-store.ts';

const ADDRESS = /\/api\/uploads\/(\w+)\/files(?:\/([^/?]+))?/;

const addressOf = (url: string): { upload: string; file: string | undefined } => {
  const [, upload, file] = ADDRESS.exec(url) ?? [];
  if (!upload) throw new StudioError('NOT_FOUND', { what: 'upload' });
  return { upload, file };
};

/** The resumable protocol (tus 1.0) over the quarantine. Who may and how much is asked before a request comes here. */
export class Receiver {
  #server: Server | null = null;

  constructor(
    private readonly quarantine: Quarantine,
    private readonly log: Logger,
  ) {}

  async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Not sooner: the store makes its folder, open to all, unless the first upload has made it, closed to others.
    this.#server ??= tusServer(this.quarantine, this.log);
    response.setHeader('Cache-Control', 'no-store');
    await this.#server.handle(request, response);
  }
}

const tusServer = (quarantine: Quarantine, log: Logger): Server =>
  new Server({
    path: '/api/uploads',
    datastore: new QuarantineStore(quarantine),
    generateUrl: (_, { id }) => `/api/uploads/${id}`,
    getFileIdFromRequest: (request) => {
      const { upload, file } = addressOf(request.url);
      return file === undefined ? undefined : tusId(upload, file);
    },
    namingFunction: (request, metadata) =>
      tusId(addressOf(request.url).upload, uploadFileId(UploadFileMeta.parse(metadata))),
    // Whatever else a client says of a file, its name first of all, is not kept.
    onUploadCreate: async (_, { metadata }) => {
      const { index, group, kind } = UploadFileMeta.parse(metadata);
      return { metadata: { index: String(index), group: String(group), kind } };
    },
    onResponseError: (request, error) => {
      if (error instanceof StudioError) {
        const { http } = ERROR_KINDS[error.code];
        return { status_code: http, body: problem(error.code, http, request, error.details) };
      }
      const status = (error as { status_code?: number }).status_code ?? 500;
      if (status >= 500) log.error({ name: (error as Error).name }, 'upload failed');
      const code = status >= 500 ? 'INTERNAL' : 'INPUT_INVALID';
      return {
        status_code: status,
        body: problem(code, status, request, { detail: 'upload protocol', reference: 'upload' }),
      };
    },
  });

function problem(code: ErrorCode, status: number, request: { headers: Headers }, details: ErrorDetails): string {
  const language = /^en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'zh-CN';
  const title = errorText(code, details, language);
  return JSON.stringify({ type: `urn:caseloom:error:${code}`, title, status, code, details });
}
