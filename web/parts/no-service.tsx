import type { ReactElement } from 'react';
import type { Words } from '../words/words.ts';
import button from './button.module.css';
import { Keep } from './keep-fresh.tsx';
import css from './notice.module.css';

/** The API is away: what that means, and what to do. Looks again by itself. */
export function NoService({ words }: { words: Words }): ReactElement {
  return (
    <main className={css.notice}>
      <Keep everyMs={3_000} />
      <h1>{words.wrong.title}</h1>
      <p>{words.wrong.apiGone}</p>
      <p className={css.code}>{words.codeIs('SERVER_GONE')}</p>
      <a className={button.main} href="/">
        {words.wrong.again}
      </a>
    </main>
  );
}
