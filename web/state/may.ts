import type { Role } from '#domain/approval';
import { POLICY } from '#domain/policy';

const holds = (action: keyof typeof POLICY, roles: readonly Role[]): boolean =>
  roles.some((role) => (POLICY[action].roles as readonly Role[]).includes(role));

/** Who may order films; the API has the last word. */
export const mayMake = (roles: readonly Role[]): boolean => holds('production.create', roles);
/** Who may stop, hold and repeat. */
export const maySteer = (roles: readonly Role[]): boolean => holds('production.steer', roles);
/** Who may write the narration. */
export const mayEditScript = (roles: readonly Role[]): boolean => holds('script.edit', roles);
