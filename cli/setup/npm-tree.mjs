/** The npm tree and the generated Prisma client. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem, step } from './progress.mjs';
import { run } from './run.mjs';
import { onPath } from './tools.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * npm writes node_modules/.package-lock.json when an installation is complete: the tree is ready when that says the
 * same as package-lock.json (packages for other platforms aside).
 */
export function treeIsReady(root) {
  const wanted = readLock(path.join(root, 'package-lock.json'));
  const present = readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const found = present[name];
    if (!found) return Boolean(entry.optional || entry.peer);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

export async function bringTree(root) {
  if (treeIsReady(root)) return;
  // A complete but older tree is brought up to date; `ci` would throw it away first.
  const known = existsSync(path.join(root, 'node_modules', '.package-lock.json'));
  const command = known ? ['install', '--no-save'] : ['ci'];
  await step('npm packages', `npm ${command[0]}`, async () => {
    // No package of the tree needs its install script; what PostgreSQL's does, the launcher does itself.
    const args = [...npmProgram(), ...command, '--ignore-scripts', '--include=dev', ...QUIET];
    const { code, tail } = await run(process.execPath, args, { cwd: root, env: npmEnvironment() });
    if (code !== 0) throw new SetupProblem(`npm ${command[0]} failed:\n${tail}`);
    if (!treeIsReady(root)) throw new SetupProblem('npm finished, but node_modules does not match package-lock.json');
  });
}

/** True when the generated client was made from this very schema by this very Prisma. */
export function prismaClientIsReady(root) {
  const { file, value } = prismaStamp(root);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

export async function bringPrismaClient(root) {
  if (prismaClientIsReady(root)) return;
  await step('database client', 'prisma generate', async () => {
    const cli = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
    // Generating needs no engine, but the command line insists on having one and would download it.
    const noEngine = { PRISMA_SCHEMA_ENGINE_BINARY: onPath('true') ?? '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
    const env = { ...process.env, ...noEngine, CHECKPOINT_DISABLE: '1' };
    const { file, value } = prismaStamp(root);
    const { code, tail } = await run(process.execPath, [cli, 'generate'], { cwd: root, env });
    if (code !== 0) throw new SetupProblem(`prisma generate failed:\n${tail}`);
    writeFileSync(file, value);
  });
}

function prismaStamp(root) {
  const manifest = readFileSync(path.join(root, 'node_modules', 'prisma', 'package.json'), 'utf8');
  const schema = readFileSync(path.join(root, 'prisma', 'schema.prisma'));
  const value = createHash('sha256').update(JSON.parse(manifest).version).update(schema).digest('hex');
  return { file: path.join(root, 'prisma', 'generated', '.made-from'), value };
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The npm that runs us (`npm run …` says so), else the one on the PATH. As arguments for node. */
function npmProgram() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running) && existsSync(running)) return [running];
  const beside = path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(beside)) return [beside];
  const found = onPath('npm');
  if (!found) throw new SetupProblem('npm was not found. Install Node.js 20.19 or newer with npm.');
  return [found];
}

/** Settings of the outer npm (its prefix, its "production") must not leak into the inner one. */
function npmEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(config_(omit|only|production|prefix|global|ignore_scripts)|lifecycle|package|command)/i.test(name)) {
      delete env[name];
    }
  }
  delete env.NODE_ENV;
  return env;
}
