import { z } from 'zod';
import { espeakEngine } from '#activities/speech/espeak';
import { speakSentence } from '#activities/speech/speak-sentence';
import { takeStep } from '#activities/speech/take-step';
import type { BlobStore } from '#activities/store/blob-store';
import { stepKey } from '#activities/store/step-key';
import type { ListenBody } from '#domain/draft';
import { speakerOf } from '#domain/estimate-speech';
import type { Language, Sentence } from '#domain/script';
import { type SpeakerId, Take } from '#domain/speech';
import type { Database } from '#prisma/records/database';
import { findStepResults, keepStepResult } from '#prisma/records/steps';

const Spoken = z.object({ take: Take });
/** Sentences spoken at once: listening must not take the machine from the films. */
const AT_ONCE = 2;

/**
 * Speaks a sentence as the film will: the same engine, the same key, so that what was heard once is never made again, here or by the workflow.
 */
export class ListeningService {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
  ) {}

  /** @throws StudioError SPEECH_ENGINE, TOOL_MISSING, CANCELLED */
  async listen({ sentence, language, speaker }: ListenBody, signal: AbortSignal): Promise<Take> {
    const step = takeStep(sentence, language, speaker, await espeakEngine.version(signal));
    const key = stepKey(step);
    const known = (await this.#found([key])).get(key);
    if (known) return known;
    await this.#turn(signal);
    try {
      const take = await speakSentence(sentence, { language, speaker }, this.store, { signal, progress: () => {} });
      await keepStepResult(this.db, { key, stage: step.stage, version: step.version }, { take });
      return take;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** Takes that exist already, by sentence id: those of the film as it was made, and those somebody listened to. */
  async known(sentences: readonly Sentence[], language: Language, doctor: SpeakerId): Promise<Map<string, Take>> {
    const engine = await espeakEngine.version(new AbortController().signal).catch(() => null);
    if (engine === null) return new Map();
    const keys = new Map(
      sentences.map((item) => [item.id, stepKey(takeStep(item, language, speakerOf(item, doctor), engine))] as const),
    );
    const found = await this.#found([...keys.values()]);
    return new Map([...keys].flatMap(([id, key]) => (found.has(key) ? [[id, found.get(key)!] as const] : [])));
  }

  /** Kept takes whose sound is still in the store. */
  async #found(keys: readonly string[]): Promise<Map<string, Take>> {
    const rows = await findStepResults(this.db, keys);
    const takes = await Promise.all(
      [...rows].map(async ([key, output]) => {
        const spoken = Spoken.safeParse(output);
        return spoken.success && (await this.store.has(spoken.data.take.audio))
          ? ([key, spoken.data.take] as const)
          : null;
      }),
    );
    return new Map(takes.filter((item) => item !== null));
  }

  async #turn(signal: AbortSignal): Promise<void> {
    while (this.#running >= AT_ONCE) {
      signal.throwIfAborted();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
  }
}
