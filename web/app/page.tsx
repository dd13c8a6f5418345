import Link from 'next/link';
import type { ReactElement } from 'react';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import card from '../parts/card.module.css';
import { DeskRow } from '../parts/desk-row.tsx';
import { FilmTile } from '../parts/film-tile.tsx';
import { Keep } from '../parts/keep-fresh.tsx';
import { NoService } from '../parts/no-service.tsx';
import { Shell } from '../parts/shell.tsx';
import { type Desk, readDesk } from '../server/desk.ts';
import { signedIn } from '../server/gate.ts';
import { readerLanguage } from '../server/session.ts';
import { type Language, type Words, words } from '../words/words.ts';
import css from './page.module.css';

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The desk: what waits for a person, what runs, what has ended. */
export default async function Home({ searchParams }: Query): Promise<ReactElement> {
  const { before } = await searchParams;
  const from = typeof before === 'string' && !Number.isNaN(Date.parse(before)) ? before : null;
  const language = await readerLanguage();
  const all = words(language);
  const read = await signedIn('/', async (studio) => {
    const me = await studio.me();
    return { me, desk: await readDesk(studio, from) };
  }).catch((error: unknown) => {
    if (error instanceof StudioError && error.code === 'SERVER_GONE') return null;
    throw error;
  });
  if (!read) return <NoService words={all} />;
  const { me, desk } = read;
  return (
    <Shell me={me} waiting={desk.waits.length} here="/" crumbs={all.home} language={language} words={all}>
      <h1 className="said">{all.home}</h1>
      <DeskView me={me} desk={desk} before={from} language={language} words={all} />
    </Shell>
  );
}

function DeskView(props: {
  me: Actor;
  desk: Desk;
  before: string | null;
  language: Language;
  words: Words;
}): ReactElement {
  const { me, desk, before, language, words: all } = props;
  const { waits, running, ended } = desk;
  const now = new Date();
  if (waits.length + running.length + ended.length === 0 && !before) return <Empty words={all} />;
  return (
    <div className={css.desk}>
      {(running.length > 0 || waits.length > 0) && <Keep everyMs={running.length > 0 ? 4_000 : 15_000} />}
      <section className={card.card} aria-labelledby="waits">
        <div className={card.head}>
          <h2 id="waits">{all.list.waits}</h2>
          <Counts desk={desk} words={all} />
        </div>
        {waits.length === 0 && <p className={css.none}>{all.list.noneWaiting}</p>}
        <ol>
          {waits.map((item, index) => (
            <DeskRow key={item.production.id} item={item} me={me} first={index === 0} now={now} language={language} />
          ))}
        </ol>
      </section>
      {running.length > 0 && (
        <section className={card.card} aria-labelledby="running">
          <div className={card.head}>
            <h2 id="running">{all.list.running}</h2>
            <span className={card.meta}>{running.length}</span>
          </div>
          <ol>
            {running.map((item) => (
              <DeskRow key={item.production.id} item={item} me={me} first={false} now={now} language={language} />
            ))}
          </ol>
        </section>
      )}
      {(ended.length > 0 || before) && (
        <section className={card.card} aria-labelledby="ended">
          <div className={card.head}>
            <h2 id="ended">{all.list.finished}</h2>
            <span className={`${css.pages} ${card.end}`}>
              {before && <Link href="/">{all.list.newest}</Link>}
              {desk.older && <Link href={`/?before=${encodeURIComponent(desk.older)}`}>{all.list.older}</Link>}
            </span>
          </div>
          <ol className={css.films}>
            {ended.map((item) => (
              <FilmTile key={item.production.id} item={item} now={now} words={all} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Counts({ desk, words: all }: { desk: Desk; words: Words }): ReactElement {
  const tone = { 'waiting-approval': css.warn, returned: css.warn, failed: css.bad };
  return (
    <p className={css.counts}>
      {(['waiting-approval', 'failed', 'returned'] as const).map((status) => {
        const count = desk.waits.filter(({ production }) => production.status === status).length;
        return count === 0 ? null : (
          <span key={status}>
            {all.list.counts[status]} <b className={tone[status]}>{count}</b>
          </span>
        );
      })}
    </p>
  );
}

function Empty({ words: all }: { words: Words }): ReactElement {
  return (
    <section className={css.empty}>
      <h2>{all.list.emptyTitle}</h2>
      <p>{all.list.emptyText}</p>
      <p className={css.try}>
        {all.list.emptyTry}
        <code className={card.command}>npm run demo</code>
      </p>
    </section>
  );
}
