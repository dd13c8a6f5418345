'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useRoomParts } from './room-context.tsx';

/** Tells readers of the screen when somebody has said something. */
export function useSaidComments(say: (text: string) => void): void {
  const t = useTranslations('review.comments');
  const { comments } = useRoomParts().room.comments;
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(comments.map(({ id }) => id));
    const fresh = before ? comments.filter(({ id }) => !before.has(id)) : [];
    const last = fresh.at(-1);
    if (last) say(t('added', { name: last.author.displayName, text: last.text }));
  }, [comments, say, t]);
}
