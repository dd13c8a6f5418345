import { clausesOf } from '#domain/clauses';
import type { Language, Script, Sentence } from '#domain/script';
import type { Take } from '#domain/speech';

/** A take as the speech stage would make it, at so many characters a second; `wobble` in 0..1 comes from a seeded stream. */
export function fakeTake(
  sentence: Sentence,
  language: Language,
  charactersPerSecond: number,
  wobble: () => number,
): Take {
  let at = 30;
  const clauses = clausesOf(sentence.text, language).map(({ text, pauseMs }) => {
    const startMs = at;
    const endMs = startMs + (([...text].length * 1000) / charactersPerSecond) * (0.6 + 0.8 * wobble());
    at = endMs + pauseMs;
    return { text, startMs, endMs };
  });
  return {
    sentenceId: sentence.id,
    audio: { digest: 'd'.repeat(64), mediaType: 'audio/wav', bytes: 44, role: 'take' },
    durationMs: at + 50,
    clauses,
    engine: { id: 'fake', version: '1', tier: 'recorded', voice: 'fake' },
  };
}

export const fakeTakes = (script: Script, charactersPerSecond: number, wobble: () => number): Take[] =>
  script.chapters.flatMap((chapter) =>
    chapter.sentences.map((sentence) => fakeTake(sentence, script.language, charactersPerSecond, wobble)),
  );
