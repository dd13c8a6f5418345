'use client';
import type { ReactElement } from 'react';
import button from '../parts/button.module.css';
import css from '../parts/notice.module.css';
import { words } from '../words/words.ts';

/** A page that could not be made. `digest` is the number under which the server's log has the reason. */
export default function Failed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}): ReactElement {
  const all = words(typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'zh-CN');
  return (
    <main className={css.notice}>
      <h1>{all.wrong.title}</h1>
      <p>{all.wrong.text}</p>
      {error.digest && <p className={css.code}>{all.codeIs(error.digest)}</p>}
      <button className={button.main} type="button" onClick={reset}>
        {all.wrong.again}
      </button>
    </main>
  );
}
