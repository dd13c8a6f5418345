import { z } from 'zod';
import { Actor } from './approval.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Unused this long, a session ends. */
export const SESSION_IDLE_MS = 8 * 3600_000;
/** Used or not, a session ends after this long. */
export const SESSION_LONGEST_MS = 7 * 24 * 3600_000;
/** How long a proof of identity counts when something is signed. */
export const RECENT_PROOF_MS = 5 * 60_000;
/** Header that carries the session's proof that a page of ours sent the request. */
export const CSRF_HEADER = 'x-caseloom-csrf';

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'letters, digits, dot, dash, underscore');
/** Long enough for any passphrase; bounded, because hashing costs. */
export const Password = z.string().min(1).max(256);

export const SignInBody = z.object({ login: z.string().min(1).max(80), password: Password });
export type SignInBody = z.infer<typeof SignInBody>;

/** Six digits of the authenticator, or a recovery code. */
export const SecondFactorBody = z.object({ code: z.string().trim().min(6).max(20) });
export type SecondFactorBody = z.infer<typeof SecondFactorBody>;

/** Proof that the person at the screen is still the one who signed in. Both are left out by made-up accounts, which have no secret. */
export const ConfirmBody = z.object({ password: Password.optional(), code: SecondFactorBody.shape.code.optional() });
export type ConfirmBody = z.infer<typeof ConfirmBody>;

const OneTimeToken = z.string().regex(/^[\w-]{20,100}$/);
export const OnceBody = z.object({ token: OneTimeToken });
export type OnceBody = z.infer<typeof OnceBody>;
export const InvitationBody = z.object({ token: OneTimeToken, password: Password });
export type InvitationBody = z.infer<typeof InvitationBody>;
export const PasswordBody = z.object({ current: Password.optional(), password: Password });
export type PasswordBody = z.infer<typeof PasswordBody>;

/** `totp`: the second factor is awaited. `enrol`: the house asks for a second factor and there is none yet. */
export const SessionState = z.enum(['ok', 'totp', 'enrol']);
export type SessionState = z.infer<typeof SessionState>;

/** Ways a person can prove again who they are; `none` for made-up accounts. */
export const Proof = z.enum(['password', 'totp', 'oidc', 'none']);
export type Proof = z.infer<typeof Proof>;

/** Who is signed in, as GET /api/session answers. */
export const SessionAnswer = z.object({
  state: SessionState,
  actor: Actor,
  /** To be sent back in the header `x-caseloom-csrf` with every change. */
  csrf: z.string(),
  totp: z.enum(['none', 'required', 'on']),
  /** Since when the second factor is on. */
  totpSince: z.iso.datetime().nullable(),
  proofs: z.array(Proof),
  authenticatedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  demo: z.boolean(),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** What the sign-in page may offer. */
export const SignInWays = z.object({
  oidc: z.object({ name: z.string() }).nullable(),
  /** Name of the hospital and whom to ask for help; empty when nobody said. */
  hospital: z.string(),
  help: z.string(),
});
export type SignInWays = z.infer<typeof SignInWays>;

/** What an authenticator needs: the key as text and address, and the picture to scan. */
export const TotpEnrolment = z.object({ secret: z.string(), address: z.string(), svg: z.string() });
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;
/** Shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const PASSWORD_SHORTEST = 10;

/** Why a new password is refused, or null. */
export function refusePassword(password: string, login: string): 'short' | 'login' | 'common' | null {
  const plain = password.toLowerCase();
  if ([...password].length < PASSWORD_SHORTEST) return 'short';
  if (login !== '' && (plain === login || (login.length >= 4 && plain.includes(login)))) return 'login';
  return isCommonPassword(plain) || new Set(plain).size < 5 ? 'common' : null;
}

const FREE_FAILURES = 5;
/** How long an account refuses every sign-in after so many failures in a row: nothing for the first few, then doubling to a quarter of an hour. */
export function lockFor(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(30_000 * 2 ** Math.min(failures - FREE_FAILURES, 10), 15 * 60_000);
}
