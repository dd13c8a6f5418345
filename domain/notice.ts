import { z } from 'zod';

/** Why a person is told something. */
export const NoticeKind = z.enum([
  'waiting-script',
  'waiting-final',
  'returned',
  'voided',
  'mentioned',
  'escalated',
  'failed',
  'released',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Numbers and ids only, such as `version`, `gate` or `commentId`: no free text, no patient data. */
export const NoticeDetail = z.record(z.string(), z.union([z.string(), z.number()]));
export type NoticeDetail = z.infer<typeof NoticeDetail>;

export const Notice = z.object({
  id: z.string(),
  kind: NoticeKind,
  productionId: z.string().nullable(),
  /** Of the production; null before it has one. */
  title: z.string().nullable(),
  caseCode: z.string().nullable(),
  detail: NoticeDetail,
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** A person's notices, newest first, and how many of all are unread. */
export const NoticeBoard = z.object({ unread: z.int(), notices: z.array(Notice) });
export type NoticeBoard = z.infer<typeof NoticeBoard>;

/** One person signs for another until a moment. */
export const Delegation = z.object({
  id: z.string(),
  from: z.object({ id: z.string(), displayName: z.string() }),
  to: z.object({ id: z.string(), displayName: z.string() }),
  until: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
export type Delegation = z.infer<typeof Delegation>;
