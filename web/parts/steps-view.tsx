import type { ReactElement } from 'react';
import { stepName } from '../state/note.ts';
import { type StageSteps, type StepView, stepsByStage } from '../state/steps.ts';
import { lasting } from '../state/time.ts';
import type { Words } from '../words/words.ts';
import card from './card.module.css';
import { Icon, type IconName } from './icons.tsx';
import css from './steps-view.module.css';

const OUTCOMES = ['failed', 'running', 'done', 'reused', 'cancelled'] as const;
type Outcome = (typeof OUTCOMES)[number];
const SIGN: Record<Outcome, IconName> = {
  done: 'check',
  reused: 'link',
  running: 'loader',
  failed: 'alert',
  cancelled: 'ban',
};
const isOutcome = (value: string): value is Outcome => (OUTCOMES as readonly string[]).includes(value);

/** What this revision made and what it found ready, stage by stage; each stage opens to its steps. */
export function StepsView({ steps, words }: { steps: readonly StepView[]; words: Words }): ReactElement {
  const stages = stepsByStage(steps);
  return (
    <section className={card.card} aria-labelledby="steps">
      <div className={card.head}>
        <h2 id="steps">{words.page.steps}</h2>
      </div>
      {stages.length === 0 && <p className={card.body}>{words.page.noSteps}</p>}
      {stages.map((stage) => (
        <Stage key={stage.stage} of={stage} words={words} />
      ))}
    </section>
  );
}

function Stage({ of, words }: { of: StageSteps; words: Words }): ReactElement {
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = of.steps.filter((step) => step.outcome === outcome).length;
    return count === 0 ? [] : [words.page.outcomeCount(words.page.outcome[outcome], count)];
  });
  return (
    <details className={css.stage} open={of.steps.some((step) => step.outcome === 'failed')}>
      <summary>
        <span className={css.name}>{words.stages[of.stage]}</span>
        <span className={css.counts}>{counts.join(' · ')}</span>
        <span className={css.time}>{of.seconds === null ? '' : lasting(of.seconds, words)}</span>
      </summary>
      <ul>
        {of.steps.map((step) => {
          const outcome = isOutcome(step.outcome) ? step.outcome : 'running';
          const seconds = step.endedAt ? (Date.parse(step.endedAt) - Date.parse(step.startedAt)) / 1000 : null;
          return (
            <li key={step.label} className={css[outcome]}>
              <Icon name={SIGN[outcome]} size={14} />
              <span>{stepName(of.stage, step.label, words)}</span>
              <span className={css.time}>
                {words.page.outcome[outcome]}
                {step.attempt > 1 ? ` · ${words.page.attempt(step.attempt)}` : ''}
                {outcome !== 'reused' && seconds !== null ? ` · ${lasting(seconds, words)}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
