import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import type { Timeline } from '#domain/timeline';
import { sceneName } from '../../state/note.ts';
import { timecode } from '../../state/time.ts';
import card from '../card.module.css';
import css from './timeline.module.css';

/** The film's clock drawn: chapters, scenes and sentences by their length, then every sentence with its moment. */
export async function TimelineView({ id, timeline }: { id: string; timeline: Timeline }): Promise<ReactElement> {
  const [t, making] = await Promise.all([getTranslations('production.timeline'), getTranslations('making')]);
  const { fps, durationInFrames: all, scenes, chapters, captions } = timeline;
  const wide = (frames: number) => ({ width: `${(100 * frames) / all}%` });
  const lines = new Map<string, string>();
  for (const caption of captions)
    lines.set(caption.sentenceId, `${lines.get(caption.sentenceId) ?? ''}${caption.lines.join('')}`);
  const sentences = scenes.flatMap((scene) => scene.sentences.map((one) => ({ ...one, scene })));
  const address = (frame: number) => `/productions/${id}/review?t=${(frame / fps).toFixed(1)}`;
  return (
    <section className={`${card.card} ${css.frame}`} aria-labelledby="timeline">
      <div className={css.head}>
        <h1 id="timeline">{t('title')}</h1>
        <span className={card.meta}>{t('length', { time: timecode(all / fps) })}</span>
        <span className={card.spread} />
        <span className={card.small}>{t('draft')}</span>
      </div>
      <div className={css.tracks} aria-hidden>
        <div className={css.track}>
          {chapters.map((chapter, index) => (
            <span
              key={chapter.id}
              className={css.chapter}
              style={wide((chapters[index + 1]?.startFrame ?? all) - chapter.startFrame)}
            >
              {chapter.title}
            </span>
          ))}
        </div>
        <div className={css.track}>
          {scenes.map((scene, index) => (
            <span key={scene.id} className={css.scene} style={wide(scene.durationInFrames)}>
              {index + 1}
            </span>
          ))}
        </div>
        <div className={css.ruler}>
          {sentences.map((one) => (
            <span
              key={one.id}
              className={css.sentence}
              style={{
                left: `${(100 * (one.scene.from + one.startFrame)) / all}%`,
                width: `${(100 * (one.endFrame - one.startFrame)) / all}%`,
              }}
            />
          ))}
        </div>
      </div>
      <ol className={css.list}>
        {scenes.map((scene, index) => (
          <li key={scene.id}>
            <h2>
              {t('scene', { at: index + 1, name: sceneName(scene.id, making as never) })}
              <span className={card.small}>
                {timecode(scene.from / fps)} · {timecode(scene.durationInFrames / fps)}
              </span>
            </h2>
            <ol>
              {scene.sentences.map((one) => (
                <li key={one.id} className={css.row}>
                  <Link href={address(scene.from + one.startFrame)} title={t('open')}>
                    {timecode((scene.from + one.startFrame) / fps)}
                  </Link>
                  <span>{lines.get(one.id) ?? one.id}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}
