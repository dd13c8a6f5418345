'use client';
import { Breadcrumbs } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useState } from 'react';
import { placeOf } from '../../state/nav.ts';
import css from './shell.module.css';

export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

const Crumbs = createContext<{ last: readonly Crumb[]; say: (last: readonly Crumb[]) => void }>({
  last: [],
  say: () => {},
});

export function CrumbsProvider({ children }: { children: ReactNode }): ReactElement {
  const [last, say] = useState<readonly Crumb[]>([]);
  return <Crumbs.Provider value={{ last, say }}>{children}</Crumbs.Provider>;
}

/** Names what stands after the place in the header's breadcrumbs while this page is shown. */
export function Crumbed({ crumbs }: { crumbs: readonly Crumb[] }): null {
  const { say } = useContext(Crumbs);
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    say(JSON.parse(key) as Crumb[]);
    return () => say([]);
  }, [key, say]);
  return null;
}

const PLACES: Record<string, string> = {
  '/': 'home',
  '/productions': 'productions',
  '/films': 'films',
  '/audit': 'audit',
  '/settings': 'settings',
};
const OTHERS: readonly [string, string][] = [
  ['/search', 'searchPage'],
  ['/notices', 'notices'],
];

export function HeaderCrumbs(): ReactElement {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const { last } = useContext(Crumbs);
  const place = placeOf(pathname);
  const name = PLACES[place] ?? OTHERS.find(([start]) => pathname.startsWith(start))?.[1];
  const all: Crumb[] = [...(name ? [{ text: t(name as 'home'), href: place || pathname }] : []), ...last];
  return (
    <Breadcrumbs className={css.crumbs} separator={<IconChevronRight size={14} stroke={1.6} />} separatorMargin={6}>
      {all.map(({ text, href }, index) =>
        href && index < all.length - 1 ? (
          <Link key={text} href={href} className={css.crumb}>
            {text}
          </Link>
        ) : (
          <span key={text} className={css.crumbHere}>
            {text}
          </span>
        ),
      )}
    </Breadcrumbs>
  );
}
