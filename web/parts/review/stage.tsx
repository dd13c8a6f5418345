'use client';
import { Kbd, SegmentedControl, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { threadsOf } from '#domain/comment';
import type { ReviewRoom } from '#domain/review';
import { alignFrame, placePin, sentenceAt } from '#domain/review-timeline';
import { ChangedWords } from './changed-words.tsx';
import type { Picture } from './clock.ts';
import { Overlay, type Tool } from './drawing.tsx';
import { useRoomParts } from './room-context.tsx';
import css from './stage.module.css';
import { frameOf, useClock } from './use-clock.ts';
import { VersionPicture } from './version-picture.tsx';

/** A note pinned to one frame stays for so long while the film plays on. */
const LINGER_SECONDS = 1;

export interface Sound {
  readonly muted: boolean;
  readonly volume: number;
}

/** The version looked at, with what people drew on it. */
export function Stage(props: { sound: Sound; tool: Tool | null }): ReactElement {
  return (
    <div className={css.stage}>
      <div className={css.frame}>
        <Leader sound={props.sound} />
        <Notes tool={props.tool} />
      </div>
    </div>
  );
}

/** The picture that the clock follows. */
function Leader({ sound }: { sound: Sound }): ReactElement {
  const { room, clock } = useRoomParts();
  const lead = useCallback((picture: Picture | null) => clock.lead(picture), [clock]);
  const shown = useCallback((frame: number) => clock.shown(frame), [clock]);
  const ended = useCallback(() => clock.ended(), [clock]);
  return <VersionPicture version={room.version} {...sound} onPicture={lead} onFrame={shown} onEnd={ended} />;
}

/** A sentence that was taken out, while the film stands where it was. */
const takenOutAt = (room: ReviewRoom, frame: number) =>
  room.changes.find((change) => change.after === null && change.from === frame);

/** The frame of the older version beside a frame of this one. */
function besideFrame(room: ReviewRoom, frame: number): number {
  if (!room.before) return frame;
  const gone = takenOutAt(room, frame)?.id;
  const there = room.before.timeline.sentences.find((sentence) => sentence.id === gone);
  return there ? Math.floor((there.from + there.endFrame) / 2) : alignFrame(frame, room.timeline, room.before.timeline);
}

/** The older version, kept at the same place of the same sentence. */
function Follower(): ReactElement | null {
  const { room, clock } = useRoomParts();
  const { before } = room;
  const [picture, setPicture] = useState<Picture | null>(null);
  const shown = useRef(-1);
  const ended = useCallback(() => undefined, []);
  const note = useCallback((frame: number) => {
    shown.current = frame;
  }, []);
  useEffect(() => {
    if (!picture || !before) return;
    let playing = false;
    const follow = () => {
      const { frame, rate } = clock.state();
      const wanted = besideFrame(room, frame);
      const off = Math.abs(wanted - shown.current);
      // Playing, it may be a few frames off before it is worth a seek; still, never.
      if (off > (rate > 0 ? 5 : 0)) picture.seek(wanted);
      if (rate > 0 && !playing) picture.play(rate);
      if (rate <= 0 && playing) picture.pause();
      playing = rate > 0;
    };
    follow();
    return clock.subscribe(follow);
  }, [picture, clock, room, before]);
  if (!before) return null;
  return (
    <VersionPicture version={before.version} muted volume={0} onPicture={setPicture} onFrame={note} onEnd={ended} />
  );
}

function Notes({ tool }: { tool: Tool | null }): ReactElement {
  const t = useTranslations('review.stage');
  const { room, clock, open, draft, setDraft } = useRoomParts();
  const drawn = useMemo(
    () =>
      threadsOf(room.comments.comments).flatMap(({ head }) => {
        const place = head.drawing && head.drawing.length > 0 ? placePin(head, room.timeline) : null;
        return head.drawing && place ? [{ head, drawing: head.drawing, place }] : [];
      }),
    [room],
  );
  const visible = useClock(clock, ({ frame, rate }) =>
    drawn
      .filter(({ head, place }) => {
        const stays = rate === 0 && head.endFrame === null ? 1 : LINGER_SECONDS * room.timeline.fps;
        const end = Math.max(place.endFrame, place.from + stays);
        return (open === head.id || head.resolvedAt === null) && frame >= place.from && frame < end;
      })
      .map(({ head }) => head.id)
      .join(' '),
  );
  const ids = visible.split(' ');
  const shown = drawn
    .filter(({ head }) => ids.includes(head.id))
    .map(({ head, drawing }) => ({
      id: head.id,
      drawing,
      label: labelOf(head.author.displayName, head.text, drawing),
    }));
  return (
    <Overlay
      shown={shown}
      own={draft?.drawing ?? []}
      tool={draft ? tool : null}
      label={shown.length > 0 ? t('notes', { count: shown.length }) : t('noNotes')}
      words={draft?.text ?? ''}
      onDraw={(shape) => draft && setDraft({ ...draft, drawing: [...draft.drawing, shape].slice(-20) })}
    />
  );
}

const labelOf = (name: string, text: string, drawing: readonly { kind: string }[]): string =>
  drawing.some((shape) => shape.kind === 'text') ? '' : `${[...name][0]}　${[...text].slice(0, 12).join('')}`;

/** Two versions at once: side by side, or one laid over the other. */
export function CompareStage(props: { sound: Sound }): ReactElement {
  const t = useTranslations('review.stage');
  const { room } = useRoomParts();
  const [way, setWay] = useState<'pair' | 'wipe'>('pair');
  const [cut, setCut] = useState(50);
  return (
    <div className={css.compare}>
      <div className={css.stage}>
        {way === 'pair' ? (
          <div className={css.pair}>
            <Side version={room.before?.version ?? 0} side="before">
              <Follower />
            </Side>
            <Side version={room.version} side="after">
              <Leader sound={props.sound} />
            </Side>
          </div>
        ) : (
          <Wipe sound={props.sound} cut={cut} />
        )}
      </div>
      <div className={css.steps}>
        <SegmentedControl
          size="xs"
          value={way}
          onChange={(value) => setWay(value as 'pair')}
          data={(['pair', 'wipe'] as const).map((value) => ({ value, label: t(value) }))}
          aria-label={t('way')}
        />
        {way === 'wipe' && (
          <input
            className={css.cut}
            type="range"
            min={0}
            max={100}
            value={cut}
            aria-label={t('cut')}
            onChange={(event) => setCut(Number(event.target.value))}
          />
        )}
        <ChangeSteps />
      </div>
    </div>
  );
}

function Side(props: { version: number; side: 'before' | 'after'; children: React.ReactNode }): ReactElement {
  const t = useTranslations('review');
  const { room, clock } = useRoomParts();
  const version = room.versions.find((item) => item.version === props.version);
  const last = version?.decisions.at(-1);
  const state = last
    ? last.voidedAt
      ? 'voided'
      : last.decision
    : room.pending?.version === props.version
      ? 'waits'
      : 'none';
  const id = useClock(clock, ({ frame }) => (takenOutAt(room, frame) ?? sentenceAt(room.timeline, frame))?.id ?? null);
  const change = room.changes.find((item) => item.id === id);
  const plain = room.timeline.sentences.find((sentence) => sentence.id === id);
  return (
    <section className={css.side} aria-label={`v${props.version}`}>
      <h3>
        v{props.version} <small className={css.sideState}>{t(`versionState.${state}`)}</small>
      </h3>
      <div className={css.sideFrame}>{props.children}</div>
      <div className={css.words}>
        {plain && <small className={css.wordsHead}>{t('sentenceNumber', { number: plain.number })}</small>}
        {change ? <ChangedWords parts={change.parts} only={props.side === 'before' ? 'out' : 'in'} /> : plain?.text}
      </div>
    </section>
  );
}

function Wipe({ sound, cut }: { sound: Sound; cut: number }): ReactElement {
  const { room } = useRoomParts();
  return (
    <div className={css.frame} style={{ '--cut': `${cut}%` } as React.CSSProperties}>
      <Follower />
      <div className={css.top}>
        <Leader sound={sound} />
      </div>
      <span className={css.cutName} style={{ left: 8 }}>
        v{room.before?.version}
      </span>
      <span className={css.cutName} style={{ right: 8 }}>
        v{room.version}
      </span>
      <i className={css.cutLine} />
    </div>
  );
}

function ChangeSteps(): ReactElement {
  const t = useTranslations('review');
  const { room, clock, visit } = useRoomParts();
  const frame = useClock(clock, frameOf);
  const at = room.changes.findLastIndex((change) => change.from <= frame);
  const go = (by: 1 | -1) => {
    const change = room.changes[Math.max(0, Math.min(room.changes.length - 1, at + by))];
    if (change) visit(change);
  };
  return (
    <>
      <span className={css.inStep}>{t('stage.inStep')}</span>
      <UnstyledButton onClick={() => go(-1)}>
        {t('previousChange')} <Kbd>[</Kbd>
      </UnstyledButton>
      <UnstyledButton onClick={() => go(1)}>
        {t('nextChange')} <Kbd>]</Kbd>
      </UnstyledButton>
      <span>{t('changeAt', { at: Math.max(0, at) + 1, of: room.changes.length })}</span>
    </>
  );
}
