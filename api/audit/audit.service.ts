import type { Caller } from '#api/http/auth';
import type { AuditLine, AuditPage, AuditQuery, AuditState } from '#domain/audit';
import { refuseAction } from '#domain/policy';
import { appendAudit, listAudit, verifyAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';

const FRESH_MS = 10_000;
const CHUNK = 500;

/** Reads what was written down: an admin all of it, everybody else what they did themselves. */
export class AuditService {
  #state: { until: number; value: Promise<AuditState> } | null = null;
  constructor(private readonly db: Database) {}

  async page(caller: Caller, query: AuditQuery, limit: number, before?: number): Promise<AuditPage> {
    // One more than asked tells whether there is another page.
    const lines = await listAudit(this.db, { ...visible(caller, query), before }, limit + 1);
    const shown = lines.slice(0, limit);
    return { lines: shown, next: lines.length > limit ? (shown.at(-1)?.seq ?? null) : null };
  }

  /** All matching lines as CSV, in pieces. */
  async *csv(caller: Caller, query: AuditQuery): AsyncGenerator<string> {
    const filter = visible(caller, query);
    // What was taken away is part of the record as well.
    const { id: actorId } = caller.actor;
    await appendAudit(this.db, {
      actorId,
      action: 'audit.export',
      resource: 'audit',
      resourceId: 'csv',
      detail: { ...query },
    });
    // Excel takes UTF-8 for what it is only with this mark.
    yield `\uFEFF${CSV_COLUMNS.join(',')}\r\n`;
    for (let before: number | undefined; ; ) {
      const lines = await listAudit(this.db, { ...filter, before }, CHUNK);
      if (lines.length > 0) yield lines.map(csvLine).join('');
      if (lines.length < CHUNK) return;
      before = lines.at(-1)?.seq;
    }
  }

  /** The whole chain, walked at most once in ten seconds however many look. */
  state(): Promise<AuditState> {
    if (!this.#state || this.#state.until < Date.now()) {
      const value = verifyAudit(this.db).then((check) => ({ ...check, checkedAt: new Date().toISOString() }));
      value.catch(() => {
        this.#state = null;
      });
      this.#state = { until: Date.now() + FRESH_MS, value };
    }
    return this.#state.value;
  }
}

const visible = (caller: Caller, query: AuditQuery): AuditQuery =>
  refuseAction('audit.all', caller.actor, null, caller.scopes) === null
    ? query
    : { ...query, actor: query.actor && query.actor !== caller.actor.id ? '' : caller.actor.id };

const CSV_COLUMNS = [
  'seq',
  'at',
  'actorId',
  'actorName',
  'action',
  'resource',
  'resourceId',
  'departmentId',
  'from',
  'to',
  'detail',
  'hash',
] as const;

const csvLine = (line: AuditLine): string => `${CSV_COLUMNS.map((column) => cell(line[column])).join(',')}\r\n`;

function cell(value: unknown): string {
  const text = value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  // A spreadsheet would run what begins like a formula.
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
