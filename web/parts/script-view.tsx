import type { ReactElement } from 'react';
import type { Sentence } from '#domain/script';
import type { ScriptVersion } from '../server/productions.ts';
import type { Words } from '../words/words.ts';
import card from './card.module.css';
import { Icon } from './icons.tsx';
import css from './script-view.module.css';

/** The narration by chapters. A sentence that states a finding carries its chip; words the findings must bear out are marked. `named` shows sentence ids, as the commands want them. */
export function ScriptView(props: {
  version: ScriptVersion | null;
  approved: boolean;
  named: boolean;
  words: Words;
}): ReactElement {
  const { version, approved, named, words } = props;
  const sentences = version?.script.chapters.flatMap((chapter) => chapter.sentences) ?? [];
  const author = version?.author.startsWith('template:') ? words.page.authorTemplate : (version?.author ?? '');
  return (
    <section className={card.card} id="script" aria-labelledby="script-title">
      <div className={card.head}>
        <h2 id="script-title">{words.page.script}</h2>
        {version && (
          <span className={card.meta}>
            {words.page.scriptVersion(version.version, sentences.length)} · {words.page.author(author)}
          </span>
        )}
        {approved && (
          <span className={`${css.approved} ${card.end}`}>
            <Icon name="check" size={14} />
            {words.page.approved}
          </span>
        )}
      </div>
      {!version && <p className={card.body}>{words.page.noScript}</p>}
      {version && (
        <div className={card.body} lang={version.script.language}>
          <p className={css.question}>{version.script.question}</p>
          {version.script.chapters.map((chapter) => (
            <section key={chapter.id} className={css.chapter}>
              <h3>{chapter.title}</h3>
              <ol>
                {chapter.sentences.map((sentence) => (
                  <li key={sentence.id} className={css.sentence}>
                    <span className={css.number} aria-hidden="true">
                      {sentences.indexOf(sentence) + 1}
                    </span>
                    <p>{marked(sentence)}</p>
                    <span className={css.chips}>
                      {named && <code className={css.id}>{sentence.id}</code>}
                      {sentence.findingIds.map((id) => (
                        <span key={id} className={css.chip}>
                          <span className="said">{words.page.finding('')}</span>
                          {id}
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </section>
  );
}

/** The sentence with the words of its claims marked, each once, in reading order. */
function marked({ text, claims }: Sentence): ReactElement[] {
  const parts: ReactElement[] = [];
  let at = 0;
  const places = claims
    .map((claim) => ({ from: text.indexOf(claim.text), length: claim.text.length, fact: claim.fact }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  for (const { from, length, fact } of places) {
    if (from < at) continue;
    parts.push(<span key={at}>{text.slice(at, from)}</span>);
    parts.push(
      <mark key={from} className={css.claim} title={fact}>
        {text.slice(from, from + length)}
      </mark>,
    );
    at = from + length;
  }
  return [...parts, <span key="rest">{text.slice(at)}</span>];
}
