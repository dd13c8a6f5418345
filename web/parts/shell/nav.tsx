'use client';
import { Tooltip } from '@mantine/core';
import { IconHistory, IconLayoutDashboard, IconMovie, IconSettings, IconVideo } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { NAV, NAV_END, type NavItem, placeOf } from '../../state/nav.ts';
import { Mark } from '../mark.tsx';
import { useSession } from '../session.tsx';
import { useDesk } from '../use-desk.ts';
import css from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

const ICONS = {
  home: IconLayoutDashboard,
  productions: IconMovie,
  films: IconVideo,
  audit: IconHistory,
  settings: IconSettings,
} as const;

/** The places of the studio and who one is. */
export function Nav({ onClose }: { onClose: () => void }): ReactElement {
  const { actor } = useSession();
  const counts = useDesk().data?.counts;
  const shown: Partial<Record<NavItem['key'], Count>> = counts
    ? {
        home: { count: counts.waiting + counts.failed + counts.returned, waits: true },
        productions: { count: counts.running, waits: false },
      }
    : {};
  const product = useTranslations('common')('product');
  const mine = (items: readonly NavItem[]) =>
    items.filter(({ roles }) => roles === 'everybody' || actor.roles.some((role) => roles.includes(role)));
  return (
    <>
      <Link className={css.brand} href="/" onClick={onClose} aria-label={product}>
        <Mark size={20} />
        <span className={css.railHidden}>{product}</span>
      </Link>
      <div className={css.places}>
        {mine(NAV).map((item) => (
          <Place key={item.key} item={item} count={shown[item.key]} />
        ))}
        <span className={css.gap} />
        {mine(NAV_END).map((item) => (
          <Place key={item.key} item={item} count={shown[item.key]} />
        ))}
      </div>
      <UserMenu />
    </>
  );
}

interface Count {
  readonly count: number;
  /** It is the reader who has to do something. */
  readonly waits: boolean;
}

function Place({ item, count }: { item: NavItem; count: Count | undefined }): ReactElement {
  const t = useTranslations('shell');
  const here = placeOf(usePathname()) === item.href;
  const Icon = ICONS[item.key];
  const label = count && count.count > 0 ? t('placeCount', { place: t(item.key), count: count.count }) : t(item.key);
  return (
    <Tooltip label={t(item.key)} position="right" openDelay={300} classNames={{ tooltip: css.railOnly ?? '' }}>
      <Link className={css.place} href={item.href} aria-current={here ? 'page' : undefined} aria-label={label}>
        <Icon size={18} stroke={1.6} aria-hidden />
        <span className={css.railHidden}>{t(item.key)}</span>
        {count && count.count > 0 && (
          <span className={css.count} data-waits={count.waits || undefined}>
            {count.count}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
