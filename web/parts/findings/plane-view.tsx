'use client';
import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { PlaneAxis } from '#domain/findings-view';
import { useDesk } from './desk.tsx';
import type { SliceShelf } from './image/shelf.ts';
import { greyOf, WINDOWS } from './image/windows.ts';
import css from './plane-view.module.css';

/** A plane across the stack through the finding, with the line of the slice shown and the finding's box. A click goes to the slice there. */
export function PlaneView({ axis, shelf }: { axis: PlaneAxis; shelf: SliceShelf }): ReactElement {
  const t = useTranslations('findings');
  const { drawn, place, go } = useDesk();
  const { columns, rows, slices, spacingMm } = shelf.geometry;
  const finding = drawn.find(({ id }) => id === place.finding) ?? null;
  const along = axis === 'coronal' ? 0 : 1;
  const across = axis === 'coronal' ? 1 : 0;
  const middle = Math.round((axis === 'coronal' ? rows : columns) * (axis === 'coronal' ? 0.5 : 0.3));
  const index = finding ? Math.round(finding.centreVoxel[across]) : middle;
  const width = axis === 'coronal' ? columns : rows;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pixels, setPixels] = useState<Int16Array | null>(null);
  useEffect(() => {
    let gone = false;
    shelf.plane(axis, index).then(
      (plane) => !gone && setPixels(plane),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [shelf, axis, index]);
  useEffect(() => {
    if (pixels)
      canvas.current?.getContext('2d')?.putImageData(greyOf(pixels, width, slices, WINDOWS[place.window]), 0, 0);
  }, [pixels, width, slices, place.window]);
  const ratio = (width * spacingMm[along]) / (slices * spacingMm[2]);
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const slice = Math.floor(((event.clientY - frame.top) / frame.height) * slices);
    go({ slice: Math.max(0, Math.min(slices - 1, slice)) });
  };
  const line = place.slice + 0.5;
  return (
    <figure className={css.plane}>
      <figcaption>{t(axis)}</figcaption>
      <div className={css.picture} style={{ aspectRatio: String(ratio) }}>
        <canvas
          ref={canvas}
          width={width}
          height={slices}
          aria-label={t('planeAt', { plane: t(axis), index: index + 1 })}
          role="img"
        />
        <svg viewBox={`0 0 ${width} ${slices}`} preserveAspectRatio="none" onPointerDown={goTo} aria-hidden>
          <line className={css.cut} x1={0} x2={width} y1={line} y2={line} />
          {finding && (
            <rect
              className={css.box}
              x={finding.boxVoxel.min[along] - 4}
              y={finding.boxVoxel.min[2] - 1.5}
              width={finding.boxVoxel.max[along] - finding.boxVoxel.min[along] + 8}
              height={finding.boxVoxel.max[2] - finding.boxVoxel.min[2] + 4}
            />
          )}
        </svg>
      </div>
    </figure>
  );
}
