import { espeakEngine } from '#activities/speech/espeak';
import { speakSentence } from '#activities/speech/speak-sentence';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { VOICE_SAMPLES } from '#domain/choices';
import type { Language } from '#domain/script';
import type { SpeakerId } from '#domain/speech';

/** Speaks each voice's sample once; the store keeps the sound, since it is no patient's. */
export class VoiceSampler {
  readonly tier = espeakEngine.tier;
  readonly #spoken = new Map<string, Promise<ArtifactRef>>();

  constructor(private readonly store: BlobStore) {}

  /** @throws StudioError TOOL_MISSING, SPEECH_ENGINE, FFMPEG_FAILED */
  async sample(speaker: SpeakerId, language: Language): Promise<ArtifactRef> {
    const key = `${speaker}/${language}`;
    let spoken = this.#spoken.get(key);
    if (!spoken) {
      spoken = this.#speak(speaker, language);
      this.#spoken.set(key, spoken);
      // A failure is not kept: the engine may be there the next time.
      spoken.catch(() => this.#spoken.delete(key));
    }
    const audio = await spoken;
    if (await this.store.has(audio)) return audio;
    this.#spoken.delete(key);
    return this.sample(speaker, language);
  }

  async #speak(speaker: SpeakerId, language: Language): Promise<ArtifactRef> {
    const sentence = { id: 'sample', text: VOICE_SAMPLES[language], emphasis: [], pronunciations: [] };
    const step = { signal: AbortSignal.timeout(30_000), progress: () => {} };
    return (await speakSentence(sentence, { language, speaker }, this.store, step)).audio;
  }
}
