import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import css from './finding-chip.module.css';

/** `F1 长径 32.2 mm`: the source beside a number, one click from its slice. Without `href` it is only a mark. */
export function FindingChip(props: {
  finding: string;
  name?: string;
  /** Value and unit in one string with a half-width space. */
  value?: string;
  href?: string;
  tone?: 'plain' | 'conflict' | 'note';
}): ReactElement {
  const t = useTranslations('common');
  const text = (
    <>
      <b>{props.finding}</b>
      {props.name && <span>{props.name}</span>}
      {props.value && <span className={css.value}>{props.value}</span>}
    </>
  );
  const className = `${css.chip} ${css[props.tone ?? 'plain'] ?? ''}`;
  if (!props.href) return <span className={className}>{text}</span>;
  return (
    <Link className={className} href={props.href} title={t('source', { finding: props.finding })}>
      {text}
    </Link>
  );
}
