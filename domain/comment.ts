import { z } from 'zod';

const Unit = z.number().min(0).max(1);
/** A place in the picture: fractions of its width and height, so that it holds at any size. */
export const Point = z.tuple([Unit, Unit]);
export type Point = z.infer<typeof Point>;

/** Something drawn on a frame. */
export const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrow'), from: Point, to: Point }),
  z.strictObject({ kind: z.literal('box'), from: Point, to: Point }),
  z.strictObject({ kind: z.literal('pen'), points: z.array(Point).min(2).max(400) }),
  z.strictObject({ kind: z.literal('text'), at: Point, text: z.string().trim().min(1).max(40) }),
]);
export type Shape = z.infer<typeof Shape>;

export const Drawing = z.array(Shape).max(20);
export type Drawing = z.infer<typeof Drawing>;

/** Where in the film a remark belongs: one frame (`endFrame` null), a range (`endFrame` exclusive), a sentence, or all of it. */
const Pin = z.object({
  startFrame: z.int().nonnegative().nullable(),
  endFrame: z.int().positive().nullable(),
  sentenceId: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .nullable(),
});

const Words = z.string().trim().min(1).max(1000);
/** Ids of accounts who are asked to look. */
const Mentions = z.array(z.string().min(1).max(80)).max(10);

/** POST …/comments. */
export const NewComment = z
  .strictObject({
    version: z.int().positive(),
    ...Pin.shape,
    text: Words,
    drawing: Drawing.nullable().default(null),
    mentions: Mentions.default([]),
  })
  .refine(({ startFrame, endFrame }) => endFrame === null || (startFrame !== null && endFrame > startFrame), {
    path: ['endFrame'],
    message: 'must come after startFrame',
  })
  .refine(({ drawing, startFrame }) => drawing === null || startFrame !== null, {
    path: ['drawing'],
    message: 'needs a frame',
  });
export type NewComment = z.infer<typeof NewComment>;

/** POST …/comments/:commentId/replies. */
export const NewReply = z.strictObject({ text: Words, mentions: Mentions.default([]) });
export type NewReply = z.infer<typeof NewReply>;

/** Who wrote or settled something, as shown beside it. */
export const Signature = z.object({ id: z.string(), displayName: z.string() });
export type Signature = z.infer<typeof Signature>;

export const Comment = z.object({
  id: z.string(),
  /** The remark this one answers; null for the first of a thread. */
  parentId: z.string().nullable(),
  version: z.int(),
  revision: z.int(),
  author: Signature,
  text: z.string(),
  ...Pin.shape,
  drawing: Drawing.nullable(),
  mentions: z.array(Signature),
  createdAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: Signature.nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** Everything said about a production, oldest first. `stamp` changes whenever any of it does. */
export const CommentList = z.object({ stamp: z.string(), comments: z.array(Comment) });
export type CommentList = z.infer<typeof CommentList>;

/** A remark may be taken back for so long; after that others have read it. */
const TAKE_BACK_MINUTES = 10;

/** Whether its author may still take a remark back: within minutes, and only while nobody answered it. */
export function mayTakeBack(
  comment: Pick<Comment, 'id' | 'createdAt'> & { readonly author: Pick<Signature, 'id'> },
  all: readonly Pick<Comment, 'parentId'>[],
  by: string,
  now: number,
): boolean {
  const fresh = now - Date.parse(comment.createdAt) <= TAKE_BACK_MINUTES * 60_000;
  return comment.author.id === by && fresh && !all.some((other) => other.parentId === comment.id);
}

export interface Thread {
  readonly head: Comment;
  readonly replies: readonly Comment[];
  /** Counts from 1 in the order they were written; the number on the pin. */
  readonly number: number;
}

/** Remarks with their answers, in the order they were written. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const heads = comments.filter((comment) => comment.parentId === null);
  return heads.map((head, index) => ({
    head,
    replies: comments.filter((comment) => comment.parentId === head.id),
    number: index + 1,
  }));
}

/** A place pulled into the picture: a stroke that runs over the edge ends at it. */
export const clampPoint = ([x, y]: readonly [number, number]): Point => [clampUnit(x), clampUnit(y)];

// Five decimals are a fiftieth of a pixel at 1080p.
const clampUnit = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5 : 0;
