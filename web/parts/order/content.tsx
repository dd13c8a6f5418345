'use client';
import { Alert, Badge, Loader } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { errorText, isErrorCode, type Language } from '#domain/errors';
import type { Coded, UploadReport } from '#domain/upload';
import { Deidentified } from './deidentified.tsx';
import { MontageCard } from './montage-card.tsx';
import css from './order.module.css';
import { SeriesTable } from './series-table.tsx';
import { meantSeries, type Wishes } from './use-order.ts';
import type { Coming } from './use-upload.ts';

interface Props {
  readonly coming: Coming;
  readonly wishes: Wishes;
  wish(change: Partial<Wishes>): void;
}

/** What was found in the upload: series, what of the headers passes, and images to look at. */
export function Content(props: Props): ReactElement {
  const { coming, wishes, wish } = props;
  const t = useTranslations('order');
  const { upload } = coming;
  const report = upload?.report && ['ready', 'refused', 'used'].includes(upload.state) ? upload.report : null;
  const series = meantSeries(coming, wishes);
  return (
    <aside className={css.right} aria-labelledby="order-content" aria-live="polite">
      <div className={css.rightHead}>
        <h2 id="order-content">{t('content')}</h2>
        {report?.simulated && <Badge color="gray">{t('simulated')}</Badge>}
      </div>
      {!report && <Standing coming={coming} />}
      {upload?.error && upload.state === 'refused' && <Refusal error={upload.error} />}
      {report && (
        <>
          <p className={css.dim}>
            {t(report.kind === 'dicom' ? 'summaryCt' : 'summaryPictures', { count: report.series.length })}
          </p>
          <SeriesTable report={report} chosen={series} choose={(key) => wish({ series: key, confirmed: false })} />
          <Warnings report={report} chosen={series} />
          {report.deidentification && <Deidentified report={report.deidentification} />}
          {upload && upload.state !== 'refused' && (
            <MontageCard
              upload={upload.id}
              gone={upload.state === 'used'}
              series={report.series.find(({ key }) => key !== null && key === series) ?? null}
              confirmed={wishes.confirmed}
              confirm={(confirmed) => wish({ confirmed })}
            />
          )}
        </>
      )}
    </aside>
  );
}

function Standing({ coming }: { coming: Coming }): ReactElement {
  const t = useTranslations('order');
  const checking = coming.upload?.state === 'checking';
  const sending = coming.sending.rows.length > 0 && !checking;
  return (
    <p className={css.standing}>
      {checking && <Loader size={16} />}
      {checking ? t('checking') : sending ? t('waiting') : t('contentEmpty')}
    </p>
  );
}

function Refusal({ error: { code, details } }: { error: Coded }): ReactElement {
  const locale = useLocale() as Language;
  return (
    <Alert color="bad" role="alert" mt="sm">
      {isErrorCode(code) ? errorText(code, details, locale) : code}
    </Alert>
  );
}

const TOLD = [
  'copies-dropped',
  'spacing-varies',
  'tilt-small',
  'other-files-left-aside',
  'pictures-left-aside',
  'lossy-compressed',
  'order-by-name',
  'burned-in-text-unchecked',
] as const;

function Warnings({ report, chosen }: { report: UploadReport; chosen: string | null }): ReactElement | null {
  const t = useTranslations('order');
  const own = report.series.find(({ key }) => key === chosen);
  const all = [...report.warnings, ...(own?.warnings ?? [])].flatMap((warning) => {
    const [name, count = ''] = warning.split(':');
    const known = TOLD.find((told) => told === name);
    return known ? [{ warning, text: t(`warnings.${known}`, { count }) }] : [];
  });
  const pixel = own?.pixelMm && own.reason === null ? t('series.pixel', { mm: own.pixelMm }) : null;
  if (all.length === 0 && !pixel) return null;
  return (
    <ul className={css.warnings}>
      {pixel && <li>{pixel}</li>}
      {all.map(({ warning, text }) => (
        <li key={warning}>{text}</li>
      ))}
    </ul>
  );
}
