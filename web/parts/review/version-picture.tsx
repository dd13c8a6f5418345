'use client';
import { Button, Loader } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { Picture } from './clock.ts';
import { FilmPicture } from './film-picture.tsx';
import { useRoomParts } from './room-context.tsx';
import css from './stage.module.css';
import { useSigned } from './use-signed.ts';

// The composition and its player are needed only where there is no film yet.
const PreviewPicture = dynamic(() => import('./preview-picture.tsx').then((module) => module.PreviewPicture), {
  ssr: false,
  loading: () => <Waiting />,
});

interface Props {
  readonly version: number;
  readonly muted: boolean;
  readonly volume: number;
  onPicture(picture: Picture | null): void;
  onFrame(frame: number): void;
  onEnd(): void;
}

/** One version moving: its film where it is made, its preview before. */
export function VersionPicture(props: Props): ReactElement {
  const { room } = useRoomParts();
  const film = room.versions.find((item) => item.version === props.version)?.film ?? null;
  return film ? (
    <Made {...props} revision={film.revision} />
  ) : (
    <PreviewPicture productionId={room.production.id} {...props} />
  );
}

function Made(props: Props & { revision: number }): ReactElement {
  const t = useTranslations('review.stage');
  const { room, clock } = useRoomParts();
  const { version, revision } = props;
  const signed = useSigned(room.production.id, { name: 'film.mp4', revision, version });
  const captions = useSigned(room.production.id, { name: 'film.vtt', revision, version });
  const [broken, setBroken] = useState(0);
  const again = () => {
    setBroken(0);
    void signed.refetch();
  };
  // An address ends after minutes; the first time it fails, another one is asked for.
  const trouble = useCallback(() => {
    setBroken((count) => count + 1);
    clock.pause();
  }, [clock]);
  const { refetch } = signed;
  useEffect(() => {
    if (broken === 1) void refetch();
  }, [broken, refetch]);
  if (signed.isError || broken > 1)
    return (
      <div className={css.trouble} role="alert">
        <b>{t('noFilm')}</b>
        <span>{t('noFilmText')}</span>
        <Button variant="default" onClick={again}>
          {t('again')}
        </Button>
      </div>
    );
  if (!signed.data) return <Waiting />;
  return (
    <FilmPicture
      src={signed.data.url}
      fps={room.timeline.fps}
      label={t('film', { version })}
      muted={props.muted}
      volume={props.volume}
      captions={captions.data?.url ?? null}
      language={room.production.language}
      onPicture={props.onPicture}
      onFrame={props.onFrame}
      onEnd={props.onEnd}
      onTrouble={trouble}
    />
  );
}

function Waiting(): ReactElement {
  const t = useTranslations('review.stage');
  return (
    <div className={css.trouble} role="status">
      <Loader size="sm" m="auto" />
      {t('waiting')}
    </div>
  );
}
