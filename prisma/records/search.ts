import { SearchAnswer, type SentenceHit, searchWords } from '#domain/search';
import { Prisma } from '../generated/client.ts';
import type { Database } from './database.ts';

const SHOWN = 8;
/** Newest productions looked through word by word: what is common is found among them, and only what is rare needs the index. */
const NEWEST = 100;
/** Scripts looked into by the index; pairs of letters promise a match, the sentence itself has to keep it. */
const CANDIDATES = 100;

interface SentenceRow extends Omit<SentenceHit, 'findingIds'> {
  findingIds: string[] | null;
}

/** Productions and sentences of their newest scripts that hold every word, within these departments. */
export async function search(db: Database, departments: readonly string[], query: string): Promise<SearchAnswer> {
  const words = searchWords(query);
  if (words.length === 0 || departments.length === 0) return { productions: [], findings: [], sentences: [] };
  const [productions, sentences] = await Promise.all([
    newestFirst(findProductions, db, [...departments], words, (hits) => hits.length >= SHOWN),
    newestFirst(findSentences, db, [...departments], words, (hits) =>
      shownOf(hits).every((one) => one.length === SHOWN),
    ),
  ]);
  const [findings, others] = shownOf(sentences);
  return SearchAnswer.parse({
    productions: productions.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    findings,
    sentences: others,
  });
}

type Find<Hit> = (db: Database, departments: string[], words: string[], among: 'newest' | 'all') => Promise<Hit[]>;

async function newestFirst<Hit>(
  find: Find<Hit>,
  db: Database,
  departments: string[],
  words: string[],
  enough: (hits: Hit[]) => boolean,
): Promise<Hit[]> {
  const hits = await find(db, departments, words, 'newest');
  return enough(hits) ? hits : find(db, departments, words, 'all');
}

/** What is said of findings, and what else is said; a few of each, and of one production no more than two. */
function shownOf(hits: readonly SentenceHit[]): [SentenceHit[], SentenceHit[]] {
  const few = (some: SentenceHit[]) => {
    const seen = new Map<string, number>();
    return some
      .filter(({ productionId }) => {
        const count = (seen.get(productionId) ?? 0) + 1;
        seen.set(productionId, count);
        return count <= 2;
      })
      .slice(0, SHOWN);
  };
  return [few(hits.filter((hit) => hit.findingIds.length > 0)), few(hits.filter((hit) => hit.findingIds.length === 0))];
}

interface ProductionRow {
  productionId: string;
  title: string | null;
  caseCode: string | null;
  status: string;
  createdAt: Date;
}

/** Bounds a search to the newest productions, or by the index of pairs of letters. */
const newest = (departments: string[]) =>
  Prisma.sql`IN (SELECT "id" FROM "Production" WHERE "departmentId" = ANY(${departments}) ORDER BY "createdAt" DESC LIMIT ${NEWEST})`;
const NAMES = Prisma.sql`coalesce("title", '') || ' ' || coalesce("caseCode", '') || ' ' || "id"`;

const findProductions: Find<ProductionRow> = (db, departments, words, among) =>
  db.$queryRaw`
    SELECT "id" AS "productionId", "title", "caseCode", "status", "createdAt"
    FROM "Production", LATERAL (SELECT lower(${NAMES}) AS names) AS n
    WHERE ${among === 'newest' ? Prisma.sql`"id" ${newest(departments)}` : Prisma.sql`search_grams(${NAMES}) @> search_grams(${words.join(' ')})`}
      AND "departmentId" = ANY(${departments})
      AND NOT EXISTS (SELECT 1 FROM unnest(${words}::text[]) AS word WHERE position(word IN names) = 0)
    ORDER BY "createdAt" DESC
    LIMIT ${SHOWN}`;

const findSentences: Find<SentenceHit> = async (db, departments, words, among) => {
  const bound =
    among === 'newest'
      ? Prisma.sql`p."id" ${newest(departments)}`
      : Prisma.sql`search_grams(script_words(v."script")) @> search_grams(${words.join(' ')})`;
  const rows: SentenceRow[] = await db.$queryRaw`
    WITH candidates AS MATERIALIZED (
      SELECT p."id", p."title", p."caseCode", p."createdAt", v."version"
      FROM "ScriptVersion" v JOIN "Production" p ON p."id" = v."productionId"
      WHERE ${bound}
        AND p."departmentId" = ANY(${departments})
        AND v."version" = (SELECT max(n."version") FROM "ScriptVersion" n WHERE n."productionId" = v."productionId")
      ORDER BY p."createdAt" DESC
      LIMIT ${CANDIDATES}
    )
    SELECT c."id" AS "productionId", c."title", c."caseCode", c."version",
      sentence ->> 'id' AS "sentenceId", sentence ->> 'text' AS "text",
      ARRAY(SELECT jsonb_array_elements_text(sentence -> 'findingIds')) AS "findingIds"
    FROM candidates c
      JOIN "ScriptVersion" v ON v."productionId" = c."id" AND v."version" = c."version",
      LATERAL jsonb_path_query(v."script", '$.chapters[*].sentences[*]') AS sentence
    WHERE NOT EXISTS (SELECT 1 FROM unnest(${words}::text[]) AS word WHERE position(word IN lower(sentence ->> 'text')) = 0)
    ORDER BY c."createdAt" DESC
    LIMIT 400`;
  return rows.map((row) => ({ ...row, findingIds: row.findingIds ?? [] }));
};
