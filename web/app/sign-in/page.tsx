import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { errorText, isErrorCode } from '#domain/errors';
import { STAGES } from '#domain/progress';
import button from '../../parts/button.module.css';
import { Icon, Mark } from '../../parts/icons.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Thread } from '../../parts/thread.tsx';
import { ownPath } from '../../server/see-other.ts';
import { readerLanguage } from '../../server/session.ts';
import { knotsOf } from '../../state/knots.ts';
import { type Language, type Words, words } from '../../words/words.ts';
import css from './page.module.css';

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await readerLanguage()).signIn.button };
}

/** The door: a token of the studio's own accounts. */
export default async function SignIn({ searchParams }: Query): Promise<ReactElement> {
  const query = await searchParams;
  const language = await readerLanguage();
  const all = words(language);
  const next = ownPath(one(query.next));
  const said = complaint(one(query.refused), one(query.reason), all, language);
  return (
    <div className={css.page}>
      <Claim words={all} />
      <main className={css.door}>
        <div className={css.form}>
          <h1 className={css.title}>{all.signIn.title}</h1>
          {said && (
            <div className={css.refused} role="alert">
              <p>{said.text}</p>
              {said.code && <p className={css.code}>{all.codeIs(said.code)}</p>}
            </div>
          )}
          <form method="post" action="/api/session">
            <input type="hidden" name="next" value={next} />
            <label className={css.label} htmlFor="token">
              {all.signIn.token}
            </label>
            <input
              className={css.field}
              id="token"
              name="token"
              type="password"
              autoComplete="current-password"
              required
              aria-describedby="token-hint"
              aria-invalid={said?.code === 'UNAUTHENTICATED' ? true : undefined}
            />
            <p className={css.hint} id="token-hint">
              {all.signIn.hint}
            </p>
            <button className={button.main} type="submit">
              {all.signIn.button}
            </button>
          </form>
          <ul className={css.safe}>
            {all.signIn.safe.map((line) => (
              <li key={line}>
                <Icon name="lock" />
                {line}
              </li>
            ))}
          </ul>
          <div className={css.language}>
            <LanguageSwitch back={`/sign-in?next=${encodeURIComponent(next)}`} language={language} words={all} />
          </div>
        </div>
      </main>
    </div>
  );
}

function Claim({ words: all }: { words: Words }): ReactElement {
  const first = STAGES[0];
  return (
    <aside className={css.claim}>
      <p className={css.brand}>
        <Mark />
        {all.product}
      </p>
      <div>
        <p className={css.big}>
          {all.signIn.claim.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p className={css.support}>{all.signIn.support}</p>
      </div>
      <div className={css.thread} aria-hidden="true">
        <Thread
          knots={knotsOf({ status: 'done', stage: first, stageFraction: 1 })}
          times={{}}
          details={{}}
          words={all}
        />
      </div>
    </aside>
  );
}

/** Why one is (again) at the door. */
function complaint(
  refused: string | undefined,
  reason: string | undefined,
  all: Words,
  language: Language,
): { text: string; code: string | null } | null {
  if (refused === 'UNAUTHENTICATED') return { text: all.signIn.refused, code: refused };
  if (refused && isErrorCode(refused)) return { text: errorText(refused, { server: 'API' }, language), code: refused };
  return reason === 'ended' ? { text: all.signIn.ended, code: null } : null;
}
