import type { ReactElement } from 'react';
import css from './keys.module.css';

/** Keys to press, drawn as keys. */
export function Keys({ keys }: { keys: readonly string[] }): ReactElement {
  return (
    <span className={css.keys}>
      {keys.map((key) => (
        <kbd key={key} className={css.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
