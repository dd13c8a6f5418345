'use client';
import { useTranslations } from 'next-intl';
import type { CSSProperties, ReactElement } from 'react';
import { useDesk } from './desk.tsx';
import css from './marks-slider.module.css';

/** The stack from head to feet with the findings on it; drag, click or the arrow keys move through it. */
export function MarksSlider(): ReactElement {
  const t = useTranslations('findings');
  const { view, drawn, place, go } = useDesk();
  const last = view.study.geometry.slices - 1;
  const share = (slice: number): string => `${(100 * slice) / last}%`;
  return (
    <div className={css.slider}>
      <div className={css.track}>
        {drawn.map(({ id, boxVoxel }) => (
          <span
            key={id}
            className={css.mark}
            data-chosen={id === place.finding || undefined}
            style={{ top: share(boxVoxel.min[2]), bottom: `calc(100% - ${share(boxVoxel.max[2])})` }}
          />
        ))}
        {view.rejected.map(({ finding }) => (
          <span key={finding.id} className={css.rejected} style={{ top: share(finding.keySlice) }} />
        ))}
      </div>
      <input
        type="range"
        className={css.thumb}
        aria-label={t('sliceSlider')}
        aria-valuetext={t('sliceOf', { slice: place.slice + 1, total: last + 1 })}
        min={0}
        max={last}
        value={place.slice}
        style={{ '--at': share(place.slice) } as CSSProperties}
        onChange={(event) => go({ slice: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
