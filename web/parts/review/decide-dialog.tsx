'use client';
import { Button, Checkbox, Kbd, Modal, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFingerprint, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { minutes } from '#domain/frames';
import type { ReviewPending } from '#domain/review';
import { api, taken } from '../../client/api.ts';
import { asRefusal, type Refusal } from '../../client/refusal.ts';
import { useSession } from '../session.tsx';
import css from './panel.module.css';
import { useRoomParts } from './room-context.tsx';
import { useRowWords } from './sheet.tsx';
import { SignInHere } from './sign-in-here.tsx';

export type Deciding = 'approve' | 'request-changes';

interface Props {
  readonly what: Deciding;
  readonly pending: ReviewPending;
  /** The comment of a return, kept by the room so that closing the dialog loses nothing. */
  readonly comment: string;
  onComment(comment: string): void;
  onClose(): void;
  onDecided(what: Deciding): void;
}

/** Signing: what is signed is shown again, the person proves who they are, one decision is taken. */
export function DecideDialog(props: Props): ReactElement {
  const { what, pending, onDecided } = props;
  const t = useTranslations('review.decide');
  const { room, refresh } = useRoomParts();
  const { actor, proofs } = useSession();
  const [secret, setSecret] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [principal, setPrincipal] = useState<string | null>(null);
  const way = proofs.find((proof) => proof !== 'oidc') ?? proofs[0] ?? 'password';
  const open = room.pending?.digest === pending.digest;
  const same = open && pending.digest === room.sheet.digest && pending.version === room.version;
  const decide = useMutation({
    mutationFn: async () => {
      const proof = way === 'totp' ? { code: secret } : way === 'password' ? { password: secret } : {};
      await taken(api.POST('/api/session/confirm', { body: proof }));
      const comment = what === 'approve' ? '' : props.comment.trim();
      await sign(room.production.id, pending, { decision: what, comment, onBehalfOf: principal });
    },
    onSuccess: () => onDecided(what),
    onError: (error) => {
      // Whatever was decided meanwhile is shown behind the dialog; nothing typed here goes.
      if (asRefusal(error).code.startsWith('APPROVAL_')) void refresh();
    },
  });
  const secretNeeded = way === 'password' || way === 'totp';
  const ready = same && (!secretNeeded || secret !== '') && (what === 'approve' ? agreed : props.comment.trim() !== '');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(`${what}.title`, { version: pending.version })}
      closeButtonProps={{ 'aria-label': t('close') }}
      // A page has one banner; this is only a heading.
      attributes={{ header: { role: 'presentation' } }}
      trapFocus
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) decide.mutate();
        }}
      >
        <p style={{ color: 'var(--text2)' }}>
          {t('about', {
            title: room.production.title ?? '',
            length: minutes(room.timeline.durationInFrames, room.timeline.fps),
          })}
        </p>
        <Signed pending={pending} same={same} what={what} />
        {!open && decide.isIdle && <Gone pending={pending} />}
        {what === 'request-changes' && (
          <Textarea
            data-autofocus
            label={t('what')}
            description={t('whatHint')}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            value={props.comment}
            onChange={(event) => props.onComment(event.currentTarget.value)}
            mb="md"
          />
        )}
        {room.standsInFor.length > 0 && (
          <Select
            label={t('for')}
            value={principal ?? actor.id}
            onChange={(value) => setPrincipal(value === actor.id ? null : value)}
            data={[
              { value: actor.id, label: t('myself', { name: actor.displayName }) },
              ...room.standsInFor.map(({ id, displayName }) => ({ value: id, label: displayName })),
            ]}
            mb="md"
          />
        )}
        <Secret way={way} value={secret} onChange={setSecret} autoFocus={what === 'approve'} />
        {what === 'approve' && (
          <Checkbox
            mt="md"
            checked={agreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
            label={t(`agree.${pending.gate}`, { version: pending.version })}
          />
        )}
        <Refused error={decide.error} onAgain={() => decide.mutate()} />
        <div className={css.dialogFoot}>
          <span>{actor.displayName}</span>
          <Button variant="default" onClick={props.onClose} rightSection={<Kbd size="xs">Esc</Kbd>}>
            {t('back')}
          </Button>
          <Button
            type="submit"
            disabled={!ready}
            loading={decide.isPending}
            leftSection={what === 'approve' ? <IconShieldCheck size={16} aria-hidden /> : null}
          >
            {t(`${what}.do`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Somebody else was first, or a newer version took its place. */
function Gone({ pending }: { pending: ReviewPending }): ReactElement {
  const t = useTranslations('review.decide');
  const { room } = useRoomParts();
  const own = room.versions.find((item) => item.version === pending.version);
  const last = own?.decisions.findLast((made) => made.gate === pending.gate);
  return (
    <p className={css.refused} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {last && !last.voidedAt
          ? t(`gone.${last.decision}`, { name: last.by.displayName, version: pending.version })
          : t('gone.newer', { version: room.newest })}
      </span>
    </p>
  );
}

/** The digest again, beside what it covers: it must be what was looked at. */
function Signed({ pending, same, what }: { pending: ReviewPending; same: boolean; what: Deciding }): ReactElement {
  const t = useTranslations('review.decide');
  const ts = useTranslations('review.sheet');
  const words = useRowWords();
  const { room } = useRoomParts();
  const open = room.comments.comments.filter((comment) => comment.parentId === null && !comment.resolvedAt).length;
  return (
    <div className={css.card}>
      <div>
        <IconFingerprint size={18} stroke={1.6} color="var(--accent)" aria-hidden />
        <code>{pending.code}</code>
        {same ? (
          <span className={css.same}>
            {t('same')} <IconCheck size={14} aria-hidden />
          </span>
        ) : (
          <span className={css.notSame}>
            <IconAlertTriangle size={14} aria-hidden /> {t('notSame')}
          </span>
        )}
      </div>
      {what === 'approve' && (
        <dl className={css.facts}>
          <dt>{t('covers')}</dt>
          <dd>
            {room.sheet.rows
              .filter(({ key }) => key === 'script' || key === 'findings' || key === 'film')
              .map((row) => `${ts(row.key)} ${words(row)}`)
              .join(ts('comma'))}
            {ts('comma')}
            {t('rest')}
          </dd>
          {open > 0 && (
            <>
              <dt>{t('unsettled')}</dt>
              <dd style={{ color: 'var(--warn)' }}>{t('unsettledText', { count: open })}</dd>
            </>
          )}
          <dt>{t('next')}</dt>
          <dd>{t(`nextText.${pending.gate === 'film' ? 'film' : room.filmGate}`)}</dd>
        </dl>
      )}
    </div>
  );
}

function Secret(props: {
  way: string;
  value: string;
  onChange(value: string): void;
  autoFocus: boolean;
}): ReactElement | null {
  const t = useTranslations('review.decide');
  const focus = props.autoFocus ? { 'data-autofocus': true } : {};
  if (props.way === 'totp')
    return (
      <TextInput
        {...focus}
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value.trim())}
      />
    );
  if (props.way === 'password')
    return (
      <PasswordInput
        {...focus}
        label={t('password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    );
  if (props.way === 'oidc') return <p role="note">{t('oidc')}</p>;
  return <p role="note">{t('demo')}</p>;
}

/** Why it was not signed, each with the way on. */
function Refused({ error, onAgain }: { error: unknown; onAgain(): void }): ReactElement | null {
  const t = useTranslations('review.decide');
  const locale = useLocale();
  if (!error) return null;
  const refusal: Refusal = asRefusal(error);
  if (refusal.code === 'UNAUTHENTICATED') return <SignInHere onSignedIn={onAgain} />;
  const { by, version } = refusal.details as { by?: string; version?: number };
  return (
    <p className={css.refused} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {refusal.say(locale)}
        {refusal.code === 'APPROVAL_DECIDED' && by && ` ${t('decidedBy', { name: by, version: version ?? '' })}`}
      </span>
    </p>
  );
}

const sign = (
  id: string,
  { gate, digest }: ReviewPending,
  said: { decision: Deciding; comment: string; onBehalfOf: string | null },
) => {
  const asked = { params: { path: { id } }, body: { ...said, digest } };
  return gate === 'film'
    ? api.POST('/api/productions/{id}/film/decision', asked)
    : api.POST('/api/productions/{id}/decision', asked);
};
