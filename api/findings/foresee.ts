import { writeScript } from '#activities/script/write-script';
import type { Analysis } from '#domain/analysis';
import { findBrand } from '#domain/brands';
import { checkScript } from '#domain/check-script';
import { type Consequences, consequences } from '#domain/correction/consequences';
import { type Drafts, rebaseScript } from '#domain/rebase-script';
import { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import { listDecisions } from '#prisma/records/decisions';
import type { ProductionRecord } from '#prisma/records/productions';
import { findScript, type ScriptRecord } from '#prisma/records/scripts';

/** What findings that change from `before` to `after` would mean for a production: the steps the workflow will take, taken beforehand. */
export async function foresee(
  db: Database,
  { id, request, status }: ProductionRecord,
  before: Analysis,
  after: Analysis,
): Promise<Consequences> {
  const [template, brand, language] = [
    findTemplate(request.template),
    findBrand(request.brand),
    Language.parse(request.language),
  ];
  const [kept, decisions] = await Promise.all([findScript(db, id), listDecisions(db, id)]);
  const drafts = {
    before: writeScript(before, { template, language, wishes: request }),
    after: writeScript(after, { template, language, wishes: request }),
  };
  const holds = decisions.filter((item) => item.decision === 'approve' && item.voidedAt === null);
  return consequences(
    { analysis: before, script: kept?.script ?? drafts.before, template, brand },
    { analysis: after, script: nextScript(kept, drafts, after), template, brand },
    {
      version: holds.find((item) => item.gate === 'script')?.version ?? null,
      film: status === 'waiting-final' || holds.some((item) => item.gate === 'film'),
    },
  );
}

function nextScript(kept: ScriptRecord | null, drafts: Drafts, analysis: Analysis) {
  if (!kept || kept.author.startsWith('template:')) return drafts.after;
  const rebased = rebaseScript(kept.script, drafts, analysis);
  return checkScript(rebased, analysis).length > 0 ? drafts.after : rebased;
}
