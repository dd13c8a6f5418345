import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';
import type { Caller } from '#api/http/auth';
import { StudioError } from '#domain/errors';
import { type HouseRules, needsSecondFactor } from '#domain/house-rules';
import { SCOPES } from '#domain/policy';
import { CSRF_HEADER, SESSION_LONGEST_MS, type SessionState } from '#domain/session';
import type { Database } from '#prisma/records/database';
import { findSession, openSession, type SessionRecord } from '#prisma/records/sessions';
import { readHouseRules } from '#prisma/records/settings';
import type { HouseKey } from './house-key.ts';

export const SESSION_COOKIE = 'caseloom_session';
const RULES_FRESH_MS = 5_000;

/** A browser's session as a request shows it. */
export interface CallerSession {
  readonly idHash: string;
  readonly state: SessionState;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
  readonly csrf: string;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The door of the house for browsers: cookies become callers, and changes must come from our own pages. */
export class Door {
  #rules: { at: number; value: Promise<HouseRules> } | null = null;
  constructor(
    private readonly db: Database,
    private readonly key: HouseKey,
  ) {}

  /** The rules of the house, at most a few seconds old. */
  rules(): Promise<HouseRules> {
    if (!this.#rules || Date.now() - this.#rules.at > RULES_FRESH_MS) {
      const value = readHouseRules(this.db);
      value.catch(() => (this.#rules = null));
      this.#rules = { at: Date.now(), value };
    }
    return this.#rules.value;
  }

  /** To be called when an admin changed a rule. */
  forgetRules(): void {
    this.#rules = null;
  }

  /** Who the cookie of a request belongs to; null without one that counts. */
  async find(request: Request): Promise<Caller | null> {
    const idHash = cookieHash(request);
    const session = idHash && (await findSession(this.db, idHash));
    return session ? this.#caller(session) : null;
  }

  /** @throws StudioError CSRF unless the request carries the session's proof and comes from a page of this address */
  prove(request: Request, session: CallerSession): void {
    const given = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
    const wanted = Buffer.from(session.csrf);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || !sameOrigin(request))
      throw new StudioError('CSRF');
  }

  /** Opens a new session and gives its cookie; the browser's earlier session ends. */
  async open(
    request: Request,
    response: Response,
    accountId: string,
    state: 'ok' | 'totp',
    authenticatedAt = new Date(),
  ): Promise<Caller> {
    const token = randomBytes(32).toString('base64url');
    const idHash = hashOf(token);
    await openSession(this.db, { idHash, accountId, state, authenticatedAt, replaces: cookieHash(request) });
    this.#set(request, response, token, SESSION_LONGEST_MS / 1000);
    const session = await findSession(this.db, idHash);
    if (!session) throw new StudioError('UNAUTHENTICATED');
    return this.#caller(session);
  }

  /** Takes the cookie away. */
  forget(request: Request, response: Response): void {
    this.#set(request, response, '', 0);
  }

  async #caller(session: SessionRecord): Promise<Caller> {
    const { idHash, authenticatedAt, expiresAt, actor, totpSince } = session;
    const required = needsSecondFactor(await this.rules(), actor);
    const state = session.state === 'totp' ? 'totp' : required && !totpSince ? 'enrol' : 'ok';
    const csrf = createHmac('sha256', await this.key.of('csrf'))
      .update(idHash)
      .digest('base64url');
    return { actor, scopes: SCOPES, session: { idHash, state, authenticatedAt, expiresAt, csrf } };
  }

  #set(request: Request, response: Response, value: string, maxAge: number): void {
    const rules = { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure: request.secure } as const;
    response.append('Set-Cookie', serialize(SESSION_COOKIE, value, rules));
  }
}

/** The hash of the session cookie a request carries, or null. */
export function cookieHash(request: Request): string | null {
  const token = parse(request.headers.cookie ?? '')[SESSION_COOKIE];
  return token && /^[\w-]{43}$/.test(token) ? hashOf(token) : null;
}

/** True when the browser says that a page of this very address sent the request. Saying nothing is not enough. */
export function sameOrigin(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
