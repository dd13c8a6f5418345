'use client';
import { useTranslations } from 'next-intl';
import type { DecisionShown, Person, ProductionDetail } from '#domain/production';
import type { Progress, Stage } from '#domain/progress';
import { STAGES } from '#domain/stages';
import { isPersonStage } from '../../state/knots.ts';
import { stepsByStage } from '../../state/steps.ts';
import { clockOf, lasting, remaining } from '../../state/time.ts';
import type { KnotNote } from '../thread.tsx';
import { useClock } from '../use-now.ts';

type Notes = Partial<Record<Stage, KnotNote>>;

/** The decision at a gate that still counts. */
export const standingDecision = (detail: ProductionDetail, gate: 'script' | 'film'): DecisionShown | null =>
  detail.decisions.findLast((one) => one.gate === gate && one.voidedAt === null && one.decision === 'approve') ?? null;

/** What stands with every knot: when it began, who did it, how long it took or may take. */
export function useKnotNotes(detail: ProductionDetail, progress: Progress | null): Notes {
  const t = useTranslations('production');
  const tc = useTranslations('common');
  const { now, timeZone } = useClock();
  const say = (seconds: number, rounded = false) => lasting(seconds, tc as never, rounded);
  const at = progress ? STAGES.indexOf(progress.stage) : 0;
  const notes: Notes = {};
  for (const stage of STAGES.slice(at + 1))
    notes[stage] = isPersonStage(stage)
      ? { who: tc(`roles.${stage === 'final' ? detail.filmGate : 'physician'}`), how: t('person') }
      : { who: t('auto') };
  for (const { stage, startedAt, seconds } of stepsByStage(detail.steps))
    if (STAGES.indexOf(stage) <= at)
      notes[stage] = {
        time: clockOf(startedAt, timeZone),
        who: t('system'),
        ...(seconds === null ? {} : { how: say(seconds) }),
      };
  const { script } = detail;
  if (script && notes.script) notes.script = { ...notes.script, who: writerOf(script.author) ?? t('template') };
  for (const [stage, gate] of [
    ['approval', 'script'],
    ['final', 'film'],
  ] as const) {
    const decision = standingDecision(detail, gate);
    if (!decision || STAGES.indexOf(stage) > at || (progress?.stage === stage && progress.status !== 'done')) continue;
    notes[stage] = { time: clockOf(decision.at, timeZone), who: decision.by.displayName };
    if (stage === 'final') notes.release = { time: clockOf(decision.at, timeZone), who: decision.by.displayName };
  }
  if (progress && progress.status !== 'done') notes[progress.stage] = { ...notes[progress.stage], ...here(progress) };
  return notes;

  function here({ status, stage, stageFraction, estimateSeconds, at: since, waitsFor }: Progress): KnotNote {
    const begun = notes[stage]?.time ?? clockOf(since, timeZone);
    if (status === 'failed') return { time: t('broke', { clock: clockOf(since, timeZone) }), how: '' };
    const left = remaining(estimateSeconds, tc as never);
    if (status === 'running')
      return {
        time: t('from', { clock: begun }),
        who: `${Math.floor(stageFraction * 100)}%`,
        how: left ? tc('time.about', { time: left }) : '',
      };
    if (!status.startsWith('waiting') && status !== 'returned') return {};
    const waited = Math.max(60, (now.getTime() - Date.parse(since)) / 1000);
    return {
      time: t('from', { clock: clockOf(since, timeZone) }),
      ...(waitsFor === 'system' || waitsFor === 'nobody' ? {} : { who: tc(`roles.${waitsFor}`) }),
      how: t('waiting', { time: say(waited, true) }),
    };
  }
}

/** A person's name; null for the template that wrote a draft. */
export const writerOf = (author: Person): string | null =>
  author.id.startsWith('template:') ? null : author.displayName;
