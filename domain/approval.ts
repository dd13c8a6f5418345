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

/** A version put before the physicians: its number, author and digest. */
export const PendingApproval = z.object({
  version: z.int().positive(),
  author: z.string(),
  digest: Digest,
  subject: ApprovalSubject,
});
export type PendingApproval = z.infer<typeof PendingApproval>;

export const DecisionInput = z.object({
  decision: z.enum(['approve', 'request-changes']),
  /** Digest of exactly what the person saw. */
  digest: Digest,
  actor: Actor,
  comment: z.string().max(2000),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

export const Decision = DecisionInput.extend({ version: z.int().positive(), at: z.iso.datetime() });
export type Decision = z.infer<typeof Decision>;

/**
 * The law of approval: null when the decision may be taken, else the code of the refusal. Pure and synchronous, so the
 * workflow can use it as an Update validator: a refused update leaves no trace in the workflow.
 */
export function refuseDecision(
  pending: PendingApproval | null,
  decided: Decision | null,
  input: DecisionInput,
): ErrorCode | null {
  if (decided && decided.digest === input.digest) return 'APPROVAL_DECIDED';
  if (!pending) return 'APPROVAL_NOT_OPEN';
  if (!input.actor.roles.includes('physician')) return 'APPROVAL_ROLE';
  if (input.digest !== pending.digest) return 'APPROVAL_DIGEST';
  if (input.decision === 'approve' && input.actor.id === pending.author) return 'APPROVAL_SELF';
  if (input.decision === 'request-changes' && input.comment.trim() === '') return 'APPROVAL_COMMENT';
  return null;
}
