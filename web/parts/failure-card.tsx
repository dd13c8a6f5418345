import type { ReactElement } from 'react';
import { errorText, isErrorCode } from '#domain/errors';
import type { Progress } from '#domain/progress';
import type { ProductionDetail } from '../server/productions.ts';
import { knotsOf } from '../state/knots.ts';
import { stepsByStage } from '../state/steps.ts';
import { type Language, type Words, words } from '../words/words.ts';
import card from './card.module.css';
import css from './failure-card.module.css';
import { Icon } from './icons.tsx';
import { RetryButton } from './retry-button.tsx';

/** Studio-style §9: what stopped, why in plain words, one next action, what is kept and what will not be made again. */
export function FailureCard(props: {
  detail: ProductionDetail;
  progress: Progress;
  canRetry: boolean;
  language: Language;
}): ReactElement {
  const { detail, progress, canRetry, language } = props;
  const all = words(language);
  const { code, details } = progress.error ?? { code: 'INTERNAL', details: { reference: '' } };
  const why = isErrorCode(code) ? errorText(code, details, language) : code;
  const attempts = Math.max(0, ...detail.steps.filter((step) => step.outcome === 'failed').map((step) => step.attempt));
  return (
    <section className={css.card} aria-labelledby="failure">
      <div className={css.why}>
        <Icon name="alert" size={20} />
        <div>
          <h2 id="failure">{all.failure.stopped(all.stages[progress.stage])}</h2>
          <p>{why}</p>
          <p className={css.code}>
            {all.codeIs(code)}
            {attempts > 1 ? ` · ${all.failure.retried(attempts)}` : ''}
          </p>
        </div>
      </div>
      <div className={css.next}>
        <h3>{all.failure.next}</h3>
        <Next detail={detail} code={code} canRetry={canRetry} language={language} />
      </div>
      <Kept detail={detail} progress={progress} words={all} />
    </section>
  );
}

function Next(props: { detail: ProductionDetail; code: string; canRetry: boolean; language: Language }): ReactElement {
  const { detail, code, canRetry, language } = props;
  const all = words(language);
  if (!detail.analysis)
    return (
      <p className={css.note}>
        {all.failure.orderAgain}
        <code className={card.command}>npm run studio -- produce --study … --out …</code>
      </p>
    );
  if (code === 'SCRIPT_CONFLICT')
    return (
      <p className={css.note}>
        {all.failure.editScript}
        <code className={card.command}>{`npm run studio -- rerender ${detail.id} --sentence …=…`}</code>
      </p>
    );
  return (
    <>
      {canRetry && <RetryButton id={detail.id} label={all.failure.retry} language={language} />}
      <p className={css.note}>{all.failure.retryCost}</p>
    </>
  );
}

function Kept(props: { detail: ProductionDetail; progress: Progress; words: Words }): ReactElement {
  const { detail, progress, words: all } = props;
  const kept = stepsByStage(detail.steps).reduce(
    (sum, { steps }) => sum + steps.filter(({ outcome }) => outcome === 'done' || outcome === 'reused').length,
    0,
  );
  const ready = knotsOf(progress).filter(({ state, person }) => state === 'done' && !person);
  return (
    <dl className={css.kept}>
      <div>
        <dt>{all.failure.kept}</dt>
        <dd>{kept > 0 ? all.failure.stepsKept(kept) : all.failure.nothingKept}</dd>
      </div>
      {ready.length > 0 && detail.analysis && (
        <div>
          <dt>{all.failure.notRedone}</dt>
          <dd>{ready.map(({ stage }) => all.stages[stage]).join(all.comma)}</dd>
        </div>
      )}
    </dl>
  );
}
