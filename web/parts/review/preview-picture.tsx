'use client';
import { Button, Loader } from '@mantine/core';
import { Player, type PlayerRef } from '@remotion/player';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { FilmProps } from '#domain/film/film';
import { FilmComposition } from '../../../remotion/root.tsx';
import { api, taken } from '../../client/api.ts';
import { asRefusal } from '../../client/refusal.ts';
import { useNoncedStyles } from '../use-nonced-styles.ts';
import type { Picture } from './clock.ts';
import css from './stage.module.css';

/** Pictures are made within a minute or two of the findings. */
const LOOK_AGAIN_MS = 4_000;

interface Props {
  readonly productionId: string;
  readonly version: number;
  onPicture(picture: Picture | null): void;
  onFrame(frame: number): void;
  onEnd(): void;
}

/** A version as it will be, drawn by the film's own components; there is no voice in it yet. */
export function PreviewPicture(props: Props): ReactElement {
  const { productionId, version } = props;
  const t = useTranslations('review.stage');
  const asked = useQuery({
    queryKey: ['review-preview', productionId, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      taken(
        api.GET('/api/productions/{id}/review/preview', {
          params: { path: { id: productionId }, query: { v: version } },
        }) as Promise<{ data?: FilmProps }>,
      ),
    refetchInterval: (query) =>
      query.state.error && asRefusal(query.state.error).code === 'PICTURES_PENDING' ? LOOK_AGAIN_MS : false,
  });
  const code = asked.error ? asRefusal(asked.error).code : null;
  if (asked.data) return <Composition film={asked.data} {...props} />;
  return (
    <div className={css.trouble} role="status">
      {code === null || code === 'PICTURES_PENDING' ? (
        <>
          <Loader size="sm" m="auto" />
          {t(code ? 'pictures' : 'waiting')}
        </>
      ) : (
        <>
          <b>{t('noFilm')}</b>
          <Button variant="default" onClick={() => void asked.refetch()}>
            {t('again')}
          </Button>
        </>
      )}
    </div>
  );
}

function Composition(props: Props & { film: FilmProps }): ReactElement {
  useNoncedStyles();
  const { film, productionId, onPicture, onFrame, onEnd } = props;
  const [player, setPlayer] = useState<PlayerRef | null>(null);
  const [rate, setRate] = useState(1);
  const input = useMemo(
    () => ({ film, assetBase: `/api/productions/${productionId}/review/pictures` }),
    [film, productionId],
  );
  useEffect(() => {
    if (!player) return;
    const shown = ({ detail }: { detail: { frame: number } }) => onFrame(detail.frame);
    player.addEventListener('frameupdate', shown);
    player.addEventListener('ended', onEnd);
    onPicture({
      seek: (frame) => player.seekTo(frame),
      play: (wanted) => {
        setRate(wanted);
        player.play();
      },
      pause: () => player.pause(),
    });
    return () => {
      player.removeEventListener('frameupdate', shown);
      player.removeEventListener('ended', onEnd);
      onPicture(null);
    };
  }, [player, onPicture, onFrame, onEnd]);
  return (
    <Player
      ref={setPlayer}
      component={FilmComposition}
      inputProps={input}
      durationInFrames={film.durationInFrames}
      fps={film.fps}
      compositionWidth={film.width}
      compositionHeight={film.height}
      playbackRate={rate}
      numberOfSharedAudioTags={0}
      acknowledgeRemotionLicense
      style={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
    />
  );
}
