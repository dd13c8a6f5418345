import type { Request } from 'express';
import { StudioError } from '#domain/errors';
import type { Subject } from '#domain/policy';
import type { Database } from '#prisma/records/database';
import { departmentOf } from '#prisma/records/productions';

type Find = (db: Database, id: string) => Promise<Subject | null>;

const owned = (row: { accountId: string } | null): Subject | null => row && { ownerId: row.accountId };
const SELECT = { select: { accountId: true } } as const;

/**
 * Whose a thing is, by the beginning of its routes. A route below one of these, whatever it does, first finds the thing; what does not exist and what
 * belongs to others look the same from outside.
 */
const SUBJECTS: Readonly<Record<string, { what: string; find: Find }>> = {
  '/api/productions/:id': {
    what: 'production',
    find: async (db, id) => {
      const departmentId = await departmentOf(db, id);
      return departmentId === null ? null : { departmentId };
    },
  },
  '/api/uploads/:id': {
    what: 'upload',
    find: async (db, id) => owned(await db.upload.findUnique({ where: { id }, ...SELECT })),
  },
  '/api/notices/:id': {
    what: 'notice',
    find: async (db, id) => owned(await db.notice.findUnique({ where: { id }, ...SELECT })),
  },
  '/api/tokens/:id': {
    what: 'token',
    find: async (db, id) => owned(await db.apiToken.findUnique({ where: { id }, ...SELECT })),
  },
  '/api/delegations/:id': {
    what: 'delegation',
    find: async (db, id) => {
      const row = await db.delegation.findUnique({ where: { id }, select: { fromId: true } });
      return row && { ownerId: row.fromId };
    },
  },
};

/** What the policy needs to know of the object a request is about; null when it is about none. @throws StudioError NOT_FOUND */
export async function subjectOf(db: Database, request: Request): Promise<{ subject: Subject; what: string } | null> {
  const pattern: string = request.route?.path ?? '';
  const entry = Object.entries(SUBJECTS).find(([under]) => pattern === under || pattern.startsWith(`${under}/`));
  if (!entry) return null;
  const [, { what, find }] = entry;
  const subject = await find(db, String(request.params.id));
  if (!subject) throw new StudioError('NOT_FOUND', { what });
  return { subject, what };
}
