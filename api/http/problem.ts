import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { ERROR_KINDS, type ErrorCode, type ErrorDetails, errorText, StudioError } from '#domain/errors';
import { REQUEST_ID } from './access-log.ts';

/** The language a client asked for; Chinese unless English is wished. */
const languageOf = (request: Request) =>
  request.acceptsLanguages('zh', 'en') === 'en' ? ('en' as const) : ('zh-CN' as const);

/** Every failure leaves as RFC 9457 problem+json with our code; texts of foreign errors never reach a client. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const { code, details } = this.#coded(error, response);
    if (response.headersSent) {
      response.end();
      return;
    }
    const title = errorText(code, details, languageOf(http.getRequest<Request>()));
    response
      .status(ERROR_KINDS[code].http)
      .type('application/problem+json')
      .send({ type: `urn:caseloom:error:${code}`, title, status: ERROR_KINDS[code].http, code, details });
  }

  #coded(error: unknown, response: Response): { code: ErrorCode; details: ErrorDetails } {
    if (error instanceof StudioError) return error;
    const status = error instanceof HttpException ? error.getStatus() : httpStatus(error);
    if (status === 404) return { code: 'NOT_FOUND', details: { what: 'address' } };
    if (status === 413) return { code: 'IMAGES_TOO_LARGE', details: { limit: '1 MiB' } };
    if (status === 416) return { code: 'RANGE_INVALID', details: {} };
    if (status !== null && status >= 400 && status < 500)
      return { code: 'INPUT_INVALID', details: { detail: 'request' } };
    const reference = String(response.getHeader(REQUEST_ID) ?? randomUUID().slice(0, 8));
    const raw = error as Error;
    this.log.error(
      {
        reference,
        name: raw?.name,
        frames: (raw?.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 10),
      },
      'request failed',
    );
    return { code: 'INTERNAL', details: { reference } };
  }
}

/** body-parser and send mark their errors with a status of their own. */
function httpStatus(error: unknown): number | null {
  const status = (error as { status?: unknown })?.status;
  return typeof status === 'number' ? status : null;
}
