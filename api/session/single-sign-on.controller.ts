import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery } from '@nestjs/swagger';
import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { May } from '#api/http/auth';
import { isErrorCode } from '#domain/errors';
import type { HouseKey } from './house-key.ts';
import { oidcReturnAddress } from './oidc-settings.ts';
import type { SessionService } from './session.service.ts';
import type { SingleSignOn } from './single-sign-on.ts';
import { HOUSE_KEY, LOG, SESSIONS, SINGLE_SIGN_ON } from './tokens.ts';

const ERRAND_COOKIE = 'caseloom_errand';
const ERRAND_S = 600;
const Errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  again: z.boolean(),
});
/** A page of ours, never another address. */
const Next = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s]*$/)
  .catch('/');
const Leaving = z.object({ next: Next.default('/'), again: z.literal('1').optional() });

/** Signing in with the hospital's own account. These are navigations: whatever goes wrong ends on the sign-in page. */
@Controller('api/session/oidc')
export class SingleSignOnController {
  constructor(
    @Inject(SINGLE_SIGN_ON) private readonly signOn: SingleSignOn,
    @Inject(SESSIONS) private readonly sessions: SessionService,
    @Inject(HOUSE_KEY) private readonly key: HouseKey,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  @Get()
  @May('session.open')
  @ApiOperation({ summary: 'To the sign-on service' })
  @ApiQuery({ name: 'next', required: false })
  @ApiQuery({ name: 'again', required: false })
  async leave(
    @Query({ schema: Leaving }) { next, again }: z.infer<typeof Leaving>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.#orBack(response, next, async () => {
      const { to, errand } = await this.signOn.leave(oidcReturnAddress(request), next, again === '1');
      this.#carry(request, response, await this.key.seal('oidc', JSON.stringify(errand)), ERRAND_S);
      response.redirect(302, to.href);
    });
  }

  @Get('callback')
  @May('session.open')
  @ApiOperation({ summary: 'Back from the sign-on service' })
  async arrive(@Req() request: Request, @Res() response: Response) {
    const sealed = parse(request.headers.cookie ?? '')[ERRAND_COOKIE] ?? '';
    this.#carry(request, response, '', 0);
    await this.#orBack(response, '/', async () => {
      const errand = Errand.parse(JSON.parse(await this.key.open('oidc', sealed)));
      const current = new URL(oidcReturnAddress(request));
      current.search = new URL(request.originalUrl, current).search;
      const { accountId, authenticatedAt } = await this.signOn.arrive(current, errand);
      const { state } = await this.sessions.arrive(accountId, authenticatedAt, request, response);
      response.redirect(302, state === 'ok' ? errand.next : `/login?next=${encodeURIComponent(errand.next)}`);
    });
  }

  async #orBack(response: Response, next: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      const told = isErrorCode(code) && code.startsWith('SSO_') ? code : 'SSO_FAILED';
      const cause = (error as { cause?: { code?: unknown } }).cause?.code;
      this.log.warn({ code: told, cause: typeof cause === 'string' ? cause : null }, 'single sign-on');
      response.redirect(302, `/login?error=${told}&next=${encodeURIComponent(next)}`);
    }
  }

  #carry(request: Request, response: Response, value: string, maxAge: number): void {
    const rules = {
      httpOnly: true,
      sameSite: 'lax',
      path: '/api/session/oidc',
      maxAge,
      secure: request.secure,
    } as const;
    response.append('Set-Cookie', serialize(ERRAND_COOKIE, value, rules));
  }
}
