import type { Language, Pronunciation } from '#domain/script';
import type { SpeakerId, Take } from '#domain/speech';

/** Mono PCM as whole numbers -32768..32767. */
export interface Sound {
  readonly sampleRate: number;
  readonly samples: Int16Array;
}

/** A clause as it stands in the sentence, already in words a doctor says; `stress` are stretches of `readable` to lean on, `readings` its words that a person says how to read. */
export interface ClauseOrder {
  readonly readable: string;
  readonly stress: readonly string[];
  readonly readings: readonly Pronunciation[];
  readonly language: Language;
  readonly speaker: SpeakerId;
}

/**
 * A voice. Everything that can speak stands behind this: formant synthesis here, a neural engine or recordings elsewhere.
 * The same order must give the same samples from the same version: takes are content-addressed by it.
 */
export interface SpeechEngine {
  readonly id: string;
  readonly tier: Take['engine']['tier'];
  /** Version of the program and of everything that changes its sound. @throws StudioError TOOL_MISSING */
  version(signal: AbortSignal): Promise<string>;
  /** The engine's own name for each speaker in a language. */
  voices(language: Language): Readonly<Record<SpeakerId, string>>;
  /** Gain in dB that brings a speaker to the house level before the compressor. */
  gainDb(language: Language, speaker: SpeakerId): number;
  /** Speaks one clause; leading and trailing silence are the caller's to trim. @throws StudioError SPEECH_ENGINE, TOOL_MISSING, CANCELLED */
  speakClause(order: ClauseOrder, signal: AbortSignal): Promise<Sound>;
}
