'use client';
import { Badge, Checkbox, Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Montage, UploadSeries } from '#domain/upload';
import css from './order.module.css';

interface Props {
  readonly upload: string;
  readonly series: UploadSeries | null;
  /** The images have gone into a film already. */
  readonly gone: boolean;
  readonly confirmed: boolean;
  confirm(confirmed: boolean): void;
}

/** Sample images of the chosen series, and the word of a person that they show nobody's name. */
export function MontageCard({ upload, series, gone, confirmed, confirm }: Props): ReactElement {
  const t = useTranslations('order.montage');
  const [large, { open, close }] = useDisclosure(false);
  const montage = gone ? null : (series?.montage ?? null);
  return (
    <section className={css.part} aria-labelledby="order-montage">
      <div className={css.partHead}>
        <h3 id="order-montage">{t('title')}</h3>
        {!confirmed && (
          <Badge color="warn" leftSection={<IconAlertTriangle size={12} />}>
            {t('check')}
          </Badge>
        )}
      </div>
      {!montage || !series?.key ? (
        <p className={css.dim}>{t('none')}</p>
      ) : (
        <>
          <UnstyledButton className={css.sheetButton} onClick={open} title={t('zoom')}>
            <Sheet upload={upload} series={series.key} montage={montage} />
          </UnstyledButton>
          <Modal opened={large} onClose={close} size="min(1100px, 94vw)" title={t('title')}>
            <Sheet upload={upload} series={series.key} montage={montage} />
          </Modal>
          <Checkbox
            className={css.confirm}
            checked={confirmed}
            onChange={(event) => confirm(event.currentTarget.checked)}
            label={t('confirm')}
          />
        </>
      )}
    </section>
  );
}

function Sheet(props: { upload: string; series: string; montage: Montage }): ReactElement {
  const { upload, series, montage } = props;
  const t = useTranslations('order.montage');
  return (
    <span className={css.sheet}>
      {/* biome-ignore lint/performance/noImgElement: private, never cached, and the right size already */}
      <img
        src={`/api/uploads/${upload}/montage/${series}?v=${montage.digest.slice(0, 8)}`}
        width={montage.width}
        height={montage.height}
        alt={t('alt', { key: series, slices: montage.slices.join(', ') })}
      />
      {montage.slices.map((slice, at) => (
        <span
          key={slice}
          className={css.slice}
          aria-hidden
          style={{
            right: `${100 - (((at % montage.columns) + 1) / montage.columns) * 100}%`,
            bottom: `${100 - ((Math.floor(at / montage.columns) + 1) / montage.rows) * 100}%`,
          }}
        >
          {slice}
        </span>
      ))}
    </span>
  );
}
