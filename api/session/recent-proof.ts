import type { Authenticated } from '#api/http/auth';
import { StudioError } from '#domain/errors';
import { RECENT_PROOF_MS } from '#domain/session';

/**
 * Call it in every route that signs (`@Req() request: Authenticated`), before anything else: a browser must have proved who sits there within
 * the last minutes (POST /api/session/confirm), a program's token must have the scope `sign`.
 * @throws StudioError REAUTH_NEEDED
 */
export function requireRecentProof({ caller }: Authenticated): void {
  if (!caller) throw new StudioError('UNAUTHENTICATED');
  if (!caller.session) {
    if (!caller.scopes.includes('sign')) throw new StudioError('FORBIDDEN');
    return;
  }
  if (Date.now() - caller.session.authenticatedAt.getTime() > RECENT_PROOF_MS) throw new StudioError('REAUTH_NEEDED');
}
