'use client';
import { Thumbnail } from '@remotion/player';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { FilmProps } from '#domain/film/film';
import type { Timeline } from '#domain/timeline';
import { SceneComposition } from '../../../remotion/root.tsx';
import { filmRatio } from '../film/film-ratio.ts';
import { useNoncedStyles } from '../use-nonced-styles.ts';
import { useDesk } from './desk-context.ts';
import css from './preview-side.module.css';

/** The scenes of the chapter one is in; a click goes to a scene's first sentence. */
export function SceneThumbs({ film, timeline }: { film: FilmProps; timeline: Timeline }): ReactElement | null {
  useNoncedStyles();
  const t = useTranslations('script');
  const { id, here, go } = useDesk();
  const own = timeline.scenes.find((scene) => scene.sentences.some((item) => item.id === here));
  if (!own) return null;
  const scenes = timeline.scenes.filter((scene) => scene.chapterId === own.chapterId && scene.kind !== 'chapter');
  return (
    <section className={css.block} aria-label={t('preview.scenes')}>
      <h3>{t('preview.scenes')}</h3>
      <ul className={css.thumbs}>
        {scenes.map((scene) => {
          const props = film.scenes.find((item) => item.props.id === scene.id)?.props;
          const first = scene.sentences[0]?.id;
          if (!props || !first) return null;
          return (
            <li key={scene.id}>
              <button type="button" aria-current={scene.id === own.id ? 'true' : undefined} onClick={() => go(first)}>
                <span className={css.thumb} style={filmRatio(props)} inert>
                  <Thumbnail
                    component={SceneComposition}
                    inputProps={{ scene: props, assetBase: `/api/productions/${id}/pictures`, frames: null }}
                    frameToDisplay={Math.round(props.durationInFrames * 0.72)}
                    durationInFrames={props.durationInFrames}
                    fps={props.fps}
                    compositionWidth={props.width}
                    compositionHeight={props.height}
                    style={{ width: '100%' }}
                  />
                </span>
                {t('sceneN', { number: timeline.scenes.indexOf(scene) + 1 })} {t(`kinds.${scene.kind}`)}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
