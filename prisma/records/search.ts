import { SearchAnswer, type SentenceHit, searchWords } from '#domain/search';
import type { Database } from './database.ts';

const SHOWN = 8;
/** Newest scripts looked into; pairs of letters promise a match, the sentence itself has to keep it. */
const CANDIDATES = 100;

interface SentenceRow extends Omit<SentenceHit, 'findingIds'> {
  findingIds: string[] | null;
}

/** Productions and sentences of their newest scripts that hold every word, within these departments. */
export async function search(db: Database, departments: readonly string[], query: string): Promise<SearchAnswer> {
  const words = searchWords(query);
  if (words.length === 0 || departments.length === 0) return { productions: [], findings: [], sentences: [] };
  const [productions, sentences] = await Promise.all([
    findProductions(db, [...departments], words),
    findSentences(db, [...departments], words),
  ]);
  return SearchAnswer.parse({
    productions: productions.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    findings: sentences.filter((hit) => hit.findingIds.length > 0).slice(0, SHOWN),
    sentences: sentences.filter((hit) => hit.findingIds.length === 0).slice(0, SHOWN),
  });
}

interface ProductionRow {
  productionId: string;
  title: string | null;
  caseCode: string | null;
  status: string;
  createdAt: Date;
}

const findProductions = (db: Database, departments: string[], words: string[]): Promise<ProductionRow[]> =>
  db.$queryRaw`
    SELECT "id" AS "productionId", "title", "caseCode", "status", "createdAt"
    FROM "Production",
      LATERAL (SELECT lower(coalesce("title", '') || ' ' || coalesce("caseCode", '') || ' ' || "id") AS names) AS n
    WHERE search_grams(coalesce("title", '') || ' ' || coalesce("caseCode", '') || ' ' || "id") @> search_grams(${words.join(' ')})
      AND "departmentId" = ANY(${departments})
      AND NOT EXISTS (SELECT 1 FROM unnest(${words}::text[]) AS word WHERE position(word IN names) = 0)
    ORDER BY "createdAt" DESC
    LIMIT ${SHOWN}`;

async function findSentences(db: Database, departments: string[], words: string[]): Promise<SentenceHit[]> {
  const rows: SentenceRow[] = await db.$queryRaw`
    WITH candidates AS MATERIALIZED (
      SELECT p."id", p."title", p."caseCode", p."createdAt", v."version"
      FROM "ScriptVersion" v JOIN "Production" p ON p."id" = v."productionId"
      WHERE search_grams(script_words(v."script")) @> search_grams(${words.join(' ')})
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
    LIMIT 200`;
  return rows.map((row) => ({ ...row, findingIds: row.findingIds ?? [] }));
}
