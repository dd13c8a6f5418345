'use client';
import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  type Icon,
  IconBadgeCc,
  IconDownload,
  IconFileText,
  IconFingerprint,
  IconListNumbers,
  IconMovie,
  IconPhoto,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionDetail } from '#domain/production';
import { asRefusal } from '../../client/refusal.ts';
import { signedAddress } from '../../client/signed.ts';
import { size } from '../../state/time.ts';
import card from '../card.module.css';
import css from './files.module.css';

const ICONS: readonly [RegExp, Icon][] = [
  [/\.mp4$/, IconMovie],
  [/\.jpg$/, IconPhoto],
  [/^chapters/, IconListNumbers],
  [/\.(srt|vtt)$/, IconBadgeCc],
  [/^(manifest|release)/, IconFingerprint],
];

/** What people want first. */
const ORDER = [
  'film.mp4',
  'teaser.mp4',
  'poster.jpg',
  'film.vtt',
  'film.srt',
  'transcript.html',
  'chapters.txt',
  'chapters.vtt',
  'description.vtt',
  'release.json',
  'manifest.json',
];
const rank = (name: string): number => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);

/** 产物: what there is to take away, with sizes. */
export function Files({ detail }: { detail: ProductionDetail }): ReactElement {
  const t = useTranslations('production');
  return (
    <section className={`${card.card} ${css.frame}`} aria-labelledby="files">
      <h2 id="files">{t('outputs.title')}</h2>
      {detail.outputs.length === 0 ? (
        <p className={card.meta}>{t('outputs.none')}</p>
      ) : (
        <ul>
          {detail.outputs
            .toSorted((a, b) => rank(a.name) - rank(b.name))
            .map((output) => (
              <File key={output.name} id={detail.id} output={output} />
            ))}
        </ul>
      )}
    </section>
  );
}

function File({ id, output }: { id: string; output: ProductionDetail['outputs'][number] }): ReactElement {
  const t = useTranslations('production');
  const locale = useLocale();
  const [, number = ''] = /^chapter-(\d+)\.jpg$/.exec(output.name) ?? [];
  const key = `files.${number ? 'chapter_jpg' : output.name.replace('.', '_')}`;
  const label = t.has(key) ? t(key, { number }) : output.name;
  const Sign = ICONS.find(([names]) => names.test(output.name))?.[1] ?? IconFileText;
  const download = useMutation({
    mutationFn: () => signedAddress(id, { name: output.name, download: true }),
    onSuccess: (address) => window.location.assign(address),
    onError: (error) => notifications.show({ color: 'bad', message: asRefusal(error).say(locale) }),
  });
  return (
    <li className={css.file}>
      <Sign size={16} stroke={1.6} aria-hidden />
      <span className={css.name}>{label}</span>
      <span className={css.size}>{size(output.bytes)}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('outputs.download', { name: label })}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        <IconDownload size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
