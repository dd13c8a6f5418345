import type { ReactElement } from 'react';
import { errorText } from '#domain/errors';
import { type Language, words } from '../words/words.ts';
import type { Refusal } from './post.ts';
import css from './refused.module.css';

/** A refusal beside the button that was pressed: result first, then the reason; the code for whoever looks it up. */
export function Refused({ refusal, language }: { refusal: Refusal; language: Language }): ReactElement {
  const all = words(language);
  return (
    <div className={css.refused} role="alert">
      <p>
        {all.sign.refused}
        {language === 'en' ? '. ' : '。'}
        {errorText(refusal.code, refusal.details, language)}
      </p>
      <p className={css.code}>{all.codeIs(refusal.code)}</p>
    </div>
  );
}
