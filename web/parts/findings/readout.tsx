'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { useDesk } from './desk.tsx';
import { spacingOf } from './draft.ts';
import { pixelsPerMm, type Transform } from './image/transform.ts';
import type { GreyWindow } from './image/windows.ts';
import css from './readout.module.css';

/** Lengths a scale bar may have, mm. */
const BARS = [100, 50, 20, 10, 5] as const;
const LONGEST = 150;
const whole = (value: number): string => String(Math.round(value)).replace('-', '−');

/** What stands around the image: case, letters for the sides, window, pixel size, slice, scale. */
export function Readout(props: {
  transform: Transform | null;
  grey: GreyWindow;
  loading: number | null;
}): ReactElement {
  const t = useTranslations('findings');
  const { view, place } = useDesk();
  const { geometry, caseCode, measurable, provenance } = view.study;
  const scale = props.transform ? pixelsPerMm(props.transform, spacingOf(geometry)) : 0;
  const bar = BARS.find((mm) => mm * scale <= LONGEST) ?? BARS.at(-1)!;
  // Columns run towards the patient's left in every ordinary image; where they do not, the letters change sides.
  const [left, right] = geometry.columnAxis[0] >= 0 ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const z = geometry.originMm[2] + place.slice * geometry.spacingMm[2] * geometry.sliceAxis[2];
  return (
    <div className={css.readout}>
      <p className={css.topLeft}>
        {t(`provenance.${provenance}`)}　{caseCode}
        <br />
        {t('series', { kernel: t(`kernel.${view.study.acquisition.kernel}`) })}
      </p>
      <span className={css.left} title={t('patientSide', { side: t(`side.${left}`) })}>
        {t(`side.${left}`)}
      </span>
      <span className={css.right} title={t('patientSide', { side: t(`side.${right}`) })}>
        {t(`side.${right}`)}
      </span>
      {measurable && scale > 0 && (
        <p className={css.bar} style={{ height: bar * scale }}>
          <span>{bar >= 10 ? `${bar / 10} cm` : `${bar} mm`}</span>
        </p>
      )}
      <p className={css.bottomLeft}>
        {t('grey', { level: whole(props.grey.level), width: whole(props.grey.width) })}
        <br />
        {t('pixel', { pixel: geometry.spacingMm[0].toFixed(3), slice: geometry.spacingMm[2].toFixed(1) })}
      </p>
      <p className={css.bottomRight}>
        {t('slice', { slice: place.slice + 1, total: geometry.slices })}
        <br />
        {t('position', { mm: z.toFixed(1).replace('-', '−') })}
        {props.loading !== null && (
          <>
            <br />
            {t('loading', { count: props.loading, total: geometry.slices })}
          </>
        )}
      </p>
    </div>
  );
}
