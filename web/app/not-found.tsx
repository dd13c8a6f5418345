import type { ReactElement } from 'react';
import button from '../parts/button.module.css';
import css from '../parts/notice.module.css';
import { readerLanguage } from '../server/session.ts';
import { words } from '../words/words.ts';

export default async function NotFound(): Promise<ReactElement> {
  const all = words(await readerLanguage());
  return (
    <main className={css.notice}>
      <h1>{all.wrong.notFoundTitle}</h1>
      <p>{all.wrong.notFound}</p>
      <a className={button.main} href="/">
        {all.wrong.toHome}
      </a>
    </main>
  );
}
