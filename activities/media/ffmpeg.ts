import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import ffmpeg from 'fluent-ffmpeg';
import { StudioError } from '#domain/errors';

/** One ffmpeg run as plain data: what the argv builders make and the tests compare. */
export interface FfmpegJob {
  readonly inputs: readonly { readonly source: string | 'stdin'; readonly options: readonly string[] }[];
  /** Everything between the last input and the output: filters, maps, codecs, metadata. */
  readonly options: readonly string[];
  /** A path, `-` for jobs whose result is what they print (`-f null`), or `'stdout'` for bytes that somebody reads. */
  readonly output: string;
}

/** What one run said on stderr. */
export interface FfmpegResult {
  readonly stderr: string;
}

/** Full path of a program by name or path. fluent-ffmpeg brings the process down when its program does not exist, so it is looked for first. */
function programPath(program: string): string {
  const folders = path.isAbsolute(program) ? [''] : (process.env.PATH ?? '').split(path.delimiter);
  for (const folder of folders) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  throw new StudioError('TOOL_MISSING', { tool: path.basename(program), how: 'apt-get install ffmpeg' });
}

/** @throws StudioError TOOL_MISSING */
const ffmpegPath = (): string => programPath(process.env.FFMPEG_PATH || 'ffmpeg');
/** @throws StudioError TOOL_MISSING */
const ffprobePath = (): string => programPath(process.env.FFPROBE_PATH || 'ffprobe');

const LAST_LINES = 12;

/** The last lines of a run, without paths: folder names are the user's and may say anything. */
function failureText(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('frame='));
  return lines
    .slice(-LAST_LINES)
    .join(' | ')
    .replace(/\/[^\s:'"|]+/g, '…')
    .slice(-400);
}

function studioError(cause: Error, stderr: string, signal: AbortSignal): StudioError {
  if (signal.aborted) return new StudioError('CANCELLED', {}, { cause });
  if (/No space left on device|File too large|File size limit/i.test(stderr + cause.message))
    return new StudioError('DISK_FULL', {}, { cause });
  return new StudioError('FFMPEG_FAILED', { detail: failureText(stderr) || cause.message.slice(0, 200) }, { cause });
}

/**
 * Runs ffmpeg to its end. The only place that starts it, through fluent-ffmpeg; an abort kills the process at once.
 * `stdin` feeds the input whose source is `'stdin'`, and `stdout` takes the output `'stdout'`, both with back-pressure.
 * @throws StudioError FFMPEG_FAILED, TOOL_MISSING, DISK_FULL or CANCELLED
 */
export function runFfmpeg(
  job: FfmpegJob,
  signal: AbortSignal,
  stdin?: Readable,
  stdout?: Writable,
): Promise<FfmpegResult> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new StudioError('CANCELLED'));
      return;
    }
    const command = ffmpeg({ stdoutLines: 0 }).setFfmpegPath(ffmpegPath());
    for (const input of job.inputs) {
      if (input.source === 'stdin' && !stdin) throw new TypeError('runFfmpeg: a job that reads stdin needs a stream');
      command.input(input.source === 'stdin' ? (stdin as Readable) : input.source);
      // One call per option: given an array, fluent-ffmpeg splits every entry that holds a single space.
      for (let i = 0; i < input.options.length; i += 2) {
        const pair = input.options.slice(i, i + 2);
        if (pair.length === 2) command.inputOptions(...(pair as [string, string]));
        else command.inputOptions(pair as string[]);
      }
    }
    const kill = () => {
      command.kill('SIGKILL');
    };
    const finish = () => signal.removeEventListener('abort', kill);
    command
      .outputOptions('-hide_banner', '-nostats', ...job.options)
      .output(job.output === 'stdout' && stdout ? stdout : job.output)
      .on('start', () => signal.aborted && kill())
      .on('end', (_stdout, stderr) => {
        finish();
        resolve({ stderr: stderr ?? '' });
      })
      .on('error', (error: Error, _stdout, stderr) => {
        finish();
        reject(studioError(error, stderr ?? '', signal));
      });
    signal.addEventListener('abort', kill, { once: true });
    command.run();
  });
}

/**
 * Runs ffprobe and returns what it printed.
 * @throws StudioError FFMPEG_FAILED, TOOL_MISSING or CANCELLED
 */
export function runFfprobe(args: readonly string[], signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      ffprobePath(),
      ['-v', 'error', ...args],
      { maxBuffer: 256 * 1024 * 1024, signal, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        if (error) reject(studioError(error, stderr, signal));
        else resolve(stdout);
      },
    );
  });
}

/** The first line of `ffmpeg -version`, e.g. `ffmpeg version 5.1.9-…`, without the copyright. */
export function ffmpegVersion(signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(ffmpegPath(), ['-version'], { signal }, (error, stdout) => {
      if (error) reject(studioError(error, '', signal));
      else resolve(/^ffmpeg version (\S+)/.exec(stdout)?.[1] ?? 'unknown');
    });
  });
}
