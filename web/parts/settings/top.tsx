import type { ReactElement, ReactNode } from 'react';
import css from './settings.module.css';

/** Heading of a settings page: what it is, a sentence, the one action. */
export function Top(props: { title: string; text?: string; children?: ReactNode }): ReactElement {
  return (
    <div className={css.top}>
      <div>
        <h2>{props.title}</h2>
        {props.text && <p>{props.text}</p>}
      </div>
      {props.children}
    </div>
  );
}
