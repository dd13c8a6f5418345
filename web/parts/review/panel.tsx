'use client';
import { Badge, Button, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleDashed, IconShieldCheck } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { type ErrorCode, errorText, type Language } from '#domain/errors';
import { minutes } from '#domain/frames';
import { framesWatched, stillUnseen } from '#domain/seen';
import { useSession } from '../session.tsx';
import { StatusBadge } from '../status-badge.tsx';
import css from './panel.module.css';
import { PartsList } from './parts-list.tsx';
import { useRoomParts } from './room-context.tsx';
import { Sheet } from './sheet.tsx';

/** Roles that can decide at one gate or the other; for all others the buttons are not there at all. */
const SIGNERS = ['physician', 'publicity'] as const;

/** Why the person at the screen cannot approve now, in words; null when they can. */
export function useApproval(behind: boolean): { reason: string | null; signer: boolean; open: boolean } {
  const t = useTranslations('review.sign');
  const locale = useLocale() as Language;
  const { room, seen } = useRoomParts();
  const { actor } = useSession();
  const signer = actor.roles.some((role) => SIGNERS.includes(role as 'physician'));
  const here = room.pending?.version === room.version;
  const { left } = stillUnseen(room.mustSee, seen);
  const reason = !room.pending
    ? t('nothingWaits')
    : behind || !here
      ? t('otherWaits', { version: room.pending.version })
      : room.refused
        ? errorText(room.refused as ErrorCode, {}, locale)
        : left.length > 0
          ? t('unseen', { count: left.length })
          : null;
  return { reason, signer, open: here && !behind && room.refused === null };
}

/** What a signature would cover, part by part, and the two ways to decide. */
export function Panel(props: { behind: boolean; onReturn(): void; onApprove(): void }): ReactElement {
  const t = useTranslations('review');
  const { room } = useRoomParts();
  const waits = room.pending?.version === room.version;
  const last = room.versions.find((item) => item.version === room.version)?.decisions.at(-1);
  return (
    <>
      <div className={css.top} data-part="sheet">
        <div className={css.title}>
          <h2>{t(waits ? 'what' : 'whatWas')}</h2>
          {waits ? (
            <StatusBadge status={room.pending?.gate === 'film' ? 'waiting-final' : 'waiting-approval'} />
          ) : last ? (
            <StatusBadge
              status={last.voidedAt ? 'voided' : last.decision === 'approve' ? 'approved' : 'returned'}
              cause={last.by.displayName}
            />
          ) : (
            <Badge color="gray">v{room.version}</Badge>
          )}
        </div>
        <Sheet />
      </div>
      <div className={css.parts} data-part="parts">
        <PartsList />
      </div>
      <Foot {...props} />
    </>
  );
}

function Foot(props: { behind: boolean; onReturn(): void; onApprove(): void }): ReactElement {
  const t = useTranslations('review.sign');
  const { room, seen } = useRoomParts();
  const { reason, signer, open } = useApproval(props.behind);
  const parts = stillUnseen(room.mustSee, seen);
  const unsettled = room.comments.comments.filter((item) => item.parentId === null && !item.resolvedAt).length;
  const done = parts.left.length === 0;
  const Sign = done ? IconCircleCheck : IconCircleDashed;
  return (
    <footer className={css.foot} data-part="foot">
      <p className={css.counts}>
        <span data-ok={done || undefined}>
          <Sign size={16} aria-hidden />
          {t(room.sheet.against === null ? 'seenAll' : 'seenChanges', { seen: parts.seen, total: parts.total })}
        </span>
        <span>{t('watched', { length: minutes(framesWatched(seen), room.timeline.fps) })}</span>
        <span>{t('unsettled', { count: unsettled })}</span>
      </p>
      {reason && (
        <p className={css.why} id="why-not">
          {reason}
        </p>
      )}
      {signer && room.pending && (
        <div className={css.buttons}>
          <Button
            variant="default"
            size="md"
            disabled={!open}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            rightSection={<Kbd size="xs">R</Kbd>}
            onClick={props.onReturn}
          >
            {t('return')}
          </Button>
          <Button
            size="md"
            disabled={reason !== null}
            aria-describedby={reason ? 'why-not' : undefined}
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            rightSection={<Kbd size="xs">A</Kbd>}
            onClick={props.onApprove}
          >
            {t('approve', { version: room.version })}
          </Button>
        </div>
      )}
    </footer>
  );
}
