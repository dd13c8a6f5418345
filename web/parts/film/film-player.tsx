'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactElement, useRef } from 'react';
import { findTemplate } from '#domain/templates';
import { signedAddress } from '../../client/signed.ts';
import { timecode } from '../../state/time.ts';
import css from './film.module.css';
import { filmRatio } from './film-ratio.ts';

interface Chapter {
  readonly seconds: number;
  readonly title: string;
}

/** The film with its subtitles and chapters, by addresses that are asked for anew when they have run out. */
export function FilmPlayer(props: {
  id: string;
  names: readonly string[];
  language: string;
  title: string;
  chapters: readonly Chapter[];
  /** Its template, which says what shape the film has. */
  template: string;
}): ReactElement {
  const { id, names, language, title, chapters, template } = props;
  const t = useTranslations('production.film');
  const video = useRef<HTMLVideoElement>(null);
  const at = useRef(0);
  const { data, refetch } = useQuery({
    queryKey: ['film', id, names.join()],
    queryFn: () => addressesOf(id, names),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const seek = (seconds: number) => {
    if (!video.current) return;
    video.current.currentTime = seconds;
    void video.current.play();
  };
  return (
    <>
      <div className={css.stage} style={filmRatio(findTemplate(template))}>
        {/* biome-ignore lint/a11y/useMediaCaption: the track is there as soon as its address is */}
        <video
          ref={video}
          controls
          playsInline
          preload="metadata"
          aria-label={`${t('play')}：${title}`}
          src={data?.['film.mp4']}
          poster={data?.['poster.jpg']}
          onTimeUpdate={(event) => {
            at.current = event.currentTarget.currentTime;
          }}
          onLoadedMetadata={(event) => {
            if (at.current > 0) event.currentTarget.currentTime = at.current;
          }}
          onError={() => data && void refetch()}
        >
          {data?.['film.vtt'] && (
            <track kind="subtitles" src={data['film.vtt']} srcLang={language} label={t('captions')} />
          )}
          {data?.['description.vtt'] && (
            <track kind="descriptions" src={data['description.vtt']} srcLang={language} label={t('description')} />
          )}
        </video>
      </div>
      {chapters.length > 0 && (
        <nav className={css.chapters} aria-label={t('chapters')}>
          {chapters.map((chapter) => (
            <button key={chapter.seconds} type="button" onClick={() => seek(chapter.seconds)}>
              <span>{timecode(chapter.seconds)}</span> {chapter.title}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}

async function addressesOf(id: string, names: readonly string[]): Promise<Record<string, string>> {
  const wanted = ['film.mp4', 'film.vtt', 'description.vtt', 'poster.jpg'].filter((name) => names.includes(name));
  return Object.fromEntries(
    await Promise.all(wanted.map(async (name) => [name, await signedAddress(id, { name })] as const)),
  );
}
