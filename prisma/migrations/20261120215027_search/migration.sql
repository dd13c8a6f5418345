-- Search by characters and pairs of characters: Chinese has no spaces between words, and this needs no extension and no locale of the server.
CREATE FUNCTION search_grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM (
    SELECT letter AS a, letter || lead(letter) OVER (ORDER BY place) AS b
    FROM regexp_split_to_table(lower(words COLLATE "C"), '') WITH ORDINALITY AS l(letter, place)
  ) AS pairs,
  LATERAL (VALUES (a), (b)) AS grams(gram)
  WHERE gram IS NOT NULL AND gram !~ '\s'
$$;

-- Everything that is said in a script, a sentence a line.
CREATE FUNCTION script_words(script jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
  SELECT coalesce(string_agg(sentence ->> 'text', chr(10)), '')
  FROM jsonb_path_query(script, '$.chapters[*].sentences[*]') AS sentence
$$;

-- CreateIndex
CREATE INDEX "Production_words_idx" ON "Production"
  USING gin (search_grams(coalesce("title", '') || ' ' || coalesce("caseCode", '') || ' ' || "id"));

-- CreateIndex
CREATE INDEX "ScriptVersion_words_idx" ON "ScriptVersion" USING gin (search_grams(script_words("script")));
