import path from 'node:path';
import { startPostgres } from '#cli/launch/postgres';
import { Supervisor } from '#cli/launch/supervisor';
import { EXIT, type Voice } from '#cli/say';
import { runningStudio } from '#cli/stack';
import { Digest } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import { auditHolds, verifyAudit } from '#prisma/records/audit';
import { openDatabase } from '#prisma/records/database';

interface VerifyOptions {
  readonly dataDir: string;
  /** A hash written down earlier. */
  readonly head: string | null;
}

/** `studio audit verify`: straight from the database, whether or not the studio is up, so that no program of ours stands between. */
export async function auditVerify({ dataDir, head }: VerifyOptions, voice: Voice): Promise<number> {
  if (head !== null && !Digest.safeParse(head).success)
    throw new StudioError('INPUT_INVALID', { detail: '--head wants 64 hex digits' });
  const supervisor = new Supervisor({ logDir: path.join(dataDir, 'logs') });
  try {
    const running = await runningStudio(dataDir);
    const url = running
      ? running.databaseUrl
      : (await startPostgres({ dataDir, databaseUrl: process.env.DATABASE_URL, supervisor })).url;
    return await walk(url, head, voice);
  } finally {
    await supervisor.stop();
  }
}

async function walk(databaseUrl: string, head: string | null, voice: Voice): Promise<number> {
  const db = openDatabase(databaseUrl);
  try {
    const check = await verifyAudit(db);
    const headHolds = head === null ? null : await auditHolds(db, head);
    const whole = check.brokenAt === null && headHolds !== false;
    const said =
      check.brokenAt !== null
        ? `BROKEN at entry ${check.brokenAt}: it is missing or was changed; ${check.count} entries before it hold`
        : `${check.count} entries, the chain holds · head ${check.head}`;
    const lost =
      headHolds === false ? `\nBROKEN: no entry has the hash ${head}; the end of the record was cut off` : '';
    voice.result({ ...check, headHolds, whole }, said + lost);
    return whole ? EXIT.ok : EXIT.broken;
  } finally {
    await db.$disconnect();
  }
}
