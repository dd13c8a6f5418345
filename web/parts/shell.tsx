import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import type { Actor } from '#domain/approval';
import type { Language, Words } from '../words/words.ts';
import button from './button.module.css';
import { Icon, Mark } from './icons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import css from './shell.module.css';

/** The frame of every page behind the sign-in: where one is, who one is, and the way out. */
export function Shell(props: {
  me: Actor;
  /** How many productions wait for a person, for the desk's line; null where the page does not know. */
  waiting: number | null;
  here: string;
  crumbs: ReactNode;
  language: Language;
  words: Words;
  children: ReactNode;
}): ReactElement {
  const { me, waiting, here, crumbs, language, words, children } = props;
  return (
    <div className={css.shell}>
      <a className="jump" href="#main">
        {words.jump}
      </a>
      <header className={css.side}>
        <Link className={css.brand} href="/">
          <Mark />
          {words.product}
        </Link>
        <nav className={css.nav} aria-label={words.product}>
          <Link className={css.place} href="/" aria-current={here === '/' ? 'page' : undefined}>
            <Icon name="desk" />
            {words.home}
            {waiting ? <span className={css.count}>{waiting}</span> : null}
          </Link>
        </nav>
        <div className={css.me}>
          <p className={css.who}>
            {me.displayName}
            <span className={css.role}>
              {me.roles.map((role) => words.roles[role]).join(' · ')}
              {me.demo ? ` · ${words.film.demoApproval}` : ''}
            </span>
          </p>
          <div className={css.ways}>
            <LanguageSwitch back={here} language={language} words={words} />
            <form method="post" action="/api/session/end">
              <button className={button.plain} type="submit">
                {words.signOut}
              </button>
            </form>
          </div>
        </div>
      </header>
      <div className={css.page}>
        <div className={css.top}>{crumbs}</div>
        <main id="main" className={css.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
