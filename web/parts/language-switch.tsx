import type { ReactElement } from 'react';
import type { Language, Words } from '../words/words.ts';
import button from './button.module.css';

/** One button to the other language; the choice is kept in this browser. */
export function LanguageSwitch(props: { back: string; language: Language; words: Words }): ReactElement {
  const other: Language = props.language === 'en' ? 'zh-CN' : 'en';
  return (
    <form method="post" action="/api/language">
      <input type="hidden" name="back" value={props.back} />
      <button className={button.plain} type="submit" name="language" value={other} lang={other}>
        {props.words.otherLanguage}
      </button>
    </form>
  );
}
