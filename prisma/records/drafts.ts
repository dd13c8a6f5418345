import { z } from 'zod';
import { DraftScript } from '#domain/draft';
import { KeptRemark, type Script } from '#domain/script';
import type { Database } from './database.ts';

export interface DraftRecord {
  readonly basedOn: number;
  readonly save: number;
  readonly author: string;
  readonly script: Script;
  readonly at: string;
}

const KeptRemarks = z.array(KeptRemark);

/** The draft of a production, or null. */
export async function findDraft(db: Database, productionId: string): Promise<DraftRecord | null> {
  const row = await db.scriptDraft.findUnique({ where: { productionId } });
  if (!row) return null;
  const { basedOn, save, author, updatedAt } = row;
  const script = { ...DraftScript.parse(row.script), kept: KeptRemarks.parse(row.kept) };
  return { basedOn, save, author, script, at: updatedAt.toISOString() };
}

/**
 * Saves a draft on top of the save it was made from; null when somebody else has saved since (or the draft is gone), and then nothing is written.
 */
export async function saveDraft(
  db: Database,
  productionId: string,
  draft: Pick<DraftRecord, 'basedOn' | 'author' | 'script'> & { readonly onSave: number },
): Promise<DraftRecord | null> {
  const { basedOn, author, onSave } = draft;
  const { kept, ...script } = draft.script;
  const data = { basedOn, author, save: onSave + 1, script, kept };
  if (onSave === 0) {
    const { count } = await db.scriptDraft.createMany({ data: [{ productionId, ...data }], skipDuplicates: true });
    return count === 1 ? findDraft(db, productionId) : null;
  }
  const { count } = await db.scriptDraft.updateMany({ where: { productionId, save: onSave }, data });
  return count === 1 ? findDraft(db, productionId) : null;
}

/** Puts a draft away, unless somebody has saved since. True when it was this one. */
export async function dropDraft(db: Database, productionId: string, save: number): Promise<boolean> {
  return (await db.scriptDraft.deleteMany({ where: { productionId, save } })).count === 1;
}
