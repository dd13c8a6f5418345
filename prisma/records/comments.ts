import { Comment, Drawing, type Signature } from '#domain/comment';
import type { Database, Transaction } from './database.ts';

type Row = NonNullable<Awaited<ReturnType<Database['comment']['findUnique']>>>;

/** Names of accounts by id; an account that is gone keeps its id. */
export async function signaturesOf(
  db: Database | Transaction,
  ids: ReadonlyArray<string | null>,
): Promise<(id: string) => Signature> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await db.account.findMany({ where: { id: { in: wanted } }, select: { id: true, displayName: true } });
  const names = new Map(rows.map((row) => [row.id, row.displayName]));
  return (id) => ({ id, displayName: names.get(id) ?? id });
}

const fromRow = (row: Row, sign: (id: string) => Signature): Comment =>
  Comment.parse({
    id: row.id,
    parentId: row.parentId,
    version: row.version,
    revision: row.revision,
    author: sign(row.author),
    text: row.text,
    startFrame: row.startFrame,
    endFrame: row.endFrame,
    sentenceId: row.sentenceId,
    drawing: row.drawing === null ? null : Drawing.parse(row.drawing),
    mentions: row.mentions.map(sign),
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy === null ? null : sign(row.resolvedBy),
  });

/** Everything said about a production, oldest first. */
export async function listComments(db: Database | Transaction, productionId: string): Promise<Comment[]> {
  const rows = await db.comment.findMany({
    where: { productionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 2000,
  });
  const sign = await signaturesOf(
    db,
    rows.flatMap((row) => [row.author, row.resolvedBy, ...row.mentions]),
  );
  return rows.map((row) => fromRow(row, sign));
}

/** A short word that changes whenever anything said about a production does. */
export async function commentStamp(db: Database | Transaction, productionId: string): Promise<string> {
  const where = { productionId };
  const [said, settled] = await Promise.all([
    db.comment.aggregate({ where, _count: true, _max: { createdAt: true, resolvedAt: true } }),
    db.comment.count({ where: { productionId, resolvedAt: { not: null } } }),
  ]);
  const at = (moment: Date | null) => moment?.getTime().toString(36) ?? '0';
  return [said._count, at(said._max.createdAt), settled, at(said._max.resolvedAt)].join('.');
}

export interface CommentRow {
  readonly id: string;
  readonly productionId: string;
  readonly version: number;
  readonly revision: number;
  readonly parentId: string | null;
  readonly author: string;
  readonly text: string;
  readonly startFrame: number | null;
  readonly endFrame: number | null;
  readonly sentenceId: string | null;
  readonly drawing: Drawing | null;
  readonly mentions: readonly string[];
}

export async function keepComment(db: Database | Transaction, row: CommentRow): Promise<void> {
  const { drawing, mentions, ...rest } = row;
  await db.comment.create({ data: { ...rest, mentions: [...mentions], ...(drawing ? { drawing } : {}) } });
}

/** Settles the first remark of a thread, or opens it again. False when it already was so, or is not there. */
export async function settleComment(
  db: Database | Transaction,
  where: { readonly productionId: string; readonly id: string },
  by: string | null,
): Promise<boolean> {
  const { count } = await db.comment.updateMany({
    where: { ...where, parentId: null, resolvedAt: by === null ? { not: null } : null },
    data: by === null ? { resolvedAt: null, resolvedBy: null } : { resolvedAt: new Date(), resolvedBy: by },
  });
  return count > 0;
}

export async function dropComment(
  db: Database | Transaction,
  where: { readonly productionId: string; readonly id: string },
): Promise<void> {
  await db.comment.deleteMany({ where });
}

/** People of a department who can be asked to look. */
export async function peopleOf(db: Database | Transaction, departmentId: string): Promise<Signature[]> {
  return db.account.findMany({
    where: { departments: { has: departmentId }, disabledAt: null },
    orderBy: { displayName: 'asc' },
    select: { id: true, displayName: true },
    take: 300,
  });
}
