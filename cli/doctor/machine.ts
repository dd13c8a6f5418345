import { existsSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { availableParallelism, freemem, totalmem } from 'node:os';
import path from 'node:path';
import { cacheDir, dataDir } from '../setup/places.mjs';
import { type Finding, ok, trouble } from './finding.ts';

const GIB = 2 ** 30;
/** A film of three minutes leaves about half a gigabyte of frames, sound and film; a set-up needs four for a while. */
const DISK_WANTED = 5 * GIB;
/** Two for the film, one for the servers and the system. */
const MEMORY_WANTED = 3 * GIB;

const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`;

export async function examineDisk(part: 'data folder' | 'cache folder'): Promise<Finding> {
  const folder = part === 'data folder' ? dataDir() : cacheDir();
  const { bavail, bsize } = await statfs(nearestExisting(folder));
  const free = bavail * bsize;
  if (free >= DISK_WANTED) return ok(part, `${gib(free)} free`, folder);
  const advice = {
    zh: `可用空间不足 ${gib(DISK_WANTED)}。请腾出空间，或用 CASELOOM_DATA 换一个文件夹。`,
    en: `Less than ${gib(DISK_WANTED)} free. Free some, or choose another folder with CASELOOM_DATA.`,
  };
  return trouble(part, 'warning', advice, `${gib(free)} free`, folder);
}

export async function examineMemory(): Promise<Finding> {
  const limit = process.constrainedMemory();
  const total = limit > 0 && limit < totalmem() ? limit : totalmem();
  const available = Math.min(await availableMemory(), total);
  const version = `${gib(available)} of ${gib(total)} available`;
  const from = `${availableParallelism()} processors`;
  if (available >= MEMORY_WANTED) return ok('memory', version, from);
  const advice = {
    zh: `可用内存少于 ${gib(MEMORY_WANTED)}，渲染可能很慢或中断。请关闭其他程序。`,
    en: `Less than ${gib(MEMORY_WANTED)} available: rendering may be slow or break off. Close other programs.`,
  };
  return trouble('memory', 'warning', advice, version, from);
}

/** Linux counts what it can give back from its caches; elsewhere only what is unused is known. */
async function availableMemory(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const kib = /MemAvailable:\s+(\d+)/.exec(text)?.[1];
  return kib ? Number(kib) * 1024 : freemem();
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}
