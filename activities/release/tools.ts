import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ffmpegVersion } from '#activities/media/ffmpeg';
import { findBrowser } from '#activities/render/find-browser';

/** Read as a file: not every package exports its package.json. */
function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

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
