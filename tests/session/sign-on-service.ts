import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface SignOnService {
  readonly issuer: string;
  /** Who sits in front of the service's own sign-in page; null: somebody who goes away. */
  person: { sub: string; username: string } | null;
  /** How often its sign-in page was shown. */
  asked: number;
  stop(): Promise<void>;
}

/** A real OpenID Connect service on this machine, with one client that must use PKCE. */
export async function openSignOnService(client: {
  id: string;
  secret: string;
  returnTo: string;
}): Promise<SignOnService> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.returnTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'auth_time'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: names.get(sub) }),
    }),
    // Nobody is asked what the hospital's own studio may know.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const names = new Map<string, string>();
  const service: SignOnService = {
    issuer,
    person: null,
    asked: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    service.asked += 1;
    const { person } = service;
    if (person) names.set(person.sub, person.username);
    const result = person ? { login: { accountId: person.sub } } : { error: 'access_denied' };
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false }).catch(() => {
      response.statusCode = 500;
      response.end();
    });
  });
  return service;
}
