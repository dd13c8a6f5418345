'use client';
import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Rating } from '#domain/rating/rating';
import { useDesk } from '../desk.tsx';
import css from './panel.module.css';

/** The classes of a finding by both rules, or why a rule does not apply; the comparisons behind each on demand. */
export function Ratings({ findingId }: { findingId: string }): ReactElement {
  const { view } = useDesk();
  const own = view.ratings.filter((rating) => rating.findingId === findingId);
  return (
    <div className={css.ratings}>
      {own.map((rating) => (
        <RatingRow key={rating.system} rating={rating} />
      ))}
    </div>
  );
}

const mark = ({ threshold, operator, unit }: Rating['trace'][number]): string => {
  const limit = Array.isArray(threshold) ? `[${threshold[0]}, ${threshold[1]})` : String(threshold);
  return `${operator === '>=' ? '≥' : operator === 'in' ? '∈' : operator} ${limit}${unit ? ` ${unit}` : ''}`;
};

function RatingRow({ rating }: { rating: Rating }): ReactElement {
  const t = useTranslations('findings');
  const [open, { toggle }] = useDisclosure(false);
  const { foreseen } = useDesk();
  const change = foreseen?.classes.find((item) => item.findingId === rating.findingId && item.system === rating.system);
  const name = (category: string | null) => (category === null ? t('rating.none') : category);
  const why = t.has(`rating.reasons.${rating.reason}`) ? t(`rating.reasons.${rating.reason}`) : rating.reason;
  return (
    <div>
      <UnstyledButton className={css.rating} aria-expanded={open} onClick={toggle}>
        <IconChevronRight size={14} data-open={open || undefined} aria-hidden />
        <span className={css.name}>{t(`rating.${rating.system}`)}</span>
        <span className={css.class}>
          {change ? (
            <>
              <ins>{name(change.after)}</ins> <del>{name(change.before)}</del>
            </>
          ) : rating.applicable ? (
            rating.category
          ) : (
            <span className={css.soft}>{why}</span>
          )}
        </span>
      </UnstyledButton>
      {open && (
        <ol className={css.trace}>
          {rating.trace.map((step) => (
            <li key={`${step.rule} ${step.criterion} ${String(step.threshold)}`} data-passed={step.passed || undefined}>
              <span aria-hidden>{step.passed ? '✓' : '·'}</span>
              {t.has(`rating.criteria.${step.criterion}`) ? t(`rating.criteria.${step.criterion}`) : step.criterion}{' '}
              {String(step.measured)} {mark(step)}
              <small>{step.rule}</small>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
