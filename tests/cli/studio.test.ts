import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('the studio command refuses what cannot work, before anything is started', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-cli-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const studio = (...args: string[]) => {
    const node = ['--import', 'tsx', path.join(ROOT, 'cli', 'studio.ts'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, node, {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CASELOOM_DATA: dataDir },
    });
    return { status, text: `${stdout}${stderr}`, stdout };
  };

  it.each([
    [['demo', '--lang', 'fr'], 'LANGUAGE_UNKNOWN', '不支持语言 fr', 'Language fr is not known'],
    [['demo', '--template', 'nope'], 'TEMPLATE_UNKNOWN', '没有模板 nope', 'no template nope'],
    [['demo', '--aspect', '4:3'], 'TEMPLATE_UNKNOWN', '没有模板 case-teaching/4:3', 'no template case-teaching/4:3'],
    [['demo', '--brand', 'nope'], 'BRAND_UNKNOWN', '没有品牌 nope', 'no brand nope'],
    [['demo', '--out', ROOT], 'OUTPUT_EXISTS', '输出位置已有文件', 'The output place already holds'],
  ])('%j: %s', (args, code, zh, en) => {
    const { status, text } = studio(...args);
    expect(status).toBe(3);
    for (const words of [code, zh, en]) expect(text).toContain(words);
  });

  it('says which port is in use, and as JSON for machines', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { stdout, status } = studio('--json', 'up', '--port', String(port));
    server.close();
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'PORT_IN_USE', details: { port }, en: expect.stringContaining(String(port)) },
    });
  });

  it('answers a command it does not know with usage and code 2', () => {
    expect(studio('dance').status).toBe(2);
    expect(studio('--help').text).toContain('produce');
  });

  it('left nothing behind', async () => {
    expect(await readdir(dataDir)).toEqual([]);
  });
}, 120_000);
