import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache, type ReactElement, type ReactNode } from 'react';
import { StudioError } from '#domain/errors';
import { type ProductionStatus, STAGES, type Stage } from '#domain/progress';
import { AskFirst } from '../../../parts/ask-first.tsx';
import card from '../../../parts/card.module.css';
import { FailureCard } from '../../../parts/failure-card.tsx';
import { Downloads, FilmCard } from '../../../parts/film-card.tsx';
import { Live } from '../../../parts/live.tsx';
import { NoService } from '../../../parts/no-service.tsx';
import { ScriptView } from '../../../parts/script-view.tsx';
import { Shell } from '../../../parts/shell.tsx';
import { SignPanel, type ToSign } from '../../../parts/sign-panel.tsx';
import { StatusBadge } from '../../../parts/status-badge.tsx';
import { StepsView } from '../../../parts/steps-view.tsx';
import { signedIn } from '../../../server/gate.ts';
import { type ProductionView, readProduction } from '../../../server/production-view.ts';
import { readerLanguage } from '../../../server/session.ts';
import { hasEnded, mayDecide, mayMake } from '../../../state/status.ts';
import { stepsByStage } from '../../../state/steps.ts';
import { lasting } from '../../../state/time.ts';
import { type Language, type Words, words } from '../../../words/words.ts';
import css from './page.module.css';

type Place = { params: Promise<{ id: string }> };

