import Link from 'next/link';
import type { ReactElement } from 'react';
import type { Actor } from '#domain/approval';
import type { DeskItem } from '../server/desk.ts';
import { knotsOf, stageAfter } from '../state/knots.ts';
import { noteText } from '../state/note.ts';
import { mayDecide } from '../state/status.ts';
import { ago, lasting } from '../state/time.ts';
import { type Language, type Words, words } from '../words/words.ts';
import button from './button.module.css';
import css from './desk-row.module.css';
import { StatusBadge } from './status-badge.tsx';
import { RowThread } from './thread.tsx';

/** One open production on the desk: what it is, where it stands, what is next, and the way in. */
export function DeskRow(props: {
  item: DeskItem;
  me: Actor;
  /** The first of what waits carries the page's one filled button when it waits for this very person. */
  first: boolean;
  now: Date;
  language: Language;
}): ReactElement {
  const { item, me, first, now, language } = props;
  const all = words(language);
  const { production, progress, title } = item;
  const mine = production.status === 'waiting-approval' && mayDecide(me.roles);
  const name = title ?? (production.caseCode ? all.caseOf(production.caseCode) : all.untitled);
  const { line, below } = saying(item, all);
  return (
    <li className={css.row}>
      <span className={css.badge}>
        <StatusBadge status={production.status} stage={progress?.stage} words={all} />
      </span>
      <div className={css.what}>
        <Link className={css.title} href={`/productions/${production.id}`}>
          {name}
        </Link>
        <p className={css.id}>
          {production.id}
          {title && production.caseCode ? ` · ${production.caseCode}` : ''}
        </p>
      </div>
      <span className={css.thread}>
        <RowThread knots={knotsOf(progress)} words={all} />
      </span>
      <div className={css.state}>
        <p>{line}</p>
        <p className={css.below}>{below}</p>
      </div>
      <p className={css.time}>{progress ? ago(progress.at, now, all) : ''}</p>
      <Link className={mine && first ? button.main : button.button} href={`/productions/${production.id}`}>
        {way(production.status, mine, all)}
      </Link>
    </li>
  );
}

/** What it is doing or waiting for, and what comes of it. */
function saying({ production, progress }: DeskItem, all: Words): { line: string; below: string } {
  if (!progress) return { line: all.status.queued, below: all.page.queuedNow };
  const stage = all.stages[progress.stage];
  switch (production.status) {
    case 'waiting-approval':
      return { line: all.dependsOnPhysician, below: all.list.waiting };
    case 'returned':
      return { line: all.dependsOnEditor, below: all.list.returned };
    case 'failed':
      return { line: all.list.failed(stage), below: progress.error ? all.codeIs(progress.error.code) : '' };
    case 'queued':
      return { line: all.status.queued, below: all.page.queuedNow };
    default: {
      const note = noteText(progress.stage, progress.note, all);
      const next = stageAfter(progress.stage);
      const left = progress.estimateSeconds;
      return {
        line: [stage, all.percent(Math.floor(progress.stageFraction * 100)), note].filter(Boolean).join(' · '),
        below:
          left === null
            ? next
              ? all.next(all.stages[next])
              : all.lastStage
            : all.aboutThisStep(lasting(left, all, true)),
      };
    }
  }
}

function way(status: DeskItem['production']['status'], mine: boolean, all: Words): string {
  if (mine) return all.list.sign;
  if (status === 'failed') return all.list.why;
  return status === 'returned' ? all.list.edit : all.list.look;
}
