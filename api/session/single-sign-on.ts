import * as oidc from 'openid-client';
import { StudioError } from '#domain/errors';
import type { OidcRules } from '#domain/house-rules';
import { Login } from '#domain/session';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import type { Door } from './door.ts';
import type { HouseKey } from './house-key.ts';
import { oidcSecretFrom } from './oidc-settings.ts';

const SCOPE = 'openid profile';
const TIMEOUT_S = 10;

/** What a browser carries, sealed, from leaving for the sign-on service to coming back. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  /** The person was asked to prove again who they are. */
  readonly again: boolean;
}

export interface Arrival {
  readonly accountId: string;
  /** When the person last typed a secret there; long ago when the service does not say. */
  readonly authenticatedAt: Date;
}

/** The hospital's OpenID Connect service: authorization code with PKCE, state and nonce. Its tokens are read once and not kept. */
export class SingleSignOn {
  #known: { of: string; configuration: Promise<oidc.Configuration> } | null = null;
  constructor(
    private readonly db: Database,
    private readonly door: Door,
    private readonly key: HouseKey,
  ) {}

  /** Where to send a browser, and what it must bring back. @throws StudioError SSO_FAILED */
  async leave(returnTo: string, next: string, again: boolean): Promise<{ to: URL; errand: Errand }> {
    const { configuration } = await this.#service();
    const errand: Errand = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next,
      again,
    };
    const to = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: returnTo,
      scope: SCOPE,
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { to, errand };
  }

  /** Who came back. @throws StudioError SSO_FAILED, SSO_UNKNOWN */
  async arrive(current: URL, errand: Errand): Promise<Arrival> {
    const { configuration, rules } = await this.#service();
    const claims = await oidc
      .authorizationCodeGrant(configuration, current, {
        pkceCodeVerifier: errand.verifier,
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        idTokenExpected: true,
        ...(errand.again ? { maxAge: 60 } : {}),
      })
      .then((tokens) => tokens.claims())
      .catch((cause: unknown) => {
        throw new StudioError('SSO_FAILED', {}, { cause });
      });
    if (!claims) throw new StudioError('SSO_FAILED');
    const accountId = await this.#account(`${rules.issuer} ${claims.sub}`, claims.preferred_username, rules);
    return { accountId, authenticatedAt: new Date((claims.auth_time ?? 0) * 1000) };
  }

  async #account(oidcSubject: string, username: unknown, rules: OidcRules): Promise<string> {
    const known = await this.db.account.findUnique({ where: { oidcSubject } });
    if (known && !known.disabledAt) return known.id;
    const login = rules.linkByLogin && !known ? Login.safeParse(username).data : undefined;
    if (login === undefined) throw new StudioError('SSO_UNKNOWN');
    return this.db.$transaction(async (tx) => {
      // Only an account that no sign-on holds yet: a changed user name must not take over somebody else's.
      const where = { login, oidcSubject: null, disabledAt: null };
      const { count } = await tx.account.updateMany({ where, data: { oidcSubject } });
      const account = count === 1 ? await tx.account.findUnique({ where: { login } }) : null;
      if (!account) throw new StudioError('SSO_UNKNOWN');
      await appendAudit(tx, {
        actorId: account.id,
        action: 'account.link',
        resource: 'account',
        resourceId: account.id,
      });
      return account.id;
    });
  }

  async #service(): Promise<{ configuration: oidc.Configuration; rules: OidcRules }> {
    const { oidc: rules } = await this.door.rules();
    if (!rules) throw new StudioError('SSO_FAILED');
    const { secret } = await oidcSecretFrom(this.db, this.key);
    const of = JSON.stringify([rules.issuer, rules.clientId, secret]);
    if (this.#known?.of !== of) {
      const configuration = discover(rules, secret);
      // A service that was away is asked again next time.
      configuration.catch(() => (this.#known = null));
      this.#known = { of, configuration };
    }
    try {
      return { configuration: await this.#known.configuration, rules };
    } catch (cause) {
      throw new StudioError('SSO_FAILED', {}, { cause });
    }
  }
}

function discover(rules: OidcRules, secret: string | null): Promise<oidc.Configuration> {
  const issuer = new URL(rules.issuer);
  // Without encryption only on this very machine.
  const plain = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
  const proof = secret === null ? oidc.None() : oidc.ClientSecretPost(secret);
  return oidc.discovery(issuer, rules.clientId, undefined, proof, {
    timeout: TIMEOUT_S,
    ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}),
  });
}