/** Read once for the head and the body of one answer. Null while the API is away. */
const readView = cache((id: string): Promise<ProductionView | null> => {
  return signedIn(`/productions/${id}`, (studio) => readProduction(studio, id)).catch((error: unknown) => {
    if (!(error instanceof StudioError)) throw error;
    if (error.code === 'NOT_FOUND') notFound();
    if (error.code === 'SERVER_GONE') return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Place): Promise<Metadata> {
  const view = await readView((await params).id);
  return view ? { title: nameOf(view, words(await readerLanguage())) } : {};
}

/** One production: its thread, what it waits for or makes, the narration, the film. */
export default async function ProductionPage({ params }: Place): Promise<ReactElement> {
  const { id } = await params;
  const language = await readerLanguage();
  const all = words(language);
  const view = await readView(id);
  if (!view) return <NoService words={all} />;
  const { me, detail } = view;
  const crumbs = (
    <nav aria-label={all.productions}>
      <Link href="/">{all.home}</Link>
      <span className={css.step} aria-hidden="true">
        ›
      </span>
      <span aria-current="page">{detail.id}</span>
    </nav>
  );
  return (
    <Shell me={me} waiting={null} here={`/productions/${id}`} crumbs={crumbs} language={language} words={all}>
      <div className={css.page}>
        <Head view={view} language={language} />
        <Live
          id={detail.id}
          progress={detail.progress}
          times={timesOf(view, all)}
          details={detailsOf(view, all)}
          language={language}
        />
        <div className={css.columns}>
          <div className={css.column}>
            <Standing view={view} language={language} />
            <ScriptView
              version={view.script}
              approved={isApproved(view)}
              named={isChangedByCommand(view)}
              words={all}
            />
          </div>
          <div className={css.column}>
            {detail.status === 'waiting-approval' && view.script && (
              <SignPanel toSign={toSign(view, all)} language={language} />
            )}
            {detail.outputs.length > 0 && <Downloads detail={detail} words={all} />}
            <StepsView steps={detail.steps} words={all} />
          </div>
        </div>
      </div>
    </Shell>
  );
}

function Head({ view, language }: { view: ProductionView; language: Language }): ReactElement {
  const all = words(language);
  const { me, detail, script } = view;
  const { request, status } = detail;
  const make = mayMake(me.roles);
  return (
    <div className={css.head}>
      <div>
        <h1 className={css.title}>
          {nameOf(view, all)}
          <StatusBadge status={status} stage={detail.progress?.stage} words={all} />
        </h1>
        <p className={css.meta}>
          {[detail.id, detail.caseCode, request.template, request.brand, all.films[request.language]]
            .filter(Boolean)
            .map((part) => (
              <span key={part}>{part}</span>
            ))}
        </p>
      </div>
      {make && (
        <div className={css.ways}>
          {!hasEnded(status) && (
            <AskFirst
              path={`/api/productions/${detail.id}/cancel`}
              label={all.act.cancel}
              icon="ban"
              danger
              question={all.act.cancelAsk}
              yes={all.act.cancelYes}
              no={all.act.keep}
              language={language}
            />
          )}
          {(status === 'done' || status === 'cancelled') && detail.analysis && script && (
            <AskFirst
              path={`/api/productions/${detail.id}/rerender`}
              label={all.act.rerender}
              icon="again"
              danger={false}
              question={all.act.rerenderAsk}
              yes={all.act.rerenderYes}
              no={all.act.back}
              language={language}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** What the state asks of a person, or gives: one card, or nothing while the machine works. */
function Standing({ view, language }: { view: ProductionView; language: Language }): ReactNode {
  const all = words(language);
  const { detail, me, comment, script } = view;
  switch (detail.status) {
    case 'failed':
      return detail.progress ? (
        <FailureCard
          detail={detail}
          progress={detail.progress}
          canRetry={mayMake(me.roles) && script !== null}
          language={language}
        />
      ) : null;
    case 'done':
      return <FilmCard detail={detail} manifest={view.manifest} chapters={view.chapters} language={language} />;
    case 'waiting-approval':
      return <Word status="waiting-approval">{all.page.waitingNow}</Word>;
    case 'returned':
      return (
        <Word status="returned">
          {all.page.returnedNow}
          {comment && <q className={css.comment}>{comment}</q>}
          <code className={card.command}>{`npm run studio -- revise ${detail.id} …=…`}</code>
        </Word>
      );
    case 'cancelled':
      return <Word status="cancelled">{all.page.cancelledNow}</Word>;
    default:
      return null;
  }
}

function Word({ status, children }: { status: ProductionStatus; children: ReactNode }): ReactElement {
  return <div className={`${css.word} ${status === 'cancelled' ? '' : css.waits}`}>{children}</div>;
}

const nameOf = ({ script, detail }: ProductionView, all: Words): string =>
  script?.script.title ?? (detail.caseCode ? all.caseOf(detail.caseCode) : all.untitled);

/** Past the approval nothing goes on without one. */
function isApproved({ detail }: ProductionView): boolean {
  const stage = detail.progress?.stage;
  return stage !== undefined && STAGES.indexOf(stage) > STAGES.indexOf('approval');
}

/** Its state shows a command that names sentences. */
const isChangedByCommand = ({ detail }: ProductionView): boolean =>
  detail.status === 'returned' || detail.progress?.error?.code === 'SCRIPT_CONFLICT';

/** How long each stage took, above its knot. */
function timesOf({ detail }: ProductionView, all: Words): Partial<Record<Stage, string>> {
  return Object.fromEntries(
    stepsByStage(detail.steps).flatMap(({ stage, seconds }) =>
      seconds === null ? [] : [[stage, lasting(seconds, all)]],
    ),
  );
}

/** Who does each stage and how much of it there was, below its knot. */
function detailsOf({ detail, script }: ProductionView, all: Words): Partial<Record<Stage, string>> {
  const by = stepsByStage(detail.steps);
  const counted = by.flatMap(({ stage, steps }) => {
    const shown = steps.filter(({ label }) => label !== 'pictures');
    const reused = shown.filter(({ outcome }) => outcome === 'reused').length;
    if (shown.length === 0) return [];
    return [[stage, reused === shown.length ? all.page.outcome.reused : all.system] as const];
  });
  return {
    ...Object.fromEntries(counted),
    ...(script ? { script: `v${script.version}` } : {}),
    approval: all.physician,
  };
}

function toSign({ me, detail, script }: ProductionView, all: Words): ToSign {
  const version = script!;
  const { subject } = version;
  const sentences = version.script.chapters.flatMap((chapter) => chapter.sentences);
  const findings = [...new Set(sentences.flatMap((sentence) => sentence.findingIds))].sort();
  const voice = all.synthetic(all.speakers[subject.voice] ?? subject.voice);
  return {
    id: detail.id,
    version: version.version,
    digest: version.digest,
    covers: [
      [all.sign.script, all.sign.scriptValue(version.version, sentences.length)],
      [all.sign.findings, findings.length > 0 ? findings.join(all.comma) : all.sign.noFindings],
      [all.sign.template, subject.template],
      [all.sign.brand, subject.brand],
      [all.sign.voice, voice],
      [all.sign.labels, subject.labels.join(all.comma)],
    ],
    may: !mayDecide(me.roles) ? 'read' : me.id === version.author ? 'return-only' : 'decide',
  };
}
