'use client';
import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { FilmSummary } from '#domain/desk';
import { asRefusal } from '../../client/refusal.ts';
import { signedAddress } from '../../client/signed.ts';
import { ago, timecode } from '../../state/time.ts';
import card from '../card.module.css';
import { Thumb } from '../thumb.tsx';
import { useClock } from '../use-now.ts';
import css from './library.module.css';

/** A released film: poster, length, the way to watch it, the way to take it away. */
export function FilmTile({ film }: { film: FilmSummary }): ReactElement {
  const t = useTranslations('films');
  const tc = useTranslations('common');
  const locale = useLocale();
  const { now, timeZone } = useClock();
  const download = useMutation({
    mutationFn: () => signedAddress(film.productionId, { name: 'film.mp4', download: true }),
    onSuccess: (address) => window.location.assign(address),
    onError: (error) => notifications.show({ color: 'bad', message: asRefusal(error).say(locale) }),
  });
  const language = film.language === 'en' ? t('languages.en') : t('languages.zh-CN');
  return (
    <li className={`${card.card} ${css.film}`}>
      <Link href={`/productions/${film.productionId}/outputs`} className={css.link}>
        <Thumb id={film.productionId} size="card">
          <span className={css.length}>{timecode(film.seconds)}</span>
        </Thumb>
        <span className={css.title}>{film.title}</span>
      </Link>
      <span className={css.below}>
        <span className={card.small}>
          {[film.series, t('released', { when: ago(film.releasedAt, now, timeZone, tc as never) }), language]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`${t('download')}：${film.title}`}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          <IconDownload size={16} stroke={1.6} />
        </ActionIcon>
      </span>
    </li>
  );
}
