'use client';
import { IconAlertTriangle, IconCheck, IconClock, IconLink, IconLoader } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionDetail, SceneState } from '#domain/production';
import type { Progress } from '#domain/progress';
import { sceneName } from '../../state/note.ts';
import card from '../card.module.css';
import css from './scenes.module.css';

const SIGNS = {
  reused: IconLink,
  rendered: IconCheck,
  rendering: IconLoader,
  queued: IconClock,
  failed: IconAlertTriangle,
} as const;

/** Every scene of the film and whether it is reused, drawn, being drawn or still to come. */
export function SceneGrid(props: { detail: ProductionDetail; progress: Progress | null }): ReactElement | null {
  const { scenes } = props.detail;
  const t = useTranslations('production');
  const tc = useTranslations('common');
  if (scenes.length === 0) return null;
  const count = (state: SceneState['state']) => scenes.filter((scene) => scene.state === state).length;
  const reused = count('reused');
  const fresh = scenes.length - reused;
  return (
    <section className={`${card.card} ${css.frame}`} aria-labelledby="scenes">
      <div className={css.line}>
        <h2 id="scenes">{t('timeline.scenes')}</h2>
        <span className={card.meta}>{t('now.of', { done: reused + count('rendered'), of: scenes.length })}</span>
      </div>
      <div className={css.strip} aria-hidden>
        {scenes.map((scene) => (
          <span key={scene.id} data-state={scene.state} />
        ))}
      </div>
      <p className={card.small}>{t('now.total', { count: scenes.length, reused, fresh })}</p>
      <ol className={css.grid}>
        {scenes.map((scene, index) => (
          <Scene key={scene.id} scene={scene} at={index + 1} state={tc(`scene.${scene.state}`)} />
        ))}
      </ol>
    </section>
  );
}

function Scene({ scene, at, state }: { scene: SceneState; at: number; state: string }): ReactElement {
  const making = useTranslations('making');
  const Sign = SIGNS[scene.state];
  return (
    <li className={css.scene} data-state={scene.state}>
      <span className={css.tile}>{sceneName(scene.id, making)}</span>
      <span className={css.below}>
        <Sign size={14} stroke={1.8} aria-hidden />
        {at}
        <span className={css.word}>{state}</span>
      </span>
    </li>
  );
}
