import { z } from 'zod';
import type { Actor } from './approval.ts';

/** The hospital's single sign-on. Its secret is not here: it is kept by the machine. */
export const OidcRules = z.object({
  /** What the sign-in button says. */
  name: z.string().trim().min(1).max(40),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1).max(200),
  /** A first sign-on may take over the account whose login equals its user name. */
  linkByLogin: z.boolean(),
});
export type OidcRules = z.infer<typeof OidcRules>;

/** What an admin decides for the whole house. */
export const HouseRules = z.object({
  hospital: z.string().trim().max(40).default(''),
  /** Whom to ask for help, shown where people sign in. */
  help: z.string().trim().max(60).default(''),
  'totp-for-approvers': z.boolean().default(false),
  oidc: OidcRules.nullable().default(null),
  /** Hours between reminders to whoever can sign. */
  'reminder-hours': z.number().min(0.25).max(72).default(2),
  /** After how many reminders the rest of the department and its admins are told. */
  'escalate-after': z.int().min(1).max(20).default(3),
});
export type HouseRules = z.infer<typeof HouseRules>;

export const HouseRulesChange = z
  .object({
    hospital: HouseRules.shape.hospital.unwrap(),
    help: HouseRules.shape.help.unwrap(),
    'totp-for-approvers': z.boolean(),
    oidc: OidcRules.nullable(),
    'reminder-hours': HouseRules.shape['reminder-hours'].unwrap(),
    'escalate-after': HouseRules.shape['escalate-after'].unwrap(),
    /** Kept encrypted on this machine, never shown again. */
    oidcSecret: z.string().min(1).max(400),
  })
  .partial();
export type HouseRulesChange = z.infer<typeof HouseRulesChange>;

const APPROVERS = ['physician', 'publicity'] as const;

/** True when the house asks this person for a second factor. Made-up accounts have nobody to ask. */
export const needsSecondFactor = (rules: HouseRules, actor: Actor): boolean =>
  rules['totp-for-approvers'] && !actor.demo && APPROVERS.some((role) => actor.roles.includes(role));
