import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { ffmpegVersion } from '#activities/media/ffmpeg';
import { findBrowser } from '#activities/render/browser';

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

function browserVersion(program: string | null): Promise<string> {
  if (!program) return Promise.resolve('fetched by remotion');
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: 10_000 }, (error, stdout) => {
      resolve(error ? 'unknown' : stdout.trim().slice(0, 120));
    });
  });
}

/** The programs that made the film, with their versions, for the manifest. */
export async function toolVersions(signal: AbortSignal): Promise<Record<string, string>> {
  return {
    node: process.versions.node,
    ffmpeg: await ffmpegVersion(signal),
    browser: await browserVersion(await findBrowser()),
    remotion: versionOf('remotion'),
    react: versionOf('react'),
    sharp: versionOf('sharp'),
  };
}
