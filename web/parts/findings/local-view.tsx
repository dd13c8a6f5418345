'use client';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Finding } from '#domain/finding';
import { useDesk } from './desk.tsx';
import type { SliceShelf } from './image/shelf.ts';
import { greyOf, WINDOWS } from './image/windows.ts';
import css from './plane-view.module.css';

const TIMES = 4;
/** Pixels of the picture, square. */
const SIZE = 384;

/** The finding on its slice, four times as large as the pixels are. */
export function LocalView({ finding, shelf }: { finding: Finding; shelf: SliceShelf }): ReactElement {
  const t = useTranslations('findings');
  const { place } = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pixels, setPixels] = useState<Int16Array | null>(null);
  const slice = finding.keySlice;
  useEffect(() => {
    let gone = false;
    shelf.slice(slice).then(
      (data) => !gone && setPixels(data),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [shelf, slice]);
  const { longAxis } = finding;
  const [x, y] = [(longAxis.from[0] + longAxis.to[0]) / 2, (longAxis.from[1] + longAxis.to[1]) / 2];
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!pixels || !context) return;
    const { columns, rows } = shelf.geometry;
    const whole = new OffscreenCanvas(columns, rows);
    whole.getContext('2d')!.putImageData(greyOf(pixels, columns, rows, WINDOWS[place.window]), 0, 0);
    const side = SIZE / TIMES;
    context.imageSmoothingQuality = 'high';
    context.fillRect(0, 0, SIZE, SIZE);
    context.drawImage(whole, x - side / 2 + 0.5, y - side / 2 + 0.5, side, side, 0, 0, SIZE, SIZE);
  }, [pixels, x, y, place.window, shelf]);
  const label = t('local', { finding: finding.id });
  return (
    <figure className={css.plane}>
      <figcaption>
        <span>{t('localOf', { finding: finding.id })}</span>
        <span>{t('times', { times: TIMES })}</span>
      </figcaption>
      <canvas ref={canvas} className={css.local} width={SIZE} height={SIZE} role="img" aria-label={label} />
    </figure>
  );
}
