'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Desk } from '#domain/desk';
import type { ProductionSummary } from '#domain/production';
import { nextPage, personOf } from '../../state/next-page.ts';
import { ago } from '../../state/time.ts';
import card from '../card.module.css';
import { Keys } from '../keys.tsx';
import { LinkButton } from '../link-button.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { Thumb } from '../thumb.tsx';
import { useClock } from '../use-now.ts';
import { useRowKeys } from '../use-row-keys.ts';
import css from './home.module.css';

const COUNTS = [
  ['waiting', 'waitingCount'],
  ['failed', 'failedCount'],
  ['returned', 'returnedCount'],
] as const;

/** What stands still until I do something: others wait for me first. J and K move, Enter opens. */
export function Needs({ desk }: { desk: Desk }): ReactElement {
  const t = useTranslations('home');
  const list = useRowKeys<HTMLUListElement>();
  return (
    <section className={card.card} aria-labelledby="needs">
      <header className={card.head}>
        <h2 id="needs">{t('needs')}</h2>
        {COUNTS.map(([key, text]) =>
          desk.counts[key] > 0 ? (
            <span key={key} className={css.count} data-kind={key}>
              {t(text)} <b>{desk.counts[key]}</b>
            </span>
          ) : null,
        )}
        <span className={card.spread} />
        <span className={css.keys} aria-hidden>
          {t('moveUpDown')} <Keys keys={['J', 'K']} /> {t('openKey')} <Keys keys={['Enter']} />
        </span>
      </header>
      {desk.needs.length === 0 ? (
        <p className={css.nothing}>{t('none')}</p>
      ) : (
        <ul ref={list}>
          {desk.needs.map((row, index) => (
            <NeedRow key={row.id} row={row} first={index === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NeedRow({ row, first }: { row: ProductionSummary; first: boolean }): ReactElement {
  const t = useTranslations('home');
  const tc = useTranslations('common');
  const { now, timeZone } = useClock();
  const { status, progress } = row;
  const known =
    status === 'waiting-approval' || status === 'waiting-final' || status === 'failed' || status === 'returned';
  const reason = known
    ? t(`reasons.${status}`, {
        who: tc(`roles.${personOf(progress?.waitsFor) ?? 'publicity'}`),
        stage: tc(`stages.${progress?.stage ?? 'images'}`),
      })
    : '';
  return (
    <li className={css.need}>
      <Thumb id={row.id} />
      <span className={css.badge}>
        <StatusBadge status={status} />
      </span>
      <span className={css.what}>
        <span className={css.title}>{row.title ?? row.caseCode ?? tc('untitled')}</span>
        <span className={card.small}>{reason}</span>
      </span>
      <span className={css.when}>{ago(progress?.at ?? row.createdAt, now, timeZone, tc as never)}</span>
      <LinkButton
        className={css.act ?? ''}
        href={nextPage(row.id, status)}
        variant={first ? 'filled' : 'default'}
        data-row
      >
        {t(`actions.${known ? status : 'other'}`)}
      </LinkButton>
    </li>
  );
}
