import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/approval';
import { type Comment, type CommentList, mayTakeBack, type NewComment, type NewReply } from '#domain/comment';
import { StudioError } from '#domain/errors';
import { appendAudit } from '#prisma/records/audit';
import {
  type CommentRow,
  commentStamp,
  dropComment,
  keepComment,
  listComments,
  peopleOf,
  settleComment,
} from '#prisma/records/comments';
import type { Database } from '#prisma/records/database';
import { tell } from '#prisma/records/notices';
import { findProduction, type ProductionRecord } from '#prisma/records/productions';
import type { ReviewService } from './review.service.ts';

/** What people say about a film, where they say it. */
export class CommentsService {
  constructor(
    private readonly db: Database,
    private readonly review: ReviewService,
  ) {}

  async list(id: string): Promise<CommentList> {
    const [comments, stamp] = await Promise.all([listComments(this.db, id), commentStamp(this.db, id)]);
    return { comments, stamp };
  }

  /** @throws StudioError COMMENT_OUTSIDE for a frame the version does not have, INPUT_INVALID for people or sentences there are not */
  async add(id: string, body: NewComment, actor: Actor): Promise<Comment> {
    const production = await this.#production(id);
    const { frames, sentences } = await this.review.extent(id, body.version);
    if ((body.startFrame ?? 0) >= frames || (body.endFrame ?? 0) > frames)
      throw new StudioError('COMMENT_OUTSIDE', { frames });
    if (body.sentenceId !== null && !sentences.has(body.sentenceId))
      throw new StudioError('INPUT_INVALID', { detail: `no sentence ${body.sentenceId}` });
    return this.#keep(production, actor, { ...body, parentId: null });
  }

  /** An answer stands where the remark it answers stands. */
  async reply(id: string, commentId: string, body: NewReply, actor: Actor): Promise<Comment> {
    const production = await this.#production(id);
    const answered = await this.#comment(id, commentId);
    const head = answered.parentId ?? answered.id;
    const { version, startFrame, endFrame, sentenceId } = answered;
    const pin = { version, startFrame, endFrame, sentenceId, drawing: null };
    return this.#keep(production, actor, { ...body, ...pin, parentId: head });
  }

  /** Settled by anybody who may write; settled twice is settled once. @throws StudioError NOT_FOUND */
  async settle(id: string, commentId: string, settled: boolean, actor: Actor): Promise<Comment> {
    const production = await this.#production(id);
    const comment = await this.#comment(id, commentId);
    if (comment.parentId !== null) throw new StudioError('NOT_FOUND', { what: 'comment' });
    await this.db.$transaction(async (tx) => {
      const changed = await settleComment(tx, { productionId: id, id: commentId }, settled ? actor.id : null);
      if (changed) await this.#audit(tx, settled ? 'comment.resolve' : 'comment.reopen', production, actor, commentId);
    });
    return this.#comment(id, commentId);
  }

  /** Taken back by its author, within minutes and unanswered. @throws StudioError FORBIDDEN, COMMENT_KEPT */
  async remove(id: string, commentId: string, actor: Actor): Promise<void> {
    const production = await this.#production(id);
    const all = await listComments(this.db, id);
    const comment = all.find((item) => item.id === commentId);
    if (!comment) throw new StudioError('NOT_FOUND', { what: 'comment' });
    if (comment.author.id !== actor.id) throw new StudioError('FORBIDDEN');
    if (!mayTakeBack(comment, all, actor.id, Date.now())) throw new StudioError('COMMENT_KEPT');
    await this.db.$transaction(async (tx) => {
      await dropComment(tx, { productionId: id, id: commentId });
      await this.#audit(tx, 'comment.remove', production, actor, commentId);
    });
  }

  async #keep(
    production: ProductionRecord,
    actor: Actor,
    said: Omit<CommentRow, 'id' | 'productionId' | 'revision' | 'author'>,
  ): Promise<Comment> {
    const people = new Set((await peopleOf(this.db, production.departmentId)).map((person) => person.id));
    const stranger = said.mentions.find((id) => !people.has(id));
    if (stranger !== undefined) throw new StudioError('INPUT_INVALID', { detail: 'mentions: no such person here' });
    const id = randomUUID();
    const place = { id, productionId: production.id, revision: production.revision, author: actor.id };
    const mentions = [...new Set(said.mentions)];
    await this.db.$transaction(async (tx) => {
      await keepComment(tx, { ...said, ...place, mentions });
      await this.#audit(tx, 'comment.write', production, actor, id);
    });
    const told = mentions.filter((person) => person !== actor.id);
    const detail = { version: said.version, commentId: id };
    if (told.length > 0)
      await tell(this.db, { accountIds: told, kind: 'mentioned', productionId: production.id, detail });
    return this.#comment(production.id, id);
  }

  async #production(id: string): Promise<ProductionRecord> {
    const production = await findProduction(this.db, id);
    if (!production) throw new StudioError('NOT_FOUND', { what: 'production' });
    return production;
  }

  async #comment(id: string, commentId: string): Promise<Comment> {
    const comment = (await listComments(this.db, id)).find((item) => item.id === commentId);
    if (!comment) throw new StudioError('NOT_FOUND', { what: 'comment' });
    return comment;
  }

  async #audit(
    db: Parameters<typeof appendAudit>[0],
    action: Parameters<typeof appendAudit>[1]['action'],
    production: ProductionRecord,
    actor: Actor,
    commentId: string,
  ): Promise<void> {
    const { id, departmentId } = production;
    const entry = { actorId: actor.id, action, resource: 'comment' as const, resourceId: commentId, departmentId };
    await appendAudit(db, { ...entry, detail: { production: id } });
  }
}
