import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { BlobStore } from '#activities/store/blob-store';
import { digestOf } from '#activities/store/digest';
import type { Comment, CommentList } from '#domain/comment';
import type { ReviewRoom } from '#domain/review';
import { findTemplate } from '#domain/templates';
import { keepAccount } from '#prisma/records/accounts';
import { createProduction, setAnalysis } from '#prisma/records/productions';
import { keepScript } from '#prisma/records/scripts';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { demoAnalysis } from '#tests/fixtures/analysis';
import { REQUEST } from '#tests/workflow/fake-activities';

const ID = 'p0000000rev1';
const FOREIGN = 'p0000000rev2';
const analysis = demoAnalysis();
const { study, findings, ratings, contralateral } = analysis;

describe('the review room over the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
    const store = new BlobStore(`${api.house.dataDir}/store`);
    await createProduction(api.db, ID, REQUEST, { createdBy: 'test-editor', departmentId: 'house' });
    await createProduction(api.db, FOREIGN, REQUEST, { createdBy: 'test-editor', departmentId: 'elsewhere' });
    await setAnalysis(api.db, ID, await store.putJson(analysis, 'analysis'), 1);
    const template = findTemplate(REQUEST.template);
    const first = writeScript(analysis, { template, language: 'zh-CN', comment: null });
    const second = structuredClone(first);
    second.chapters[0]!.sentences[1]!.text += '请看。';
    for (const [version, script] of [
      [1, first],
      [2, second],
    ] as const) {
      const subject = {
        script: digestOf({ ...script, version: 0, author: '' }),
        findings: digestOf({ study, findings, ratings, contralateral }),
        ...{ template: REQUEST.template, brand: 'shili-general@1.0.0', voice: REQUEST.speaker, labels: ['ai'] },
      };
      await keepScript(api.db, {
        ...{ productionId: ID, version, author: 'test-editor', comment: null, subject, digest: digestOf(subject) },
        script: { ...script, version, author: 'test-editor' },
      });
    }
    await keepAccount(api.db, {
      ...{ id: 'stranger', displayName: '外人', roles: ['physician'], departments: ['elsewhere'], demo: false },
    });
  }, 120_000);
  afterAll(() => api?.stop(), 60_000);

  const post = (path: string, body?: unknown, token = api.tokens.physician) =>
    api.ask('POST', `/api/productions/${path}`, { body, token });
  const room = async (query = ''): Promise<ReviewRoom> =>
    (await (
      await api.ask('GET', `/api/productions/${ID}/review${query}`, { token: api.tokens.physician })
    ).json()) as ReviewRoom;
  const list = async (): Promise<CommentList> =>
    (await (await api.ask('GET', `/api/productions/${ID}/comments`)).json()) as CommentList;
  const said = { version: 2, startFrame: 40, endFrame: null, sentenceId: null, text: '框再收紧一点' };
  const add = async (change: object = {}, token = api.tokens.physician): Promise<Comment> => {
    const response = await post(`${ID}/comments`, { ...said, ...change }, token);
    expect(response.status).toBe(201);
    return (await response.json()) as Comment;
  };
  const code = async (response: Response) => ((await response.json()) as { code: string }).code;

  it('shows the newest version whole, beside the one it is compared with', async () => {
    const alone = await room();
    expect(alone).toMatchObject({ version: 2, newest: 2, compare: null, pending: null, changes: [] });
    expect(alone.timeline.source).toBe('preview');
    expect(alone.mustSee).toHaveLength(alone.timeline.sentences.length);
    // Whatever a person lays beside it, what must be seen is what nobody has signed.
    const beside = await room('?v=2&compare=1');
    expect(beside.changes).toHaveLength(1);
    expect(beside.mustSee).toEqual(alone.mustSee);
    expect(beside.sheet).toEqual(alone.sheet);
    const added = beside.changes[0]?.parts.filter((part) => part.kind === 'in');
    expect(added?.map((part) => part.text).join('')).toBe('请看。');
    expect(beside.before?.timeline.sentences).toHaveLength(beside.timeline.sentences.length);
    expect(beside.timeline.sentences.filter((sentence) => sentence.changed)).toHaveLength(1);
    expect(beside.findings.map((finding) => finding.id)).toEqual(findings.map((finding) => finding.id));
  });

  it('asks for what changed since the version signed last, voided or not', async () => {
    const { digest } = (await room('?v=1')).sheet;
    const at = new Date();
    await api.db.approvalDecision.create({
      data: {
        productionId: ID,
        version: 1,
        digest,
        decision: 'approve',
        actorId: 'test-physician',
        comment: '',
        at,
        voidedAt: at,
      },
    });
    const now = await room();
    expect(now).toMatchObject({ version: 2, compare: 1 });
    expect(now.mustSee.map((part) => part.id)).toEqual(now.changes.map((change) => change.id));
    expect(now.sheet.against).toBe(1);
    expect(now.sheet.rows.map((row) => [row.key, row.change.state])).toEqual([
      ['script', 'changed'],
      ...['findings', 'template', 'brand', 'voice', 'labels'].map((key) => [key, 'same']),
    ]);
    expect(now.versions[1]?.decisions[0]).toMatchObject({ decision: 'approve', by: { displayName: 'physician' } });
    expect((await room('?v=2&compare=0')).mustSee).toEqual(now.mustSee);
  });

  it('knows no version that never was, and shows nothing of another department', async () => {
    expect((await api.ask('GET', `/api/productions/${ID}/review?v=9`)).status).toBe(404);
    for (const path of ['review', 'comments', 'review/events', 'review/preview?v=1'])
      expect((await api.ask('GET', `/api/productions/${FOREIGN}/${path}`)).status).toBe(404);
    expect((await post(`${FOREIGN}/comments`, said)).status).toBe(404);
    expect(await api.db.comment.count({ where: { productionId: FOREIGN } })).toBe(0);
  });

  it('keeps remarks with their place and their drawing, and refuses places that are not in the film', async () => {
    const drawing = [{ kind: 'arrow' as const, from: [0.62, 0.63], to: [0.41, 0.52] }];
    const made = await add({ startFrame: 40, endFrame: 65, drawing });
    expect(made).toMatchObject({ startFrame: 40, endFrame: 65, drawing, version: 2, revision: 1 });
    expect(made.author).toEqual({ id: 'test-physician', displayName: 'physician' });
    const { durationInFrames } = (await room()).timeline;
    for (const outside of [{ startFrame: durationInFrames }, { startFrame: 3, endFrame: durationInFrames + 1 }])
      expect(await code(await post(`${ID}/comments`, { ...said, ...outside }))).toBe('COMMENT_OUTSIDE');
    await add({ startFrame: durationInFrames - 1, endFrame: durationInFrames });
    for (const wrong of [
      { startFrame: -1 },
      { startFrame: 10, endFrame: 10 },
      { sentenceId: 'nowhere' },
      { text: ' ' },
      { drawing: [{ kind: 'box', from: [0, 0], to: [1.2, 1] }] },
      { drawing: [{ kind: 'stamp', from: [0, 0], to: [1, 1] }] },
      { mentions: ['nobody'] },
    ])
      expect(await code(await post(`${ID}/comments`, { ...said, ...wrong }))).toBe('INPUT_INVALID');
    expect((await post(`${ID}/comments`, { ...said, version: 9 })).status).toBe(404);
  });

  it('tells whom a remark names, once, and nobody of another department', async () => {
    await add({ text: '请看 @editor', mentions: ['test-editor', 'test-editor', 'test-physician'] });
    const notices = await api.db.notice.findMany({ where: { kind: 'mentioned', productionId: ID } });
    expect(notices.map((notice) => notice.accountId)).toEqual(['test-editor']);
    expect(JSON.stringify(notices)).not.toContain('请看');
    const stranger = await post(`${ID}/comments`, { ...said, mentions: ['stranger'] });
    expect(await code(stranger)).toBe('INPUT_INVALID');
  });

  it('is answered, settled and taken up again; settled twice is settled once', async () => {
    const made = await add();
    const reply = (await (
      await post(`${ID}/comments/${made.id}/replies`, { text: '改好了' }, api.tokens.editor)
    ).json()) as Comment;
    expect(reply).toMatchObject({ parentId: made.id, startFrame: made.startFrame });
    const deeper = (await (await post(`${ID}/comments/${reply.id}/replies`, { text: '谢谢' })).json()) as Comment;
    expect(deeper.parentId).toBe(made.id);
    const settle = (what: string) => post(`${ID}/comments/${made.id}/${what}`, undefined, api.tokens.editor);
    const settled = (await (await settle('resolve')).json()) as Comment;
    expect(settled.resolvedBy?.id).toBe('test-editor');
    expect((await (await settle('resolve')).json()) as Comment).toEqual(settled);
    expect((await (await settle('reopen')).json()) as Comment).toMatchObject({ resolvedAt: null, resolvedBy: null });
    expect((await post(`${ID}/comments/${reply.id}/resolve`)).status).toBe(404);
    const written = await api.db.auditEvent.findMany({ where: { resourceId: made.id }, orderBy: { seq: 'asc' } });
    expect(written.map((event) => event.action)).toEqual(['comment.write', 'comment.resolve', 'comment.reopen']);
  });

  it('is taken back by its author, soon and unanswered, and by nobody else', async () => {
    const remove = (id: string, token = api.tokens.physician) =>
      api.ask('DELETE', `/api/productions/${ID}/comments/${id}`, { token });
    const mine = await add();
    expect(await code(await remove(mine.id, api.tokens.admin))).toBe('FORBIDDEN');
    expect((await remove(mine.id)).status).toBe(204);
    expect((await remove(mine.id)).status).toBe(404);
    const answered = await add();
    await post(`${ID}/comments/${answered.id}/replies`, { text: '好' }, api.tokens.editor);
    expect(await code(await remove(answered.id))).toBe('COMMENT_KEPT');
    const old = await add();
    await api.db.comment.update({ where: { id: old.id }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } });
    expect(await code(await remove(old.id))).toBe('COMMENT_KEPT');
    expect((await list()).comments.map((comment) => comment.id)).toEqual(expect.arrayContaining([answered.id, old.id]));
  });

  it('pushes what was said to every open window, and what was missed to one that comes back', async () => {
    const stop = new AbortController();
    const open = (headers: Record<string, string> = {}) =>
      fetch(`${api.address}/api/productions/${ID}/review/events`, {
        headers: { authorization: `Bearer ${api.tokens.editor}`, ...headers },
        signal: stop.signal,
      });
    const windows = (await Promise.all([open(), open()])).map(eventsOf);
    const [first, other] = await Promise.all(windows.map((events) => events()));
    expect(first).toEqual(other);
    const made = await add({ text: '第二处' });
    const after = await Promise.all(windows.map((events) => events()));
    expect(after[0]?.data.stamp).not.toBe(first?.data.stamp);
    expect(after[0]).toEqual(after[1]);
    expect((await list()).stamp).toBe(after[0]?.data.stamp);
    // The line was lost before the remark: the same place is asked for again, and what came is there at once.
    const returned = eventsOf(await open({ 'last-event-id': first!.id }));
    expect((await returned())?.id).toBe(after[0]?.id);
    stop.abort();
    expect(made.text).toBe('第二处');
  }, 30_000);
});

interface Pushed {
  readonly id: string;
  readonly data: { stamp: string; newest: number };
}

/** The review events of a stream, one a call. */
function eventsOf(response: Response): () => Promise<Pushed | null> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return async () => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        if (field('event') === 'review') return { id: field('id') ?? '', data: JSON.parse(field('data') ?? 'null') };
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
    }
  };
}
