import { execFile } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './processes.ts';

const root = path.join(import.meta.dirname, '..', '..');
const ROOMS = ['domain', 'workflows', 'activities', 'remotion', 'prisma', 'api', 'web', 'cli', 'samples'];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** What the import law finds below a folder. */
function violations(folder: string, rooms: readonly string[]): Promise<Violation[]> {
  const program = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout) => {
      // The program ends with an error when it finds something; only without a document has it failed.
      if (!stdout) reject(error ?? new Error('dependency-cruiser said nothing'));
      else resolve((JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations);
    });
  });
}

/** A small house of the same shape, whose files import what the test wants. */
async function house(files: Record<string, string>): Promise<string> {
  const folder = await scratchFolder();
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const name of ['package.json', '.dependency-cruiser.cjs'])
    await copyFile(path.join(root, name), path.join(folder, name));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

describe('import law', () => {
  it('holds in this house', async () => {
    const found = await violations(root, ROOMS);
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  const FORBIDDEN = [
    ['domain knows no system', 'domain/system.ts', "import 'node:fs';", 'domain-no-node'],
    ['domain knows no framework', 'domain/framework.ts', "import 'react';", 'domain-packages'],
    ['domain knows no other room', 'domain/room.ts', "import '#activities/b';", 'domain-rooms'],
    ['workflows know activities by type', 'workflows/a.ts', "import { x } from '#activities/b'; x;", 'workflows-rooms'],
    ['workflows know no system', 'workflows/system.ts', "import 'node:crypto';", 'workflows-no-node'],
    ['the film knows no system', 'remotion/system.ts', "import 'node:path';", 'remotion-no-node'],
    ['activities do not import the film', 'activities/film.ts', "import '../remotion/b.ts';", 'activities-rooms'],
    ['activities do not import the API', 'activities/api.ts', "import '#api/b';", 'roots-are-nobodys-library'],
    ['the API does not run activities', 'api/activity.ts', "import '#activities/b';", 'api-rooms'],
    ['the pages reach the rest over HTTP', 'web/store.ts', "import '#activities/b';", 'web-rooms'],
    ['the command does not speak to Temporal', 'cli/a.ts', "import '@temporalio/client';", 'one-temporal-client'],
    ['the product does not need the tests', 'api/test.ts', "import '#tests/b';", 'product-without-tests'],
    ['a name that leads nowhere is seen', 'api/nowhere.ts', "import '#domain/nowhere';", 'resolvable'],
    ['a cycle is seen', 'samples/a.ts', "import './b.ts';", 'no-cycles'],
  ] as const;

  it('forbids what it says', async () => {
    const folder = await house({
      'activities/b.ts': 'export const x = 1;\n',
      'remotion/b.ts': 'export const x = 1;\n',
      'api/b.ts': 'export const x = 1;\n',
      'tests/b.ts': 'export const x = 1;\n',
      'samples/b.ts': "import './a.ts';\n",
      ...Object.fromEntries(FORBIDDEN.map(([, file, line]) => [file, `${line}\n`])),
    });
    const found = (
      await violations(
        folder,
        ROOMS.filter((room) => room !== 'prisma'),
      )
    ).map(({ rule, from }) => `${rule.name} ${from}`);
    for (const [what, file, , rule] of FORBIDDEN) expect(found, what).toContain(`${rule} ${file}`);
  });

  it('lets types cross where values may not', async () => {
    const folder = await house({
      'activities/b.ts': 'export interface B { x: number }\n',
      'workflows/a.ts': "import type { B } from '#activities/b';\nexport type A = B;\n",
      'domain/c.ts': "import type { D } from './d.ts';\nexport type C = D | 1;\n",
      'domain/d.ts': "import type { C } from './c.ts';\nexport type D = C | 2;\n",
    });
    expect(await violations(folder, ['workflows', 'domain'])).toEqual([]);
  });
});
