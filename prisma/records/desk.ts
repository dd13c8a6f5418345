import type { Actor } from '#domain/approval';
import { type Desk, type FilmLibrary, type FilmSummary, needs, RUNNING } from '#domain/desk';
import type { ProductionStatus } from '#domain/progress';
import type { Database } from './database.ts';
import { fromRow, type ProductionRecord } from './productions.ts';

const ROWS = 30;
const FILMS = 6;
const WAITING: readonly ProductionStatus[] = ['waiting-approval', 'waiting-final'];

type ReleaseRow = NonNullable<Awaited<ReturnType<Database['release']['findUnique']>>>;

const filmOf = (row: ReleaseRow): FilmSummary => ({
  productionId: row.productionId,
  revision: row.revision,
  title: row.title,
  series: row.series,
  language: row.language,
  seconds: row.seconds,
  releasedAt: row.releasedAt.toISOString(),
});

/** What the first page shows a person: the own work first, then what runs, then films. */
export async function readDesk(
  db: Database,
  actor: Actor,
): Promise<
  Omit<Desk, 'needs' | 'running'> & {
    needs: ProductionRecord[];
    running: ProductionRecord[];
  }
> {
  const departmentId = { in: [...actor.departments] };
  const of = (statuses: readonly ProductionStatus[], take: number) =>
    db.production.findMany({
      where: { departmentId, status: { in: [...statuses] } },
      orderBy: { updatedAt: 'desc' },
      take,
    });
  const [waiting, failed, returned, running, films, groups] = await Promise.all([
    of(WAITING, 200),
    of(['failed'], ROWS),
    of(['returned'], ROWS),
    of(RUNNING, ROWS),
    db.release.findMany({ where: { departmentId }, orderBy: { releasedAt: 'desc' }, take: FILMS }),
    db.production.groupBy({ by: ['status'], where: { departmentId }, _count: true }),
  ]);
  const mine = (row: { status: string; progress: unknown }) => {
    const waitsFor = (row.progress as { waitsFor?: never } | null)?.waitsFor ?? null;
    return needs(row.status as ProductionStatus, waitsFor, actor.roles);
  };
  const count = (status: ProductionStatus) => groups.find((group) => group.status === status)?._count ?? 0;
  const forMe = waiting.filter(mine);
  const mends = needs('failed', null, actor.roles);
  return {
    needs: [...forMe, ...failed.filter(mine), ...returned.filter(mine)].slice(0, ROWS).map(fromRow),
    counts: {
      waiting: forMe.length,
      failed: mends ? count('failed') : 0,
      returned: mends ? count('returned') : 0,
      running: RUNNING.reduce((sum, status) => sum + count(status), 0),
      all: groups.reduce((sum, group) => sum + group._count, 0),
    },
    running: running
      .filter((row) => !mine(row))
      .slice(0, 12)
      .map(fromRow),
    films: films.map(filmOf),
  };
}

/** Released films of these departments, newest first, of one series or all. */
export async function readFilms(db: Database, departments: readonly string[], series?: string): Promise<FilmLibrary> {
  const departmentId = { in: [...departments] };
  const [films, all] = await Promise.all([
    db.release.findMany({
      where: { departmentId, ...(series ? { series } : {}) },
      orderBy: { releasedAt: 'desc' },
      take: 200,
    }),
    db.release.findMany({
      where: { departmentId, series: { not: null } },
      distinct: ['series'],
      select: { series: true },
      orderBy: { series: 'asc' },
    }),
  ]);
  return { films: films.map(filmOf), series: all.flatMap((row) => row.series ?? []) };
}
