'use client';
import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { isWorkPage } from '../../state/nav.ts';
import { Bell } from './bell.tsx';
import { CrumbsProvider, HeaderCrumbs } from './crumbs.tsx';
import { HouseKeys } from './house-keys.tsx';
import { Nav } from './nav.tsx';
import { SearchBox } from './search-box.tsx';
import css from './shell.module.css';
import { SignedOutBar } from './signed-out-bar.tsx';

/** Navigation, header and content. The navigation is a rail on work pages and narrow windows, a drawer on phones. */
export function Shell({ children }: { children: ReactNode }): ReactElement {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const [open, { toggle, close }] = useDisclosure(false);
  const rail = isWorkPage(pathname);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is why the drawer closes
  useEffect(close, [pathname]);
  return (
    <CrumbsProvider>
      <AppShell
        layout="alt"
        header={{ height: 48 }}
        navbar={{ width: { base: 240, sm: 56, lg: rail ? 56 : 200 }, breakpoint: 'sm', collapsed: { mobile: !open } }}
        transitionDuration={0}
        data-rail={rail || undefined}
        className={css.shell}
      >
        <a className={css.jump} href="#main">
          {t('jump')}
        </a>
        <AppShell.Navbar aria-label={t('nav')} className={css.navbar}>
          <Nav onClose={close} />
        </AppShell.Navbar>
        <AppShell.Header className={css.header}>
          <Burger hiddenFrom="sm" size="sm" opened={open} onClick={toggle} aria-label={t('menu')} />
          <HeaderCrumbs />
          <SearchBox />
          <Bell />
        </AppShell.Header>
        <AppShell.Main id="main" tabIndex={-1} className={css.main}>
          <SignedOutBar />
          {children}
        </AppShell.Main>
        <HouseKeys />
      </AppShell>
    </CrumbsProvider>
  );
}
