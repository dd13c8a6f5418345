import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, AuditState } from '#domain/audit';
import { appendAudit } from '#prisma/records/audit';
import { openTestApi, type TestApi } from '#tests/api/open-api';

describe('the audit over the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi({ temporalAddress: '127.0.0.1:1' });
    for (let n = 1; n <= 7; n += 1)
      await appendAudit(api.db, {
        actorId: n % 2 ? 'test-editor' : 'test-physician',
        action: n % 2 ? 'script.revise' : 'approval.script',
        resource: n % 2 ? 'script' : 'approval',
        resourceId: 'p00000000001',
        from: String(n),
        to: String(n + 1),
        detail: { formula: n === 7 ? '=1+1' : '' },
      });
  }, 120_000);
  afterAll(() => api?.stop(), 60_000);

  const page = async (query: string, token?: string): Promise<AuditPage> => {
    const response = await api.ask('GET', `/api/audit?${query}`, token === undefined ? {} : { token });
    expect(response.status).toBe(200);
    return (await response.json()) as AuditPage;
  };
  const seqs = ({ lines }: AuditPage) => lines.map(({ seq }) => seq);

  it('shows an admin everything, page by page, newest first, with names', async () => {
    const first = await page('limit=3');
    expect([seqs(first), first.next]).toEqual([[7, 6, 5], 5]);
    expect(first.lines[0]).toMatchObject({ actorId: 'test-editor', actorName: 'editor', from: '7', to: '8' });
    const second = await page(`limit=3&before=${first.next}`);
    expect([seqs(second), second.next]).toEqual([[4, 3, 2], 2]);
    const last = await page(`limit=3&before=${second.next}`);
    expect([seqs(last), last.next]).toEqual([[1], null]);
  });

  it('narrows by person, action, production and time', async () => {
    expect(seqs(await page('actor=test-physician'))).toEqual([6, 4, 2]);
    expect(seqs(await page('action=approval.script&before=5'))).toEqual([4, 2]);
    expect(seqs(await page('production=p00000000001'))).toHaveLength(7);
    expect(seqs(await page('production=p00000000002'))).toEqual([]);
    expect(seqs(await page('to=2000-01-01T00:00:00.000Z'))).toEqual([]);
    expect((await api.ask('GET', '/api/audit?action=nothing')).status).toBe(422);
    expect((await api.ask('GET', `/api/audit?actor=${encodeURIComponent('张 三')}`)).status).toBe(422);
  });

  it('shows everybody else what they did themselves, whatever they ask for', async () => {
    expect(seqs(await page('', api.tokens.editor))).toEqual([7, 5, 3, 1]);
    expect(seqs(await page('actor=test-physician', api.tokens.editor))).toEqual([]);
    expect(seqs(await page('', api.tokens.researcher))).toEqual([]);
    expect((await api.ask('GET', '/api/audit/state', { token: api.tokens.editor })).status).toBe(403);
  });

  it('says whether the chain holds', async () => {
    const state = (await (await api.ask('GET', '/api/audit/state')).json()) as AuditState;
    expect(state).toMatchObject({ count: 7, brokenAt: null });
    expect(state.head).toBe((await page('limit=1')).lines[0]?.hash);
  });

  it('gives it away as a table that a spreadsheet does not run, and writes that down', async () => {
    const response = await api.ask('GET', '/api/audit/csv?actor=test-editor');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toContain('caseloom-audit.csv');
    // Not text(): it would take the mark of UTF-8 away.
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFFseq,at,actorId,')).toBe(true);
    const rows = text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toContain('"7"');
    for (const row of rows.slice(1)) expect(row).not.toMatch(/(^|,)"[=+@-]/);
    expect((await page('limit=1')).lines[0]).toMatchObject({
      actorId: 'test-admin',
      action: 'audit.export',
      detail: { actor: 'test-editor' },
    });
  });
});
