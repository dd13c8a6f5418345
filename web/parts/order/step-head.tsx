import type { ReactElement } from 'react';
import css from './order.module.css';

/** The head of a step: number, what it is, and a word beside it. */
export function StepHead(props: { number: number; id: string; title: string; hint: string }): ReactElement {
  return (
    <div className={css.stepHead}>
      <span className={css.stepNumber} aria-hidden>
        {props.number}
      </span>
      <h2 id={props.id}>{props.title}</h2>
      <span className={css.dim}>{props.hint}</span>
    </div>
  );
}
