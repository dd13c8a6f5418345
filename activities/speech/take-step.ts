import { codeVersion } from '#activities/store/code-version';
import type { Language, Sentence } from '#domain/script';
import type { SpeakerId } from '#domain/speech';

/** What of a sentence is heard. */
export type SpokenSentence = Pick<Sentence, 'id' | 'text' | 'emphasis' | 'pronunciations'>;

/**
 * The step that speaks one sentence: whoever asks for it, an editor who listens or the film that is made, is served by the same key and so by
 * the same take.
 */
export const takeStep = (sentence: SpokenSentence, language: Language, speaker: SpeakerId, engine: string) => {
  const { id, text, emphasis, pronunciations } = sentence;
  return {
    stage: 'speech' as const,
    version: codeVersion(
      'activities/speech',
      'activities/media',
      'domain/lexicon.ts',
      'domain/clauses.ts',
      'domain/pronunciation.ts',
    ),
    input: { text, emphasis, pronunciations, language, speaker, id, engine },
  };
};
