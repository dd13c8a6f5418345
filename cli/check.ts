/**
 * `npm run check`: types, lint, import law, dead code. One line each; what a failing one has to say comes below its
 * line. Exit code 1 when any fails. `npm run check -- --fix` lets the linter mend what it can.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from './setup/places.mjs';

interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

const require = createRequire(path.join(projectRoot, 'package.json'));
const SOURCE_ROOMS = [
  'domain',
  'workflows',
  'activities',
  'remotion',
  'prisma',
  'api',
  'web',
  'cli',
  'samples',
  'bench',
];
/** Rooms with types of their own: no `process` and no `window` in the first two, no `process` in the third. */
const ISLANDS = ['domain', 'workflows', 'remotion', 'web'];

function checks(fix: boolean): Check[] {
  const types = (project: string): Check => ({
    name: project === 'tsconfig.json' ? 'types' : `types of ${path.dirname(project)}`,
    args: [bin('typescript', 'tsc'), '--noEmit', '-p', project],
  });
  const islands = ISLANDS.map((room) => `${room}/tsconfig.json`).filter((file) => existsSync(file));
  const rooms = SOURCE_ROOMS.filter((room) => existsSync(room));
  return [
    types('tsconfig.json'),
    ...islands.map(types),
    {
      name: 'lint',
      args: [bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', ...(fix ? ['--write'] : [])],
    },
    {
      name: 'import law',
      args: [bin('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...rooms],
    },
    { name: 'browser client', args: ['--import', 'tsx', 'api/write-openapi.ts', '--check'] },
    { name: 'dead code', args: [bin('knip', 'knip'), '--no-progress'] },
  ];
}

/** The script behind a package's command. */
function bin(packageName: string, command: string): string {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const manifest = require(path.join(folder, 'package.json')) as { bin: string | Record<string, string> };
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (!script) throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, script);
}

function runCheck({ args }: Check): Promise<{ ok: boolean; output: string; seconds: number }> {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => {
      resolve({ ok: code === 0, output: output.trim(), seconds: (performance.now() - start) / 1000 });
    });
  });
}

process.chdir(projectRoot);
let failed = 0;
for (const check of checks(process.argv.includes('--fix'))) {
  const { ok, output, seconds } = await runCheck(check);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds.toFixed(1)} s)`);
  if (ok) continue;
  failed += 1;
  console.log(`${output.replace(/^/gm, '    ')}\n`);
}
console.log(failed === 0 ? 'all checks passed' : `${failed} check${failed === 1 ? '' : 's'} failed`);
process.exitCode = failed === 0 ? 0 : 1;
