import { clausesOf } from './clauses.ts';
import { readAloud } from './lexicon.ts';
import type { Language, Sentence } from './script.ts';
import type { SpeakerId, SpokenClause, Take } from './speech.ts';

/** How long a clause sounds: a beginning and end of its own, and so much for each unit (zh-CN: a character; en: a letter) of its spoken words. */
interface Rate {
  readonly startMs: number;
  readonly unitMs: number;
}

/** Fitted by least squares to every clause of the demo's narration as the house's voices speak it. */
const RATES: Readonly<Record<Language, Readonly<Record<SpeakerId, Rate>>>> = {
  'zh-CN': {
    male_doctor: { startMs: 344, unitMs: 181.6 },
    female_doctor: { startMs: 403, unitMs: 175.5 },
    narrator: { startMs: 368, unitMs: 185.3 },
  },
  en: {
    male_doctor: { startMs: 3, unitMs: 70.5 },
    female_doctor: { startMs: 36, unitMs: 69.3 },
    narrator: { startMs: 11, unitMs: 74.7 },
  },
};
/** Stressed words are spoken at 88 % of the pace. */
const STRESS_SHARE = 1 / 0.88 - 1;
/** Silence at the ends of every take, ms. */
const EDGE = { leadMs: 30, tailMs: 50 };

/** Inside Chinese a Latin word such as Lung-RADS runs faster than as many characters. */
const LATIN_LETTER = 0.45;

function unitsOf(text: string, language: Language): number {
  const spoken = readAloud(text, language);
  if (language === 'en') return (spoken.match(/[a-z]/gi) ?? []).length;
  const latin = (spoken.match(/[a-z]{3,}/gi) ?? []).join('').length;
  return [...spoken.replace(/[^\p{L}\p{N}]/gu, '')].length - latin * (1 - LATIN_LETTER);
}

/** Who speaks a sentence: the narrator, or the doctor whom the production asked for. */
export const speakerOf = (sentence: Pick<Sentence, 'speaker'>, doctor: SpeakerId): SpeakerId =>
  sentence.speaker === 'narrator' ? 'narrator' : doctor;

/**
 * A take as it is likely to be, from measured rates: for preview and for the seconds beside a sentence until it is really spoken. Its audio
 * names nothing in the store (`role` is `estimate`).
 */
export function estimateTake(
  sentence: Pick<Sentence, 'id' | 'text' | 'emphasis'>,
  language: Language,
  speaker: SpeakerId,
): Take {
  const { startMs, unitMs } = RATES[language][speaker];
  const clauses: SpokenClause[] = [];
  let at = EDGE.leadMs;
  for (const { text, pauseMs } of clausesOf(sentence.text, language)) {
    const stressed = sentence.emphasis.filter((words) => text.includes(words)).map((words) => unitsOf(words, language));
    const units = unitsOf(text, language) + STRESS_SHARE * stressed.reduce((sum, count) => sum + count, 0);
    const end = Math.round(at + startMs + unitMs * Math.max(1, units));
    clauses.push({ text, startMs: at, endMs: end });
    at = end + pauseMs;
  }
  return {
    sentenceId: sentence.id,
    audio: { digest: '0'.repeat(64), mediaType: 'audio/wav', bytes: 0, role: 'estimate' },
    durationMs: clauses.at(-1)!.endMs + EDGE.tailMs,
    clauses,
    engine: { id: 'estimate', version: '1', tier: 'formant', voice: speaker },
  };
}

/** True for a take that nobody has spoken yet. */
export const isEstimate = (take: Take): boolean => take.audio.role === 'estimate';
