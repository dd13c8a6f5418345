'use client';
import { Button, Kbd, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { factLabel, shortFact } from '#domain/chips';
import { LINT_LAW, type LintKind } from '#domain/lint';
import type { Language, Sentence } from '#domain/script';
import { useSession } from '../session.tsx';
import { useDesk } from './desk-context.ts';
import css from './remark-line.module.css';
import type { Remark } from './use-checks.ts';

interface Props {
  readonly remark: Remark;
  readonly sentence: Sentence;
  /** Enter in the sentence does the same as its button. */
  readonly byEnter: boolean;
  onMend(): void;
}

/** What is wrong, why, and the one thing to do; a warned wording may be kept with a reason. */
export function RemarkLine({ remark, sentence, byEnter, onMend }: Props): ReactElement {
  const t = useTranslations('script');
  const { id, mayEdit } = useDesk();
  const { issue, repair } = remark;
  const [keeping, setKeeping] = useState(false);
  const warned = issue.code === 'WORDING_NOTE';
  const finding = /^F\d+/.exec(issue.fact ?? '')?.[0];
  return (
    <div className={css.line} data-tone={warned ? 'warn' : 'bad'} role={warned ? 'note' : 'alert'}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <p className={css.text}>
        <Reason remark={remark} />
      </p>
      {mayEdit && repair && (
        <Button
          size="compact-sm"
          variant={byEnter && !warned ? 'filled' : 'default'}
          onClick={onMend}
          rightSection={byEnter ? <Kbd size="xs">Enter</Kbd> : undefined}
        >
          {repair.to ? t('mend', { words: repair.to }) : t('cut', { words: repair.from })}
        </Button>
      )}
      {finding && !warned && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          component={Link}
          href={`/productions/${id}/findings?f=${finding}`}
        >
          {t('look')}
        </Button>
      )}
      {mayEdit && warned && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={keeping}
          onClick={() => setKeeping(!keeping)}
        >
          {t('law.keep')}
        </Button>
      )}
      {keeping && <Keep remark={remark} sentence={sentence} onDone={() => setKeeping(false)} />}
    </div>
  );
}

function Reason({ remark: { issue } }: { remark: Remark }): ReactElement {
  const t = useTranslations('script');
  const locale = useLocale() as Language;
  const { analysis } = useDesk();
  const law =
    (issue.code === 'WORDING' || issue.code === 'WORDING_NOTE') && LINT_LAW[issue.expected as LintKind]?.[locale];
  if (law) {
    const key = issue.code === 'WORDING' ? 'law.refused' : 'law.warned';
    return <>{t.rich(key, { text: issue.text, reason: law.reason, law: law.law, b: (words) => <b>{words}</b> })}</>;
  }
  const value = issue.fact ? shortFact(analysis, issue.fact, locale) : '';
  if (issue.fact && value) {
    return (
      <>
        {t('differs', { what: factLabel(issue.fact, locale) })} <b>{value}</b>
      </>
    );
  }
  return <>{t(`issues.${issue.code}`, { text: issue.text, expected: issue.expected ?? '' })}</>;
}

/** A reason of at least a few words; it goes with the version to the physician, under one's name. */
function Keep(props: { remark: Remark; sentence: Sentence; onDone(): void }): ReactElement {
  const t = useTranslations('script.law');
  const { draft } = useDesk();
  const { actor } = useSession();
  const [note, setNote] = useState('');
  const { issue } = props.remark;
  const short = note.trim().length < 4;
  const keep = () => {
    const own = { sentenceId: props.sentence.id, kind: issue.expected!, text: issue.text, note: note.trim() };
    const kept = { ...own, by: actor.id, at: new Date().toISOString() };
    draft.change((script) => ({ ...script, kept: [...script.kept, kept] }));
    props.onDone();
  };
  return (
    <div className={css.keep}>
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={300}
        autosize
        minRows={2}
        data-autofocus
      />
      <Button size="compact-sm" disabled={short} onClick={keep}>
        {t('keepIt')}
      </Button>
    </div>
  );
}
