import type { Role } from '#domain/approval';
import type { NoticeDetail } from '#domain/notice';
import type { ProductionRequest } from '#domain/production';
import type { Progress } from '#domain/progress';
import { findTemplate } from '#domain/templates';
import { listDecisions } from '#prisma/records/decisions';
import { tell } from '#prisma/records/notices';
import { findProduction } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { peopleOf, signersOf } from '#prisma/records/signers';
import { guard, type WorkerParts } from './parts.ts';
import { type Standing, standing } from './standing.ts';

interface Told extends Standing {
  readonly request: ProductionRequest;
  readonly version: number;
  /** Who wrote the version. */
  readonly author: string;
}

/** Tells people where a production stands, and those who are waited for that they are. In the studio only: no mail leaves the house. */
export function peopleActivities({ db, log, steps }: WorkerParts) {
  const guarded = guard(steps);
  const audience = async ({ run, request, status, author }: Told): Promise<string[]> => {
    const production = await findProduction(db, run.productionId);
    if (!production) return [];
    const { departmentId, createdBy } = production;
    const simulated = request.provenance === 'simulated';
    const role: Role = status === 'waiting-final' ? findTemplate(request.template).filmGate : 'physician';
    switch (status) {
      case 'waiting-approval':
      case 'waiting-final':
        return signersOf(db, { departmentId, role, author, simulated });
      case 'returned':
        return [createdBy, author, ...(await peopleOf(db, departmentId, ['editor'])).map(({ id }) => id)];
      case 'failed':
        return [createdBy, ...(await peopleOf(db, departmentId, ['editor', 'admin'])).map(({ id }) => id)];
      case 'done':
        return [createdBy, author, ...(await listDecisions(db, run.productionId)).map(({ actorId }) => actorId)];
      default:
        return [];
    }
  };

  return {
    /** Where a production stands when it waits, is held, ends or fails. */
    async report(order: Told & { readonly error: Progress['error'] }): Promise<void> {
      await guarded(order.stage, async () => {
        const accountIds = await audience(order);
        await appendProgress(db, { ...standing(order, null), error: order.error });
        const kind = NOTICE[order.status];
        const detail = { version: order.version, revision: order.run.revision };
        if (kind) await tell(db, { accountIds, kind, productionId: order.run.productionId, detail });
      });
    },

    /** Once more to whoever is waited for; and at last to the rest of the department's physicians and its admins. */
    async remind(order: Told & { readonly reminders: number; readonly escalate: boolean }): Promise<void> {
      const { run, version, waitsFor, reminders, escalate, stage } = order;
      log.info({ production: run.productionId, version, waitsFor, reminders }, 'reminder');
      await guarded(stage, async () => {
        const accountIds = await audience(order);
        const { productionId } = run;
        const detail: NoticeDetail = { version, revision: run.revision, reminder: reminders };
        const kind = NOTICE[order.status];
        if (kind) await tell(db, { accountIds, kind, productionId, detail });
        if (escalate) {
          const { departmentId } = (await findProduction(db, productionId))!;
          const others = (await peopleOf(db, departmentId, ['physician', 'admin'])).map(({ id }) => id);
          await tell(db, { accountIds: others, kind: 'escalated', productionId, detail: { ...detail, waitsFor } });
        }
        const note = `reminder ${reminders}: version ${version} waits for ${waitsFor}`;
        await appendProgress(db, standing(order, note));
      });
    },
  };
}

const NOTICE: Partial<Record<Progress['status'], Parameters<typeof tell>[1]['kind']>> = {
  'waiting-approval': 'waiting-script',
  'waiting-final': 'waiting-final',
  returned: 'returned',
  failed: 'failed',
  done: 'released',
};
