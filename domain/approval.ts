import { z } from 'zod';
import { Digest } from './artifact.ts';
import type { ErrorCode } from './errors.ts';

export const Role = z.enum(['publicity', 'editor', 'physician', 'researcher', 'admin']);
export type Role = z.infer<typeof Role>;

/** Who acts: an account id and its roles, never a patient. `displayName` is shown on the seal. */
export const Actor = z.object({
  id: z.string().min(1),
  displayName: z.string().min(1).max(20),
  roles: z.array(Role),
  /** Ids of the departments whose productions this person sees. */
  departments: z.array(z.string()),
  /** True for the made-up accounts of the demo; film and manifest then say so. */
  demo: z.boolean(),
});
export type Actor = z.infer<typeof Actor>;

/** Where people decide: the script before anything is made from it, the finished film before it is released. */
export const Gate = z.enum(['script', 'film']);
export type Gate = z.infer<typeof Gate>;

/** Who may decide at the film gate; the template says which. The script is always a physician's. */
export const FilmSigner = z.enum(['publicity', 'physician']);
export type FilmSigner = z.infer<typeof FilmSigner>;

/** The digests of everything a physician was shown. Their canonical JSON's SHA-256 is what is signed. */
export const ApprovalSubject = z.object({
  script: Digest,
  findings: Digest,
  template: z.string(),
  brand: z.string(),
  voice: z.string(),
  labels: z.array(z.string()),
});
export type ApprovalSubject = z.infer<typeof ApprovalSubject>;

/** What is signed at the film gate: the film and its record to the byte, and the script approval it was made under. */
export const FilmSubject = ApprovalSubject.extend({
  film: Digest,
  manifest: Digest,
  /** Digest that was signed at the script gate. */
  approval: Digest,
});
export type FilmSubject = z.infer<typeof FilmSubject>;

/** A version put before the physicians: its number, author and digest. */
export const PendingApproval = z.object({
  version: z.int().positive(),
  author: z.string(),
  digest: Digest,
  subject: ApprovalSubject,
});
export type PendingApproval = z.infer<typeof PendingApproval>;

/** A finished film put before whoever releases films of its template. `author` wrote its script version. */
export const PendingFilm = z.object({
  version: z.int().positive(),
  author: z.string(),
  signer: FilmSigner,
  digest: Digest,
  subject: FilmSubject,
});
export type PendingFilm = z.infer<typeof PendingFilm>;

export const DecisionInput = z.object({
  gate: Gate,
  decision: z.enum(['approve', 'request-changes']),
  /** Digest of exactly what the person saw. */
  digest: Digest,
  actor: Actor,
  comment: z.string().max(2000),
  /** Whom the actor stands in for by a delegation that was live at the moment. */
  onBehalfOf: z.object({ id: z.string(), displayName: z.string() }).nullable().default(null),
  /** True when the actor wrote this version and the department allows authors to sign. */
  ownWork: z.boolean().default(false),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

export const Decision = DecisionInput.extend({ version: z.int().positive(), at: z.iso.datetime() });
export type Decision = z.infer<typeof Decision>;

/** What a gate asks of whoever decides there. */
export interface GateLaw {
  readonly role: Role;
  /** A made-up account signs made-up cases only. */
  readonly simulated: boolean;
}

/**
 * The law of approval, the same at both gates: null when the decision may be taken, else the code of the refusal. Pure and synchronous, so the
 * workflow can use it as an Update validator: a refused update leaves no trace in the workflow.
 */
export function refuseDecision(
  pending: Pick<PendingApproval, 'author' | 'digest'> | null,
  decided: Pick<Decision, 'digest'> | null,
  input: DecisionInput,
  law: GateLaw,
): ErrorCode | null {
  if (decided && decided.digest === input.digest) return 'APPROVAL_DECIDED';
  if (!pending) return 'APPROVAL_NOT_OPEN';
  if (!input.actor.roles.includes(law.role)) return 'APPROVAL_ROLE';
  if (input.actor.demo && !law.simulated) return 'APPROVAL_DEMO';
  if (input.digest !== pending.digest) return 'APPROVAL_DIGEST';
  if (input.decision === 'approve' && !input.ownWork && isOwn(pending.author, input)) return 'APPROVAL_SELF';
  if (input.decision === 'request-changes' && input.comment.trim() === '') return 'APPROVAL_COMMENT';
  return null;
}

/** An author cannot sign through a deputy either. */
export const isOwn = (author: string, { actor, onBehalfOf }: Pick<DecisionInput, 'actor' | 'onBehalfOf'>): boolean =>
  author === actor.id || author === onBehalfOf?.id;

/** What lies at both gates, for whoever is about to decide. */
export const GateState = z.object({
  stage: z.string(),
  version: z.int(),
  findingsVersion: z.int(),
  paused: z.boolean(),
  pending: PendingApproval.nullable(),
  pendingFilm: PendingFilm.nullable(),
  decision: Decision.nullable(),
  filmDecision: Decision.nullable(),
  /** Who has delegated to the person who asks. */
  standsInFor: z.array(z.object({ id: z.string(), displayName: z.string() })),
});
export type GateState = z.infer<typeof GateState>;
