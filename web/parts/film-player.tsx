'use client';
import { type ReactElement, useRef } from 'react';
import { timecode } from '../state/time.ts';
import { type Language, words } from '../words/words.ts';
import css from './film-player.module.css';

/** The finished film with its subtitles and chapters. A chapter is also a button: pressing it goes there. */
export function FilmPlayer(props: {
  id: string;
  /** Changes with every making, so that no browser shows an older film. */
  revision: number;
  filmLanguage: string;
  has: { poster: boolean; captions: boolean; chapters: boolean };
  chapters: ReadonlyArray<{ seconds: number; title: string }>;
  language: Language;
}): ReactElement {
  const { id, revision, filmLanguage, has, chapters, language } = props;
  const all = words(language);
  const video = useRef<HTMLVideoElement>(null);
  const file = (name: string) => `/api/productions/${id}/outputs/${name}?r=${revision}`;
  const goTo = (seconds: number) => {
    if (!video.current) return;
    video.current.currentTime = seconds;
    void video.current.play().catch(() => undefined);
  };
  return (
    <div className={css.stage}>
      {/* biome-ignore lint/a11y/useMediaCaption: there is a track whenever the film has one, in a condition the rule cannot see; the film also draws its own subtitles */}
      <video
        className={css.video}
        ref={video}
        controls
        playsInline
        preload="metadata"
        poster={has.poster ? file('poster.jpg') : undefined}
        aria-label={all.film.player}
      >
        <source src={file('film.mp4')} type="video/mp4" />
        {has.captions && (
          <track kind="captions" src={file('film.vtt')} srcLang={filmLanguage} label={all.film.captions} />
        )}
        {has.chapters && <track kind="chapters" src={file('chapters.vtt')} srcLang={filmLanguage} />}
      </video>
      {chapters.length > 0 && (
        <ol className={css.chapters} aria-label={all.film.chapters} lang={filmLanguage}>
          {chapters.map(({ seconds, title }) => (
            <li key={seconds}>
              <button type="button" onClick={() => goTo(seconds)}>
                <span>{timecode(seconds)}</span>
                {title}
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
