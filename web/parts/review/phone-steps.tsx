'use client';
import { UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import css from './phone-steps.module.css';

const STEPS = ['watch', 'read', 'sign'] as const;
export type PhoneStep = (typeof STEPS)[number];

/** The thread on a phone: watch, read, approve. */
export function PhoneSteps({ step, onStep }: { step: PhoneStep; onStep(step: PhoneStep): void }): ReactElement {
  const t = useTranslations('review.phone');
  const at = STEPS.indexOf(step);
  return (
    <nav className={css.steps} aria-label={t('steps')}>
      {STEPS.map((each, index) => (
        <UnstyledButton
          key={each}
          className={css.step}
          aria-current={each === step ? 'step' : undefined}
          data-done={index < at || undefined}
          onClick={() => onStep(each)}
        >
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            {each === 'sign' ? (
              <path d="M10 2.5 17.5 10 10 17.5 2.5 10Z" />
            ) : (
              <circle cx="10" cy="10" r="6.5" fill={index < at ? 'currentColor' : 'none'} />
            )}
          </svg>
          {t(each)}
        </UnstyledButton>
      ))}
    </nav>
  );
}
