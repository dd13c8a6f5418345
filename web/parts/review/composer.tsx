'use client';
import { ActionIcon, Button, Menu, Textarea, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowUpRight, IconAt, IconLetterT, IconScribble, IconSquare } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useRef } from 'react';
import { timecode } from '#domain/frames';
import { sentenceAt } from '#domain/review-timeline';
import { api, taken } from '../../client/api.ts';
import css from './comments.module.css';

import type { Tool } from './drawing.tsx';
import { mentionedIn } from './mentioned-in.ts';
import { type Draft, useRoomParts } from './room-context.tsx';
import { TriedAgain } from './tried-again.tsx';

const TOOLS = [
  ['arrow', IconArrowUpRight],
  ['box', IconSquare],
  ['pen', IconScribble],
  ['text', IconLetterT],
] as const;

/** A remark while it is written: where it stands, what is drawn, whom it calls. Nothing of it is lost when sending fails. */
export function Composer(props: { tool: Tool | null; onTool(tool: Tool | null): void }): ReactElement | null {
  const t = useTranslations('review.comments');
  const { room, draft, setDraft, setOpen, refresh } = useRoomParts();
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useMutation({
    mutationFn: (said: Draft) => taken(addComment(room.production.id, room.version, said, sentenceIdAt(said.from))),
    onSuccess: async ({ id }) => {
      setDraft(null);
      props.onTool(null);
      setOpen(id);
      await refresh();
    },
  });
  const sentenceIdAt = (frame: number) => sentenceAt(room.timeline, frame)?.id ?? null;
  useEffect(() => field.current?.focus(), []);
  if (!draft) return null;
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { fps } = room.timeline;
  const till = draft.end === null ? '' : `–${timecode(draft.end, fps)}`;
  const said = { ...draft, mentions: mentionedIn(draft.text, room.people) };
  const close = () => {
    setDraft(null);
    props.onTool(null);
  };
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.text.trim()) send.mutate(said);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && draft.text.trim()) send.mutate(said);
      }}
    >
      <span className={css.at}>
        {timecode(draft.from, fps)}
        {till}
      </span>
      <Textarea
        ref={field}
        className={css.grow}
        autosize
        minRows={2}
        maxRows={4}
        maxLength={1000}
        aria-label={t('text')}
        placeholder={t('textHint')}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={css.tools} role="toolbar" aria-label={t('tools')}>
        {TOOLS.map(([tool, Sign]) => (
          <Tooltip key={tool} label={t(`tool.${tool}`)}>
            <ActionIcon
              variant={props.tool === tool ? 'filled' : 'default'}
              size={28}
              aria-label={t(`tool.${tool}`)}
              aria-pressed={props.tool === tool}
              onClick={() => props.onTool(props.tool === tool ? null : tool)}
            >
              <Sign size={16} />
            </ActionIcon>
          </Tooltip>
        ))}
        <Tooltip label={t('undo')}>
          <ActionIcon
            variant="default"
            size={28}
            aria-label={t('undo')}
            disabled={draft.drawing.length === 0}
            onClick={() => change({ drawing: draft.drawing.slice(0, -1) })}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
        <Menu position="top-start">
          <Menu.Target>
            <ActionIcon variant="default" size={28} aria-label={t('mention')}>
              <IconAt size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown mah={240} style={{ overflowY: 'auto' }}>
            {room.people.map((person) => (
              <Menu.Item
                key={person.id}
                onClick={() => change({ text: `${draft.text}${draft.text ? ' ' : ''}@${person.displayName} ` })}
              >
                {person.displayName}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="xs" variant="default" ml="auto" onClick={close}>
          {t('drop')}
        </Button>
        <Button size="xs" type="submit" disabled={!draft.text.trim()} loading={send.isPending}>
          {t('send')}
        </Button>
      </div>
      <TriedAgain error={send.error} onAgain={() => send.mutate(said)} />
    </form>
  );
}

const addComment = (id: string, version: number, said: Draft, sentenceId: string | null) =>
  api.POST('/api/productions/{id}/comments', {
    params: { path: { id } },
    body: {
      ...{ version, sentenceId, text: said.text.trim(), startFrame: said.from, endFrame: said.end },
      drawing: said.drawing.length > 0 ? [...said.drawing] : null,
      mentions: [...said.mentions],
    },
  });
