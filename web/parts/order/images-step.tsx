'use client';
import { Anchor, UnstyledButton } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconCloudUpload } from '@tabler/icons-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { UPLOAD_LIMITS, type Upload } from '#domain/upload';
import { fromDrop, fromFiles } from '../../client/upload/walk.ts';
import { Problem } from '../problem.tsx';
import { megabytes, useSpan } from './amounts.ts';
import { DeleteUpload } from './delete-upload.tsx';
import css from './order.module.css';
import { StepHead } from './step-head.tsx';
import { UploadRow } from './upload-row.tsx';
import type { Coming } from './use-upload.ts';

/** Step 1: where images are dropped, and how far each thing dropped has come. */
export function ImagesStep(props: { coming: Coming; unfinished: readonly Upload[] }): ReactElement {
  const { coming, unfinished } = props;
  const t = useTranslations('order');
  const { sending, upload } = coming;
  const [over, setOver] = useState(false);
  const { online } = useNetwork();
  const closed = upload !== null && ['used', 'dropped', 'checking'].includes(upload.state);
  const dropped = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!closed) coming.add(await fromDrop(event.dataTransfer));
  };
  return (
    <section aria-labelledby="order-images">
      <StepHead number={1} id="order-images" title={t('images')} hint={t('imagesHint')} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first */}
      <div
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void dropped(event)}
      >
        <DropHead coming={coming} closed={closed} />
        {sending.rows.length > 0 && (
          <ul className={css.rows}>
            {sending.rows.map((row) => (
              <UploadRow key={row.id} row={row} coming={coming} closed={closed} />
            ))}
          </ul>
        )}
        {!online && <p className={css.offline}>{t('offline')}</p>}
        {sending.rows.length === 0 && (
          <p className={css.dim}>
            {t('limits', { files: UPLOAD_LIMITS.files, size: '4 GiB', hours: UPLOAD_LIMITS.keepHours })}
          </p>
        )}
      </div>
      <Problem error={coming.error} />
      {upload && !closed && <DeleteUpload coming={coming} />}
      {sending.rows.length === 0 && unfinished.length > 0 && <Unfinished uploads={unfinished} />}
    </section>
  );
}

function DropHead({ coming, closed }: { coming: Coming; closed: boolean }): ReactElement {
  const t = useTranslations('order');
  const span = useSpan();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const { rows, sent, bytes, secondsLeft } = coming.sending;
  const chosen = (input: HTMLInputElement) => {
    coming.add(fromFiles([...(input.files ?? [])]));
    input.value = '';
  };
  return (
    <div className={css.dropHead}>
      <IconCloudUpload size={20} stroke={1.6} color="var(--accent)" aria-hidden />
      <span>
        {t('drop')}{' '}
        <UnstyledButton className={css.choose} disabled={closed} onClick={() => folder.current?.click()}>
          {t('chooseFolder')}
        </UnstyledButton>
        {t('or')}
        <UnstyledButton className={css.choose} disabled={closed} onClick={() => files.current?.click()}>
          {t('chooseZip')}
        </UnstyledButton>
      </span>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label={t('chooseFolder')}
        data-testid="folder"
        {...{ webkitdirectory: '' }}
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={t('chooseZip')}
        data-testid="files"
        onChange={(event) => chosen(event.currentTarget)}
      />
      {rows.length > 0 && (
        <span className={css.sums} aria-live="off">
          <span>{t('summary', { count: rows.length })}</span>
          <span>{t('sentOf', { sent: megabytes(sent), total: megabytes(bytes) })}</span>
          {secondsLeft !== null && <span>{t('left', { time: span(secondsLeft) })}</span>}
        </span>
      )}
    </div>
  );
}

function Unfinished({ uploads }: { uploads: readonly Upload[] }): ReactElement {
  const t = useTranslations('order');
  const format = useFormatter();
  return (
    <div className={css.unfinished}>
      <h3>{t('unfinished')}</h3>
      <ul>
        {uploads.slice(0, 4).map(({ id, createdAt, files }) => (
          <li key={id}>
            <Anchor component={Link} href={`/productions/new?upload=${id}`} size="sm">
              {t('unfinishedRow', { time: format.relativeTime(new Date(createdAt)), count: files.length })}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
