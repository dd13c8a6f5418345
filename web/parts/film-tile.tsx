import Link from 'next/link';
import type { ReactElement } from 'react';
import type { DeskItem } from '../server/desk.ts';
import { ago } from '../state/time.ts';
import type { Words } from '../words/words.ts';
import css from './film-tile.module.css';
import { Icon } from './icons.tsx';

/** An ended production by its poster. Pictures stand on dark in both themes. */
export function FilmTile({ item, now, words }: { item: DeskItem; now: Date; words: Words }): ReactElement {
  const { production, progress, title, hasPoster } = item;
  const name = title ?? (production.caseCode ? words.caseOf(production.caseCode) : words.untitled);
  return (
    <li className={css.tile}>
      <Link href={`/productions/${production.id}`}>
        <span className={css.poster}>
          {hasPoster ? (
            // biome-ignore lint/performance/noImgElement: a patient-derived picture is not to be kept by an image cache
            <img src={`/api/productions/${production.id}/outputs/poster.jpg`} alt="" loading="lazy" />
          ) : (
            <Icon name={production.status === 'cancelled' ? 'ban' : 'film'} size={20} />
          )}
        </span>
        <span className={css.name}>{name}</span>
      </Link>
      <p className={css.meta}>
        {words.status[production.status]}
        {progress ? ` · ${ago(progress.at, now, words)}` : ''}
      </p>
    </li>
  );
}
