'use client';
import { ActionIcon, Slider } from '@mantine/core';
import { Player, type PlayerRef } from '@remotion/player';
import { IconMaximize, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { FilmProps } from '#domain/film/film';
import type { Timeline } from '#domain/timeline';
import { FilmComposition } from '../../../remotion/root.tsx';
import { clock } from '../../state/clock.ts';
import { filmRatio } from '../film/film-ratio.ts';
import { useNoncedStyles } from '../use-nonced-styles.ts';
import { useDesk } from './desk-context.ts';
import css from './preview-side.module.css';

/** First frame of the film at which a sentence is well on screen. */
export function frameOfSentence(timeline: Timeline, sentence: string): number | null {
  for (const scene of timeline.scenes) {
    const found = scene.sentences.find((item) => item.id === sentence);
    // In its middle: what a sentence brings on has come by then.
    if (found) return scene.from + Math.round((found.startFrame + found.endFrame) / 2);
  }
  return null;
}

/** The draft, drawn by the film's own components. It follows the sentence one is at while it stands still. */
export function DraftPlayer(props: { film: FilmProps; timeline: Timeline; sentence: string | null }): ReactElement {
  const { film, timeline, sentence } = props;
  useNoncedStyles();
  const { id } = useDesk();
  const t = useTranslations('script.preview');
  const [player, setPlayer] = useState<PlayerRef | null>(null);
  const [frame, setFrame] = useState(0);
  const [playing, setPlaying] = useState(false);
  const input = useMemo(() => ({ film, assetBase: `/api/productions/${id}/pictures` }), [film, id]);
  const wanted = sentence === null ? null : frameOfSentence(timeline, sentence);
  useEffect(() => {
    if (!player) return;
    const shown = ({ detail }: { detail: { frame: number } }) => setFrame(detail.frame);
    const began = () => setPlaying(true);
    const ended = () => setPlaying(false);
    player.addEventListener('frameupdate', shown);
    player.addEventListener('play', began);
    player.addEventListener('pause', ended);
    player.addEventListener('ended', ended);
    return () => {
      player.removeEventListener('frameupdate', shown);
      player.removeEventListener('play', began);
      player.removeEventListener('pause', ended);
      player.removeEventListener('ended', ended);
    };
  }, [player]);
  useEffect(() => {
    if (player && wanted !== null && !player.isPlaying()) player.seekTo(Math.min(wanted, film.durationInFrames - 1));
  }, [player, wanted, film.durationInFrames]);
  return (
    <>
      <div className={css.stage} style={filmRatio(film)}>
        <Player
          ref={setPlayer}
          component={FilmComposition}
          inputProps={input}
          durationInFrames={film.durationInFrames}
          fps={film.fps}
          compositionWidth={film.width}
          compositionHeight={film.height}
          acknowledgeRemotionLicense
          numberOfSharedAudioTags={0}
          style={{ width: `${Math.min(1, film.width / film.height) * 100}%` }}
        />
      </div>
      <div className={css.transport}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t(playing ? 'pause' : 'play')}
          onClick={() => player?.toggle()}
        >
          {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
        </ActionIcon>
        <span className={css.time}>
          <b>{clock(frame / film.fps, true)}</b> / {clock(film.durationInFrames / film.fps)}
        </span>
        <Slider
          className={css.slider}
          size={4}
          min={0}
          max={film.durationInFrames - 1}
          value={frame}
          label={null}
          thumbLabel={t('place')}
          thumbProps={{ 'aria-valuetext': clock(frame / film.fps) }}
          onChange={(to) => player?.seekTo(to)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('large')}
          onClick={() => player?.requestFullscreen()}
        >
          <IconMaximize size={18} stroke={1.75} />
        </ActionIcon>
      </div>
    </>
  );
}
