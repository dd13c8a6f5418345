import { z } from 'zod';
import { Manifest, QcReport, ReleaseRecord } from '#domain/release';
import { api } from './api.ts';

/** A text file of the newest film; null when there is none. */
async function fileOf(id: string, name: string): Promise<string | null> {
  const params = { path: { id, name } };
  const { data } = await api
    .GET('/api/productions/{id}/outputs/{name}', { params, parseAs: 'text' })
    .catch(() => ({ data: null }));
  return typeof data === 'string' ? data : null;
}

const parsed = <T>(text: string | null, parse: (value: unknown) => { data?: T | undefined }): T | null => {
  if (text === null) return null;
  try {
    return parse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

export interface Chapter {
  readonly seconds: number;
  readonly title: string;
}

/** `0:08 看片`, a line a chapter. */
export function chaptersOf(text: string | null): Chapter[] {
  return (text ?? '').split('\n').flatMap((line) => {
    const [, hours, minutes, seconds, title] = /^(?:(\d+):)?(\d+):(\d\d) (.+)$/.exec(line.trim()) ?? [];
    if (!title) return [];
    return [{ seconds: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds), title }];
  });
}

export interface FilmPapers {
  readonly chapters: readonly Chapter[];
  readonly manifest: Manifest | null;
  readonly release: ReleaseRecord | null;
  /** What the quality gate looked at. */
  readonly quality: QcReport | null;
}

const Report = z.object({ quality: QcReport });

/** What comes with a film: chapters, where it is from, what was looked at, who released it. */
export async function filmPapers(id: string): Promise<FilmPapers> {
  const [chapters, manifest, release, report] = await Promise.all([
    fileOf(id, 'chapters.txt'),
    fileOf(id, 'manifest.json'),
    fileOf(id, 'release.json'),
    fileOf(id, 'report.json'),
  ]);
  return {
    chapters: chaptersOf(chapters),
    manifest: parsed(manifest, (value) => Manifest.safeParse(value)),
    release: parsed(release, (value) => ReleaseRecord.safeParse(value)),
    quality: parsed(report, (value) => Report.safeParse(value))?.quality ?? null,
  };
}
