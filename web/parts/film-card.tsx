import type { ReactElement } from 'react';
import type { Manifest } from '#domain/release';
import type { ProductionDetail } from '../server/productions.ts';
import { shortDigest } from '../state/digest.ts';
import { size } from '../state/time.ts';
import { type Language, type Words, words } from '../words/words.ts';
import card from './card.module.css';
import css from './film-card.module.css';
import { FilmPlayer } from './film-player.tsx';
import { Icon } from './icons.tsx';

/** The film, who stands for it, and that it is what it says: labels of made-up data are never left out. */
export function FilmCard(props: {
  detail: ProductionDetail;
  manifest: Manifest | null;
  chapters: ReadonlyArray<{ seconds: number; title: string }>;
  language: Language;
}): ReactElement {
  const { detail, manifest, chapters, language } = props;
  const all = words(language);
  const names = new Set(detail.outputs.map(({ name }) => name));
  return (
    <section aria-labelledby="film">
      <h2 className="said" id="film">
        {all.film.title}
      </h2>
      <FilmPlayer
        id={detail.id}
        revision={detail.revision}
        filmLanguage={detail.request.language}
        has={{
          poster: names.has('poster.jpg'),
          captions: names.has('film.vtt'),
          chapters: names.has('chapters.vtt'),
        }}
        chapters={chapters}
        language={language}
      />
      {manifest && (
        <p className={css.stands}>
          <Icon name="check" size={14} />
          {[
            all.film.approvedBy(manifest.approval.by.displayName, manifest.approval.scriptVersion),
            manifest.approval.by.demo ? all.film.demoApproval : null,
            `${all.sign.digest} ${shortDigest(manifest.approval.subject)}`,
            manifest.quality.passed ? all.film.quality(manifest.quality.checks) : null,
            ...(manifest.labels.length > 0 ? manifest.labels : []),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

type Outputs = ProductionDetail['outputs'];

/** The film first, what goes with it next; names we do not know last. */
function inOrder(outputs: Outputs, all: Words): Outputs {
  const order = Object.keys(all.film.names);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...outputs].sort((a, b) => place(a.name) - place(b.name));
}

/** Everything that came of it, to keep. */
export function Downloads({ detail, words: all }: { detail: ProductionDetail; words: Words }): ReactElement {
  return (
    <section className={card.card} aria-labelledby="files">
      <div className={card.head}>
        <h2 id="files">{all.film.downloads}</h2>
      </div>
      <ul className={css.files}>
        {inOrder(detail.outputs, all).map(({ name, bytes }) => (
          <li key={name}>
            <a
              href={`/api/productions/${detail.id}/outputs/${encodeURIComponent(name)}?download`}
              aria-label={all.film.download(all.film.names[name] ?? name)}
              download
            >
              <span className={css.name}>{all.film.names[name] ?? name}</span>
              <span className={card.meta}>{name}</span>
              <span className={css.size}>{size(bytes)}</span>
              <Icon name="download" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
