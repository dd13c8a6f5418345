'use client';
import { useRouter } from 'next/navigation';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Progress, type Stage } from '#domain/progress';
import { knotsOf, stageAfter } from '../state/knots.ts';
import { noteText } from '../state/note.ts';
import { hasEnded } from '../state/status.ts';
import { lasting } from '../state/time.ts';
import { type Language, words } from '../words/words.ts';
import card from './card.module.css';
import css from './live.module.css';
import thread from './thread.module.css';
import { Thread } from './thread.tsx';

const REFRESH_MS = 5_000;
const AGAIN_MS = 3_000;
/** A line that comes back at once is not worth a word. */
const PATIENCE_MS = 2_000;

interface Props {
  readonly id: string;
  /** What the page was made with; events after it are listened for. */
  readonly progress: Progress | null;
  readonly times: Partial<Record<Stage, string>>;
  readonly details: Partial<Record<Stage, string>>;
  readonly language: Language;
}

/** The thread and what is happening now, alive: events move it, and a change of stage has the rest of the page read again. */
export function Live(props: Props): ReactElement {
  const all = words(props.language);
  const { progress, lost, ended } = useProgress(props.id, props.progress);
  const knots = knotsOf(progress);
  const details = { ...props.details };
  if (progress?.status === 'running') details[progress.stage] = all.percent(Math.floor(progress.stageFraction * 100));
  return (
    <>
      {lost && (
        <p className={css.lost} role="status">
          {all.page.reconnecting}
        </p>
      )}
      <section className={`${card.card} ${thread.frame}`}>
        <Thread knots={knots} times={props.times} details={details} words={all} />
      </section>
      <p className="said" role="status" aria-live="polite">
        {ended ? all.page.ended(all.stages[ended]) : ''}
      </p>
      <Now progress={progress} language={props.language} />
    </>
  );
}

/** What runs now: stage, share, what it is at, and when it may be through. Nothing while a person decides or all is over. */
function Now({ progress, language }: { progress: Progress | null; language: Language }): ReactElement | null {
  const all = words(language);
  if (progress && progress.status !== 'running' && progress.status !== 'queued') return null;
  const running = progress?.status === 'running' ? progress : null;
  const next = running && stageAfter(running.stage);
  const note = running && noteText(running.stage, running.note, all);
  return (
    <section className={`${card.card} ${css.now}`} aria-labelledby="now">
      <h2 id="now">{running ? all.stages[running.stage] : all.status.queued}</h2>
      <p className={css.note}>{running ? note : all.page.queuedNow}</p>
      <p className={css.left}>
        {running && running.estimateSeconds !== null
          ? all.aboutThisStep(lasting(running.estimateSeconds, all, true))
          : ''}
      </p>
      {running && (
        <progress className={css.bar} max={1} value={running.stageFraction} aria-label={all.stages[running.stage]} />
      )}
      <p className={css.below}>
        {running && (next ? all.next(all.stages[next]) : all.lastStage)}
        <span>{all.page.runningNow}</span>
      </p>
    </section>
  );
}

function useProgress(id: string, initial: Progress | null) {
  const router = useRouter();
  const [heard, setHeard] = useState<Progress | null>(null);
  const [lost, setLost] = useState(false);
  const [ended, setEnded] = useState<Stage | null>(null);
  const known = useRef(initial);
  if (initial && initial.seq > (known.current?.seq ?? -1)) known.current = initial;
  const over = initial !== null && hasEnded(initial.status);

  useEffect(() => {
    if (over) return;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    let lastRefresh = Date.now();
    const refresh = () => {
      lastRefresh = Date.now();
      router.refresh();
    };
    const hear = (event: MessageEvent<string>) => {
      const parsed = Progress.safeParse(JSON.parse(event.data));
      if (!parsed.success) return;
      const before = known.current;
      const now = parsed.data;
      known.current = now;
      setHeard(now);
      if (before && before.stage !== now.stage) setEnded(before.stage);
      if (before?.status !== now.status || before.stage !== now.stage || Date.now() - lastRefresh > REFRESH_MS)
        refresh();
      if (hasEnded(now.status)) source?.close();
    };
    const open = () => {
      source = new EventSource(`/api/productions/${id}/events?after=${known.current?.seq ?? 0}`);
      source.addEventListener('progress', hear);
      source.onopen = () => {
        clearTimeout(patience);
        patience = undefined;
        setLost(false);
      };
      source.onerror = () => {
        patience ??= setTimeout(() => setLost(true), PATIENCE_MS);
        // Refused (the API is being started again, say): browsers do not try again by themselves then.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      clearTimeout(patience);
      source?.close();
    };
  }, [id, over, router]);

  const progress = heard && heard.seq > (initial?.seq ?? -1) ? heard : initial;
  return { progress, lost, ended };
}
