'use client';
import { Button, Kbd, Textarea, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNow, useTimeZone, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { type Comment, mayTakeBack, type Thread, threadsOf } from '#domain/comment';
import { timecode } from '#domain/frames';
import { placePin } from '#domain/review-timeline';
import { api, taken } from '../../client/api.ts';
import { ago } from '../../state/time.ts';
import { useSession } from '../session.tsx';
import css from './comments.module.css';
import { Composer } from './composer.tsx';
import type { Tool } from './drawing.tsx';
import { mentionedIn } from './mentioned-in.ts';
import { useRoomParts } from './room-context.tsx';
import { TriedAgain } from './tried-again.tsx';

/** What people said, newest first; the composer in its place while one writes. */
export function Comments(props: { tool: Tool | null; onTool(tool: Tool | null): void; onWrite(): void }): ReactElement {
  const t = useTranslations('review.comments');
  const { room, draft } = useRoomParts();
  const threads = threadsOf(room.comments.comments).toReversed();
  const settled = threads.filter(({ head }) => head.resolvedAt !== null).length;
  return (
    <section className={css.comments} aria-label={t('title')}>
      <header className={css.head}>
        <h2>{t('count', { count: threads.length })}</h2>
        {settled > 0 && <span>{t('settled', { count: settled })}</span>}
        {!draft && (
          <UnstyledButton className={css.add} onClick={props.onWrite} aria-keyshortcuts="c">
            <IconPlus size={14} aria-hidden /> {t('here')} <Kbd className={css.key}>C</Kbd>
          </UnstyledButton>
        )}
      </header>
      {draft && <Composer tool={props.tool} onTool={props.onTool} />}
      {threads.length === 0 && !draft && <p className={css.none}>{t('none')}</p>}
      <ol className={css.list} hidden={draft !== null || undefined}>
        {threads.map((thread) => (
          <Row key={thread.head.id} thread={thread} />
        ))}
      </ol>
    </section>
  );
}

function Row({ thread }: { thread: Thread }): ReactElement {
  const t = useTranslations('review.comments');
  const tc = useTranslations('common');
  const timeZone = useTimeZone() ?? 'UTC';
  const now = useNow({ updateInterval: 60_000 });
  const { room, clock, open, setOpen } = useRoomParts();
  const { head, replies, number } = thread;
  const shown = open === head.id;
  const place = placePin(head, room.timeline);
  const { fps } = room.timeline;
  const at = place && timecode(place.from, fps);
  const till = place && head.endFrame !== null ? `–${timecode(place.endFrame, fps)}` : '';
  const choose = () => {
    setOpen(shown ? null : head.id);
    if (place) {
      clock.pause();
      clock.go(place.from);
    }
  };
  return (
    <li className={css.row} data-open={shown || undefined} data-settled={head.resolvedAt !== null || undefined}>
      <UnstyledButton className={css.line} onClick={choose} aria-expanded={shown}>
        <b className={css.number} data-drawn={head.drawing !== null || undefined}>
          {number}
        </b>
        <span className={css.at}>{at ? `${at}${till}` : t('whole')}</span>
        <b className={css.who}>{head.author.displayName}</b>
        <span className={css.text}>{head.text}</span>
        {head.version !== room.version && <span className={css.meta}>v{head.version}</span>}
        {replies.length > 0 && <span className={css.meta}>{t('replies', { count: replies.length })}</span>}
        {head.resolvedAt ? (
          <span className={css.done}>
            <IconCheck size={13} aria-hidden /> {t('isSettled')}
          </span>
        ) : (
          <time className={css.meta} dateTime={head.createdAt}>
            {ago(head.createdAt, now, timeZone, tc as never)}
          </time>
        )}
      </UnstyledButton>
      {shown && <Opened thread={thread} />}
    </li>
  );
}

function Opened({ thread }: { thread: Thread }): ReactElement {
  const t = useTranslations('review.comments');
  const { room, refresh, setOpen } = useRoomParts();
  const { actor } = useSession();
  const { head, replies } = thread;
  const [text, setText] = useState('');
  const path = { id: room.production.id, commentId: head.id };
  const act = useMutation({
    mutationFn: async (what: 'reply' | 'resolve' | 'reopen' | 'remove') => {
      if (what === 'reply')
        await taken(
          api.POST('/api/productions/{id}/comments/{commentId}/replies', {
            params: { path },
            body: { text: text.trim(), mentions: mentionedIn(text, room.people) },
          }),
        );
      else if (what === 'remove') await api.DELETE('/api/productions/{id}/comments/{commentId}', { params: { path } });
      else await taken(api.POST(`/api/productions/{id}/comments/{commentId}/${what}`, { params: { path } }));
      return what;
    },
    onSuccess: async (what) => {
      if (what === 'reply') setText('');
      if (what === 'remove') setOpen(null);
      await refresh();
    },
  });
  const own = mayTakeBack(head, room.comments.comments, actor.id, Date.now());
  return (
    <div className={css.opened}>
      <p className={css.whole}>{head.text}</p>
      <ol>
        {replies.map((reply) => (
          <Reply key={reply.id} reply={reply} />
        ))}
      </ol>
      <form
        className={css.answer}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) act.mutate('reply');
        }}
      >
        <Textarea
          className={css.grow}
          size="xs"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={1000}
          aria-label={t('reply')}
          placeholder={t('replyHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" disabled={!text.trim()} loading={act.isPending}>
          {t('reply')}
        </Button>
        <Button size="xs" variant="default" onClick={() => act.mutate(head.resolvedAt ? 'reopen' : 'resolve')}>
          {t(head.resolvedAt ? 'reopen' : 'resolve')}
        </Button>
        {own && (
          <Button size="xs" variant="default" onClick={() => act.mutate('remove')}>
            {t('remove')}
          </Button>
        )}
      </form>
      <TriedAgain error={act.error} onAgain={() => act.variables && act.mutate(act.variables)} />
    </div>
  );
}

function Reply({ reply }: { reply: Comment }): ReactElement {
  const tc = useTranslations('common');
  const now = useNow();
  return (
    <li className={css.reply}>
      <b className={css.who}>{reply.author.displayName}</b>
      <span>{reply.text}</span>
      <time className={css.meta} dateTime={reply.createdAt}>
        {ago(reply.createdAt, now, useTimeZone() ?? 'UTC', tc as never)}
      </time>
    </li>
  );
}
