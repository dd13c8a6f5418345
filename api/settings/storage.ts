import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { StorageAnswer } from '#domain/house-report';
import type { Database } from '#prisma/records/database';

const FRESH_MS = 60_000;
const FOLDERS = { intake: 'intake', uploads: 'intake', temporal: 'workflows', logs: 'logs' } as const;

/** What lies in the data folder, counted at most once a minute: a large store has many files. */
export class Storage {
  #last: { at: number; value: Promise<StorageAnswer> } | null = null;
  constructor(
    private readonly db: Database,
    private readonly dataDir: string,
  ) {}

  measure(): Promise<StorageAnswer> {
    if (!this.#last || Date.now() - this.#last.at > FRESH_MS) {
      const value = this.#measure();
      value.catch(() => (this.#last = null));
      this.#last = { at: Date.now(), value };
    }
    return this.#last.value;
  }

  async #measure(): Promise<StorageAnswer> {
    const [entries, disk, outputs, database] = await Promise.all([
      readdir(this.dataDir, { withFileTypes: true }),
      statfs(this.dataDir),
      this.db.$queryRaw<Array<{ bytes: bigint | null }>>`
        SELECT sum(bytes)::bigint AS bytes FROM (SELECT DISTINCT "artifact"->>'digest', ("artifact"->>'bytes')::bigint AS bytes FROM "Output") AS each`,
      this.db.$queryRaw<Array<{ bytes: bigint }>>`SELECT pg_database_size(current_database()) AS bytes`,
    ]);
    const films = Number(outputs[0]?.bytes ?? 0);
    const sums = {
      films,
      work: -films,
      intake: 0,
      database: Number(database[0]?.bytes ?? 0),
      workflows: 0,
      logs: 0,
      other: 0,
    };
    for (const entry of entries) {
      // The database's own folder is counted by the database, which may be elsewhere.
      if (entry.name === 'postgres') continue;
      const bytes = await bytesBelow(path.join(this.dataDir, entry.name));
      const kind = FOLDERS[entry.name as keyof typeof FOLDERS];
      sums[entry.name === 'store' ? 'work' : (kind ?? 'other')] += bytes;
    }
    sums.work = Math.max(0, sums.work);
    return {
      kinds: Object.entries(sums).map(([kind, bytes]) => ({ kind: kind as keyof typeof sums, bytes })),
      freeBytes: disk.bavail * disk.bsize,
      totalBytes: disk.blocks * disk.bsize,
      at: new Date().toISOString(),
    };
  }
}

/** Bytes of a file or of everything below a folder; what vanishes meanwhile counts nothing. */
async function bytesBelow(place: string): Promise<number> {
  const seen = await stat(place).catch(() => null);
  if (!seen?.isDirectory()) return seen?.size ?? 0;
  const entries = await readdir(place).catch(() => []);
  let sum = 0;
  for (const entry of entries) sum += await bytesBelow(path.join(place, entry));
  return sum;
}
