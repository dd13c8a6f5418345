import { z } from 'zod';
import { Digest } from './artifact.ts';

/** Everything that is written down when somebody does it. */
export const AuditAction = z.enum([
  'session.open',
  'session.refused',
  'session.lock',
  'session.close',
  'session.prove',
  'account.create',
  'account.change',
  'account.disable',
  'account.enable',
  'account.password',
  'account.totp',
  'account.link',
  'token.make',
  'token.revoke',
  'department.create',
  'department.change',
  'setting.change',
  'upload.open',
  'upload.check',
  'upload.refuse',
  'upload.confirm',
  'upload.drop',
  'production.create',
  'production.change',
  'production.pause',
  'production.resume',
  'production.retry',
  'production.cancel',
  'production.rerender',
  'findings.correct',
  'findings.confirm',
  'script.revise',
  'script.keep-remark',
  'comment.write',
  'comment.change',
  'comment.resolve',
  'comment.reopen',
  'comment.remove',
  'approval.script',
  'approval.film',
  'approval.return-script',
  'approval.return-film',
  'approval.void',
  'delegation.make',
  'delegation.end',
  'film.release',
  'audit.export',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** What an action was done to. */
export const AuditResource = z.enum([
  'account',
  'session',
  'token',
  'department',
  'setting',
  'upload',
  'production',
  'script',
  'findings',
  'comment',
  'approval',
  'delegation',
  'film',
  'audit',
]);
export type AuditResource = z.infer<typeof AuditResource>;

/** An id, a version, a digest, a code. Nothing a person typed freely fits: that is where patient data would come in. */
const Word = z.string().regex(/^[\w.:@/+,=-]{0,160}$/);
const Value = z.union([Word, z.number(), z.boolean(), z.null(), z.array(Word).max(50)]);

/** Something somebody did. `from` and `to` name versions, digests or states. */
export const AuditEntry = z.strictObject({
  /** Account id; `house` for what the studio does by itself, `nobody` for a stranger at the door. */
  actorId: Word,
  action: AuditAction,
  resource: AuditResource,
  resourceId: Word,
  departmentId: Word.nullable().default(null),
  from: Word.nullable().default(null),
  to: Word.nullable().default(null),
  detail: z.record(z.string().max(40), Value).default({}),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry in its place in the chain: `hash` is taken over everything else, the hash before included. */
export const AuditEvent = AuditEntry.extend({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  previous: Digest,
  hash: Digest,
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** What the first entry stands on. */
export const AUDIT_ORIGIN = '0'.repeat(64);

/** What walking the chain found; `brokenAt` is the first seq that is missing or does not match. */
export const AuditCheck = z.object({
  count: z.int().nonnegative(),
  /** Hash of the last entry that holds. Written down elsewhere, it shows later that nothing was cut off the end. */
  head: Digest,
  brokenAt: z.int().positive().nullable(),
});
export type AuditCheck = z.infer<typeof AuditCheck>;

/** What a list of entries may be narrowed to. */
export const AuditQuery = z.object({
  actor: Word.optional(),
  action: AuditAction.optional(),
  production: Word.optional(),
  /** Not before, not after. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** An entry as people read it. */
export const AuditLine = AuditEvent.extend({
  /** Display name of who acted; null for the house itself and for strangers. */
  actorName: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Newest first; `next` is what to ask `before` for the page after, null on the last. */
export const AuditPage = z.object({ lines: z.array(AuditLine), next: z.int().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

/** The chain as it was found, and when it was walked. */
export const AuditState = AuditCheck.extend({ checkedAt: z.iso.datetime() });
export type AuditState = z.infer<typeof AuditState>;
