import { execFile } from 'node:child_process';
import { StudioError } from '#domain/errors';
import { LEXICON_VERSION } from '#domain/lexicon';
import type { Language } from '#domain/script';
import type { SpeakerId } from '#domain/speech';
import type { ClauseOrder, Sound, SpeechEngine } from './engine.ts';
import { espeakText } from './espeak-text.ts';
import { readWav } from './wav.ts';

interface Voice {
  /** espeak-ng voice and variant. */
  readonly voice: string;
  /** -s, espeak's words a minute; for Mandarin it is a plain rate. */
  readonly speed: number;
  /** -p, 0..99. */
  readonly pitch: number;
  readonly gainDb: number;
}

/**
 * Three people who cannot be taken for one another: pitch, pace and vocal tract (the variant) differ. Speeds were set by measuring the
 * demo's narration to 180-220 Chinese characters or 140-155 English words a minute, pauses within sentences counted.
 */
const VOICES: Readonly<Record<Language, Readonly<Record<SpeakerId, Voice>>>> = {
  'zh-CN': {
    male_doctor: { voice: 'cmn-latn-pinyin+m3', speed: 184, pitch: 50, gainDb: 2.3 },
    female_doctor: { voice: 'cmn-latn-pinyin+f2', speed: 186, pitch: 54, gainDb: 1.1 },
    narrator: { voice: 'cmn-latn-pinyin+m7', speed: 178, pitch: 86, gainDb: 0.3 },
  },
  en: {
    male_doctor: { voice: 'en-gb-x-rp+m3', speed: 160, pitch: 46, gainDb: 3.5 },
    female_doctor: { voice: 'en-gb-x-rp+f2', speed: 166, pitch: 50, gainDb: 2.2 },
    narrator: { voice: 'en-gb+m7', speed: 153, pitch: 82, gainDb: 2.4 },
  },
};

/* -a: at the default 100 espeak-ng's own peaks reach full scale and clip. */
const AMPLITUDE = '60';

export const espeakPath = (): string => process.env.ESPEAK_PATH || 'espeak-ng';

/** Bumped when voices, pauses or filters change. */
const SOUND_VERSION = '1';
let programVersion: Promise<string> | null = null;

/** espeak-ng: formant synthesis, offline, the same bytes every time. Plain, but every word comes from the approved script. */
export const espeakEngine: SpeechEngine = {
  id: 'espeak-ng',
  tier: 'formant',
  voices: (language) => ({
    male_doctor: nameOf(VOICES[language].male_doctor),
    female_doctor: nameOf(VOICES[language].female_doctor),
    narrator: nameOf(VOICES[language].narrator),
  }),
  gainDb: (language, speaker) => VOICES[language][speaker].gainDb,
  async version(signal) {
    programVersion ??= run(['--version'], '', signal).then(
      (out) => /text-to-speech: ([\w.+-]+)/.exec(out.toString('utf8'))?.[1] ?? 'unknown',
    );
    const program = await programVersion.catch((error: unknown) => {
      programVersion = null;
      throw error;
    });
    return `${program}+sound.${SOUND_VERSION}+lexicon.${LEXICON_VERSION}`;
  },
  async speakClause(order: ClauseOrder, signal: AbortSignal): Promise<Sound> {
    const { voice, speed, pitch } = VOICES[order.language][order.speaker];
    const text = espeakText(order.readable, order.stress, order.language, order.readings);
    const args = [
      '-m',
      '-b',
      '1',
      '-v',
      voice,
      '-s',
      String(speed),
      '-p',
      String(pitch),
      '-a',
      AMPLITUDE,
      '--stdin',
      '--stdout',
    ];
    return readWav(await run(args, text, signal));
  },
};

const nameOf = (voice: Voice): string => `${voice.voice},s${voice.speed},p${voice.pitch}`;

function run(args: readonly string[], input: string, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = {
      encoding: 'buffer' as const,
      maxBuffer: 64 * 1024 * 1024,
      signal,
      killSignal: 'SIGKILL' as const,
    };
    const child = execFile(espeakPath(), [...args], options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (signal.aborted) reject(new StudioError('CANCELLED', {}, { cause: error }));
      else if (error.code === 'ENOENT') {
        reject(
          new StudioError('TOOL_MISSING', { tool: 'espeak-ng', how: 'apt-get install espeak-ng' }, { cause: error }),
        );
      } else
        reject(new StudioError('SPEECH_ENGINE', { detail: stderr.toString('utf8').slice(0, 200) }, { cause: error }));
    });
    // A program that ends before it has read everything closes the pipe; its exit code already says so.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
