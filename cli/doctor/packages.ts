import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { runningServer } from '../launch/postgres-cluster.ts';
import { postgresPrograms } from '../launch/postgres-programs.ts';
import { prismaClientIsReady, treeIsReady } from '../setup/npm-tree.mjs';
import { dataDir, projectRoot } from '../setup/places.mjs';
import { onPath } from '../setup/tools.mjs';
import { type Finding, ok, SETUP_ADVICE, trouble } from './finding.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export function examineNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok('Node.js', process.versions.node, process.execPath);
  const advice = { zh: '请安装 Node.js 20.19 或更新版本。', en: 'Install Node.js 20.19 or newer.' };
  return trouble('Node.js', 'missing', advice, process.versions.node, process.execPath);
}

export function examineTree(): Finding {
  const packages = path.join(projectRoot, 'node_modules');
  if (treeIsReady(projectRoot)) return ok('npm packages', 'as package-lock.json says', packages);
  return trouble('npm packages', 'warning', SETUP_ADVICE, 'not what package-lock.json says', packages);
}

export function examinePrismaClient(): Finding {
  const { version } = require('prisma/package.json') as { version: string };
  const folder = path.join(projectRoot, 'prisma', 'generated');
  if (prismaClientIsReady(projectRoot)) return ok('database client', version, folder);
  return trouble('database client', existsSync(folder) ? 'warning' : 'missing', SETUP_ADVICE, version, folder);
}

export async function examinePostgres(): Promise<Finding> {
  const url = process.env.DATABASE_URL;
  if (url) return examineOwnPostgres(url);
  try {
    const { postgres } = await postgresPrograms();
    const { stdout } = await run(postgres, ['--version']);
    const server = await runningServer(path.join(dataDir(), 'postgres', 'cluster'));
    const now = server ? `running on port ${server.port}` : 'not running now';
    return ok('PostgreSQL', /[\d.]+/.exec(stdout)?.[0] ?? null, `npm package, ${now}`);
  } catch {
    const advice = {
      zh: '请设置 DATABASE_URL 指向您的 PostgreSQL。',
      en: 'Set DATABASE_URL to a PostgreSQL of your own.',
    };
    return trouble('PostgreSQL', 'missing', advice);
  }
}

/** The address is not repeated: it holds a password. */
async function examineOwnPostgres(url: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return ok('PostgreSQL', rows[0]?.server_version ?? null, 'DATABASE_URL');
  } catch {
    const advice = { zh: '连接不上。请检查 DATABASE_URL。', en: 'It cannot be reached. Check DATABASE_URL.' };
    return trouble('PostgreSQL', 'missing', advice, null, 'DATABASE_URL');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** onnxruntime with CUDA needs its provider library beside the runtime and a card that the driver knows. */
export async function examineOnnx(): Promise<Finding[]> {
  const folder = path.dirname(require.resolve('onnxruntime-node/package.json'));
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const runtime = ok('ONNX runtime', version, 'npm package, CPU provider');
  const files = await readdir(path.join(folder, 'bin'), { recursive: true }).catch(() => []);
  const library = files.find((file) => /onnxruntime_providers_cuda\.(so|dll)$/.test(file));
  const card = await graphicsCard();
  if (library && card) return [runtime, ok('CUDA provider', card, path.join(folder, 'bin', library))];
  const advice = card
    ? {
        zh: `有显卡（${card}）但没有 CUDA 库；分析将用 CPU。安装：ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false`,
        en: `There is a card (${card}) but no CUDA library, so the CPU is used. To add it: ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false`,
      }
    : { zh: '没有 NVIDIA 显卡；分析用 CPU，无需处理。', en: 'No NVIDIA card; the CPU is used. Nothing to do.' };
  return [runtime, trouble('CUDA provider', 'absent', advice)];
}

async function graphicsCard(): Promise<string | null> {
  const program = onPath('nvidia-smi');
  if (!program) return null;
  const { stdout } = await run(program, ['--query-gpu=name', '--format=csv,noheader'], { timeout: 15_000 }).catch(
    () => ({
      stdout: '',
    }),
  );
  return stdout.split('\n')[0]?.trim() || null;
}

/** The fonts of the film come with the npm packages, so that every machine renders the same. */
export function examineFonts(): Finding[] {
  return ['noto-sans-sc', 'noto-serif-sc', 'inter'].map((name) => {
    const part = `font ${name}`;
    try {
      const manifest = require.resolve(`@fontsource-variable/${name}/package.json`);
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
      return ok(part, version, 'npm package');
    } catch {
      return trouble(part, 'missing', SETUP_ADVICE);
    }
  });
}
