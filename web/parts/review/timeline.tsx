'use client';
import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactElement, useEffect, useMemo, useRef } from 'react';
import { threadsOf } from '#domain/comment';
import { minutes, timecode } from '#domain/frames';
import { placePin, sceneAt } from '#domain/review-timeline';
import { useRoomParts } from './room-context.tsx';
import css from './timeline.module.css';
import { frameOf, inOf, outOf, useClock } from './use-clock.ts';

const STEPS = [5, 10, 15, 30, 60, 120, 300];
const MOST_TICKS = 9;

/** The film from end to end: scenes, sentences (changed ones green), remarks, and where it stands. */
export function FilmTimeline(): ReactElement {
  const t = useTranslations('review.timeline');
  const { room, clock, visit } = useRoomParts();
  const { timeline } = room;
  const at = (frame: number) => `${(frame / timeline.durationInFrames) * 100}%`;
  const span = (from: number, end: number) => ({ left: at(from), width: at(end - from) });
  return (
    <div className={css.timeline}>
      <Ticks />
      <span className={css.name}>{t('scenes')}</span>
      <div className={css.scenes}>
        {timeline.scenes.map((scene) => (
          <Scene key={scene.id} id={scene.id} number={scene.number} style={span(scene.from, scene.endFrame)} />
        ))}
      </div>
      <span className={css.name}>{t('sentences')}</span>
      <div className={css.sentences}>
        {timeline.sentences.map((sentence) => (
          <button
            key={sentence.id}
            type="button"
            tabIndex={-1}
            className={css.sentence}
            data-changed={sentence.changed || undefined}
            style={span(sentence.from, sentence.endFrame)}
            aria-label={t(sentence.changed ? 'changedSentence' : 'sentence', { number: sentence.number })}
            title={`${minutes(sentence.from, timeline.fps)}　${sentence.text}`}
            onClick={() => visit(sentence)}
          />
        ))}
      </div>
      <span className={css.name}>{t('comments')}</span>
      <Pins />
      <Playhead label={t('position')} clock={clock} />
    </div>
  );
}

function Ticks(): ReactElement {
  const { timeline } = useRoomParts().room;
  const seconds = timeline.durationInFrames / timeline.fps;
  const step = STEPS.find((each) => seconds / each < MOST_TICKS) ?? 600;
  const ticks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
  return (
    <div className={css.ticks} aria-hidden>
      {ticks.map((tick) => (
        <span key={tick} style={{ left: `${(tick / seconds) * 100}%` }}>
          {minutes(tick * timeline.fps, timeline.fps)}
        </span>
      ))}
    </div>
  );
}

function Scene(props: { id: string; number: number; style: { left: string; width: string } }): ReactElement {
  const t = useTranslations('review');
  const { room, clock } = useRoomParts();
  const scene = room.timeline.scenes.find((item) => item.id === props.id)!;
  const here = useClock(clock, (state) => sceneAt(room.timeline, state.frame)?.id === props.id);
  const name = t(`scene.${scene.kind}`);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.scene}
      style={props.style}
      data-here={here || undefined}
      data-changed={scene.changed || undefined}
      aria-label={t('timeline.scene', { number: props.number, name })}
      title={`${props.number}　${name}`}
      onClick={() => clock.go(scene.from)}
    >
      {props.number}
    </button>
  );
}

/** Remarks where they stand; each is also a row of the list. */
function Pins(): ReactElement {
  const t = useTranslations('review.comments');
  const { room, clock, open, setOpen } = useRoomParts();
  const { timeline, comments } = room;
  const at = (frame: number) => `${(frame / timeline.durationInFrames) * 100}%`;
  const pins = useMemo(
    () =>
      threadsOf(comments.comments).flatMap((thread) => {
        const place = placePin(thread.head, timeline);
        return place ? [{ ...thread, place }] : [];
      }),
    [comments, timeline],
  );
  const [from, end] = [useClock(clock, inOf), useClock(clock, outOf)];
  return (
    <div className={css.pins}>
      {from !== null && end !== null && (
        <i className={css.range} style={{ left: at(from), width: at(end - from) }} aria-hidden />
      )}
      {pins.map(({ head, number, place }) => (
        <span key={head.id}>
          {head.endFrame !== null && (
            <i
              className={css.range}
              style={{ left: at(place.from), width: at(place.endFrame - place.from) }}
              aria-hidden
            />
          )}
          <button
            type="button"
            tabIndex={-1}
            className={css.pin}
            style={{ left: at(place.from) }}
            data-open={open === head.id || undefined}
            data-drawn={head.drawing !== null || undefined}
            data-settled={head.resolvedAt !== null || undefined}
            aria-label={t('pin', { number, name: head.author.displayName })}
            onClick={() => {
              setOpen(head.id);
              clock.pause();
              clock.go(place.from);
            }}
          >
            <b>{number}</b>
          </button>
        </span>
      ))}
    </div>
  );
}

/** The line at the frame on screen; drag it, or use the arrow keys on it. */
function Playhead({ label, clock }: { label: string; clock: ReturnType<typeof useRoomParts>['clock'] }): ReactElement {
  const { fps, durationInFrames } = useRoomParts().room.timeline;
  const line = useRef<HTMLDivElement>(null);
  const frame = useClock(clock, frameOf);
  useEffect(() => {
    line.current?.style.setProperty('--at', String(frame / durationInFrames));
  }, [frame, durationInFrames]);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.getBoundingClientRect();
    clock.pause();
    clock.go(Math.floor(((event.clientX - box.left) / box.width) * durationInFrames));
  };
  return (
    <div className={css.track} onPointerDown={drag} onPointerMove={drag}>
      <div
        ref={line}
        className={css.playhead}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={durationInFrames - 1}
        aria-valuenow={frame}
        aria-valuetext={timecode(frame, fps)}
      />
    </div>
  );
}
