import { afterEach, describe, expect, it, vi } from 'vitest';
import { runDoctor } from '#cli/doctor';
import { scratchFolder } from './processes.ts';

const written: string[] = [];

async function doctor(json: boolean): Promise<{ code: number; text: string }> {
  written.length = 0;
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  try {
    return { code: await runDoctor({ json }), text: written.join('') };
  } finally {
    spy.mockRestore();
  }
}

afterEach(() => vi.unstubAllEnvs());

const PARTS = [
  'Node.js',
  'npm packages',
  'database client',
  'ffmpeg',
  'ffprobe',
  'espeak-ng',
  'voice cmn',
  'voice en',
  'Chromium',
  'Temporal',
  'PostgreSQL',
  'ONNX runtime',
  'CUDA provider',
  'font noto-sans-sc',
  'font noto-serif-sc',
  'font inter',
  'data folder',
  'cache folder',
  'memory',
];

describe('doctor', () => {
  it('lists every part with its version and origin, all there on a machine that is set up', async () => {
    const { code, text } = await doctor(true);
    const { ready, parts } = JSON.parse(text) as {
      ready: boolean;
      parts: { part: string; state: string; version: string | null }[];
    };
    expect(parts.map(({ part }) => part)).toEqual(PARTS);
    expect(parts.filter(({ state }) => state === 'missing')).toEqual([]);
    expect([ready, code]).toEqual([true, 0]);
    expect(parts.find(({ part }) => part === 'PostgreSQL')?.version).toMatch(/^18\./);
    expect(parts.find(({ part }) => part === 'Temporal')?.version).toMatch(/^server 1\./);
  });

  it('says in both languages what to do about what is missing, with exit code 2', async () => {
    const empty = await scratchFolder();
    vi.stubEnv('PATH', empty);
    vi.stubEnv('XDG_CACHE_HOME', empty);
    vi.stubEnv('CASELOOM_CHROMIUM', '');
    vi.stubEnv('TEMPORAL_ADDRESS', '');
    const { code, text } = await doctor(false);
    expect(code).toBe(2);
    expect(text).toContain('缺少 5 项。 5 missing.');
    expect(text).toMatch(/缺少 missing {2}espeak-ng/);
    expect(text).toContain('→ 请安装 espeak-ng，或运行 npm run setup。');
    expect(text).toContain('→ espeak-ng missing. Install espeak-ng and put it on the PATH – then run this again.');
  });

  it('does not show the password of a database that cannot be reached', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://u:planted-secret@127.0.0.1:1/x');
    const { code, text } = await doctor(false);
    expect(code).toBe(2);
    expect(text).toContain('Check DATABASE_URL');
    expect(text).not.toContain('planted-secret');
  });
});
