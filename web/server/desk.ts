import type { ProductionStatus, Progress } from '#domain/progress';
import { hasEnded, urgency, waitsForPerson } from '../state/status.ts';
import type { Production, StudioReader } from './productions.ts';

export interface DeskItem {
  readonly production: Production;
  readonly progress: Progress | null;
  /** The narration's title; null while none is written. */
  readonly title: string | null;
  readonly hasPoster: boolean;
}

export interface Desk {
  readonly waits: readonly DeskItem[];
  readonly running: readonly DeskItem[];
  readonly ended: readonly DeskItem[];
  /** Where the next page of ended productions begins, or null. */
  readonly older: string | null;
}

const ENDED_SHOWN = 12;
/** A hospital's open work; more pages than this are not looked through for it. */
const PAGES = 5;
const PAGE = 100;

/** What stands on the desk: everything open, and a page of what has ended before `before`. */
export async function readDesk(studio: StudioReader, before: string | null): Promise<Desk> {
  const recent = await readRecent(studio);
  const ended = (before ? await studio.list(before) : recent).filter(({ status }) => isOver(status));
  const shown = ended.slice(0, ENDED_SHOWN);
  const open = recent.filter(({ status }) => !isOver(status));
  const [openItems, endedItems] = await Promise.all([describe(studio, open), describe(studio, shown)]);
  return {
    waits: openItems
      .filter(({ production }) => waitsForPerson(production.status))
      .sort((a, b) => urgency(a.production.status) - urgency(b.production.status)),
    running: openItems.filter(({ production }) => !waitsForPerson(production.status)),
    ended: endedItems,
    older: ended.length > shown.length ? (shown.at(-1)?.createdAt ?? null) : null,
  };
}

/** Nothing will come of it and nobody is asked to do anything. */
const isOver = (status: ProductionStatus): boolean => hasEnded(status) && !waitsForPerson(status);

async function readRecent(studio: StudioReader): Promise<Production[]> {
  const all: Production[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const part = await studio.list(all.at(-1)?.createdAt ?? null);
    all.push(...part);
    if (part.length < PAGE) break;
  }
  return all;
}

const describe = (studio: StudioReader, productions: readonly Production[]): Promise<DeskItem[]> =>
  Promise.all(
    productions.map(async (production) => {
      const [detail, script] = await Promise.all([studio.read(production.id), studio.script(production.id)]);
      return {
        production: detail,
        progress: detail.progress,
        title: script?.script.title ?? null,
        hasPoster: detail.outputs.some(({ name }) => name === 'poster.jpg'),
      };
    }),
  );
