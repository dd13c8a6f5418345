'use client';
import { Button, Drawer, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconMessagePlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { FRAME_SIZE } from '#domain/aspect';
import { clampFrame, frameAt } from '#domain/frames';
import type { ReviewPending, ReviewRoom as ReviewRoomAnswer } from '#domain/review';
import { filmRatio } from '../film/film-ratio.ts';
import { FilmClock } from './clock.ts';
import { Comments } from './comments.tsx';
import { DecideDialog, type Deciding } from './decide-dialog.tsx';
import type { Tool } from './drawing.tsx';
import { Panel, useApproval } from './panel.tsx';
import { type PhoneStep, PhoneSteps } from './phone-steps.tsx';
import css from './review-room.module.css';
import { type Draft, Room, type RoomParts, useRoomParts } from './room-context.tsx';
import { CompareStage, type Sound, Stage } from './stage.tsx';
import { FilmTimeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';
import { Transport } from './transport.tsx';
import { useAddress } from './use-address.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { type Asked, useRoom } from './use-room.ts';
import { useSaidComments } from './use-said-comments.ts';
import { useSeen } from './use-seen.ts';

interface Props {
  readonly first: ReviewRoomAnswer;
  readonly asked: Asked;
  readonly seconds: number;
  readonly comment: string | null;
  /** Two versions at once, from the start. */
  readonly pair: boolean;
}

/** The review room: the film, what people say of it, and what a signature would cover. */
export function ReviewRoom(props: Props): ReactElement {
  const { room, live, newest, refresh } = useRoom(props.first, props.asked);
  const { fps, durationInFrames } = room.timeline;
  const { id } = room.production;
  // Where the address pointed at first; later the address follows the film.
  const [start] = useState(props.seconds);
  const clock = useMemo(
    () => new FilmClock(durationInFrames, fps, frameAt(start, fps)),
    [durationInFrames, fps, start],
  );
  const seeing = useSeen(id, room.sheet.digest, clock);
  const [open, setOpen] = useState<string | null>(props.comment);
  const [draft, setDraft] = useState<Draft | null>(null);
  const { stay, note, seen } = seeing;
  const visit = useCallback(
    (part: { readonly id: string; readonly from: number }) => {
      clock.go(clampFrame(part.from, durationInFrames));
      stay(part.id);
    },
    [clock, durationInFrames, stay],
  );
  const parts = useMemo<RoomParts>(
    () => ({ room, clock, seen, visit, note, open, setOpen, draft, setDraft, refresh }),
    [room, clock, seen, visit, note, open, draft, refresh],
  );
  return (
    <Room.Provider value={parts}>
      <Inside live={live} newest={newest} pair={props.pair} />
    </Room.Provider>
  );
}

function Inside({ live, newest, pair }: { live: boolean; newest: number; pair: boolean }): ReactElement {
  const t = useTranslations('review');
  const parts = useRoomParts();
  const { room, clock, draft, setDraft } = parts;
  const [tool, setTool] = useState<Tool | null>(null);
  const [sound, setSound] = useState<Sound>({ muted: false, volume: 1 });
  const [comparing, setComparing] = useState(pair);
  // What waited when the dialog was opened: if it stops waiting, the dialog says so instead of going away.
  const [deciding, setDeciding] = useState<{ what: Deciding; pending: ReviewPending } | null>(null);
  const [comment, setComment] = useState('');
  const [step, setStep] = useState<PhoneStep>('watch');
  const [said, setSaid] = useState('');
  const [talking, setTalking] = useState(false);
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: true });
  const theatre = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const large = () => (document.fullscreenElement ? document.exitFullscreen() : theatre.current?.requestFullscreen());
  const behind = newest > room.version && room.pending?.version !== room.version;
  const approval = useApproval(behind);

  const write = () => {
    clock.pause();
    const { frame, from, end } = clock.state();
    const ranged = from !== null && end !== null && end > from;
    if (!draft)
      setDraft({ text: '', drawing: [], mentions: [], from: ranged ? from : frame, end: ranged ? end : null });
    if (phone) setTalking(true);
  };
  const begin = (what: Deciding) => {
    const { pending } = room;
    if (!pending || !approval.signer || (what === 'approve' ? approval.reason !== null : !approval.open)) {
      setSaid(approval.reason ?? '');
      return;
    }
    clock.pause();
    opener.current = document.activeElement;
    setDeciding({ what, pending });
  };
  /** Gives the keyboard back to where it was; what opened the dialog may be gone by then. */
  const close = () => {
    setDeciding(null);
    requestAnimationFrame(() => {
      const before = opener.current;
      const there = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (there && !before.hasAttribute('disabled') ? before : panel.current)?.focus();
    });
  };
  useReviewKeys(parts, {
    write,
    approve: () => begin('approve'),
    giveBack: () => begin('request-changes'),
    busy: deciding !== null,
  });
  useSaidComments(setSaid);
  useAddress(clock, parts.open, comparing);

  const talk = <Comments tool={tool} onTool={setTool} onWrite={write} />;
  return (
    <div className={css.room} data-step={step}>
      <VisuallyHidden component="h1">{t('heading', { title: room.production.title ?? '' })}</VisuallyHidden>
      <div role="status" aria-live="polite" className="said">
        {said}
      </div>
      <PhoneSteps step={step} onStep={setStep} />
      <div className={css.left} data-mantine-color-scheme="dark">
        <Toolbar
          live={live}
          newest={behind ? newest : null}
          comparing={comparing && room.before !== null}
          onCompare={setComparing}
        />
        <div ref={theatre} className={css.theatre} style={filmRatio(FRAME_SIZE[room.production.aspect])}>
          {comparing && room.before ? <CompareStage sound={sound} /> : <Stage sound={sound} tool={tool} />}
        </div>
        <div className={css.drive}>
          <Transport
            sound={sound}
            onSound={setSound}
            onLarge={() => void large()}
            onDraw={() => {
              write();
              setTool('arrow');
            }}
          />
          <FilmTimeline />
        </div>
        {!phone && talk}
      </div>
      <aside ref={panel} tabIndex={-1} className={css.panel} aria-label={t('what')}>
        <Panel behind={behind} onReturn={() => begin('request-changes')} onApprove={() => begin('approve')} />
      </aside>
      {phone && step !== 'sign' && (
        <div className={css.next}>
          <Button
            variant="default"
            size="lg"
            leftSection={<IconMessagePlus size={18} />}
            onClick={() => setTalking(true)}
          >
            {t('phone.comment')}
          </Button>
          <Button size="lg" onClick={() => setStep(step === 'watch' ? 'read' : 'sign')}>
            {t(step === 'watch' ? 'phone.toRead' : 'phone.toSign')}
          </Button>
        </div>
      )}
      {phone && (
        <Drawer
          opened={talking}
          onClose={() => setTalking(false)}
          position="bottom"
          size="70%"
          title={t('comments.title')}
          classNames={{ content: css.talk ?? '', header: css.talk ?? '', close: css.talk ?? '' }}
        >
          <div className={css.talk} data-mantine-color-scheme="dark">
            {talk}
          </div>
        </Drawer>
      )}
      {deciding && (
        <DecideDialog
          {...deciding}
          comment={comment}
          onComment={setComment}
          onClose={close}
          onDecided={(what) => {
            close();
            setComment('');
            const message = t(`decided.${what}`, { version: room.version });
            setSaid(message);
            notifications.show({ message, color: what === 'approve' ? 'ok' : 'warn' });
            void parts.refresh();
          }}
        />
      )}
    </div>
  );
}
