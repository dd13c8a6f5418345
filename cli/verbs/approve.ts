import { createInterface } from 'node:readline/promises';
import { accountToken, DEMO_PHYSICIAN, DEMO_PUBLICITY, knownToken } from '#cli/accounts';
import type { StudioClient } from '#cli/client';
import { EXIT, type Voice } from '#cli/say';
import { withStudio } from '#cli/stack';
import type { Decision, Gate } from '#domain/approval';
import { StudioError } from '#domain/errors';

export interface ApproveOptions {
  readonly id: string;
  readonly gate: Gate;
  /** Account that signs; null = the made-up one of the demo for this gate. */
  readonly as: string | null;
  readonly digest: string | null;
  readonly requestChanges: string | null;
  readonly yes: boolean;
  readonly dataDir: string;
}

/** Who signs the demo's films. Made up: they sign simulated cases only, and every record says so. */
const DEMO_SIGNERS = { physician: DEMO_PHYSICIAN, publicity: DEMO_PUBLICITY } as const;

/** The made-up account that may sign what waits at a gate: a physician the script, at the film gate whom the template names. */
export async function demoSigner(client: StudioClient, id: string, gate: Gate) {
  const film = gate === 'film' ? (await client.approval(id)).pendingFilm : null;
  return DEMO_SIGNERS[film?.signer ?? (gate === 'film' ? 'publicity' : 'physician')];
}

/** `studio approve`: shows exactly what is to be signed, asks, and decides under the digest of what was shown. */
export async function approve(options: ApproveOptions, voice: Voice): Promise<number> {
  const { id, gate, requestChanges } = options;
  return withStudio(
    options.dataDir,
    (line) => voice.line(line),
    async ({ client, databaseUrl }) => {
      const token = await signingToken(options, databaseUrl, await demoSigner(client, id, gate));
      const shown = await show(client, id, gate, voice);
      const digest = options.digest ?? shown.digest;
      if (!options.yes && options.digest === null && !(await confirmed(digest, requestChanges !== null))) {
        throw new StudioError('CANCELLED');
      }
      const wish = requestChanges === null ? 'approve' : 'request-changes';
      const decision = await client.as(token).decide(id, gate, wish, digest, requestChanges ?? '');
      voice.result(decision, told(decision));
      return EXIT.ok;
    },
  );
}

/** One line on a decision that was taken. */
export const told = ({ gate, decision, version, digest, actor, ownWork }: Decision): string =>
  [
    `${gate} v${version}: ${decision}`,
    digest.slice(0, 12),
    `${actor.displayName}${actor.demo ? ' (made-up account of the demo)' : ''}`,
    ...(ownWork ? ['own work, allowed by the department'] : []),
  ].join(' · ');

async function signingToken(
  { as, dataDir }: ApproveOptions,
  databaseUrl: string,
  made: Awaited<ReturnType<typeof demoSigner>>,
): Promise<string> {
  if (as === null || as === made.id) return accountToken(dataDir, databaseUrl, made);
  const token = (await knownToken(dataDir, as)) ?? process.env.CASELOOM_TOKEN;
  if (!token) throw new StudioError('UNAUTHENTICATED');
  return token;
}

/** Prints everything the digest at a gate covers. */
export async function show(client: StudioClient, id: string, gate: Gate, voice: Voice): Promise<{ digest: string }> {
  const { pending, pendingFilm } = await client.approval(id);
  const shown = gate === 'film' ? pendingFilm : pending;
  if (!shown) throw new StudioError('APPROVAL_NOT_OPEN');
  if (gate === 'script') await showScript(client, id, voice);
  const { subject } = shown;
  voice.line(`\nversion ${shown.version} by ${shown.author}`);
  voice.line(`template ${subject.template} · brand ${subject.brand} · voice ${subject.voice}`);
  voice.line(`labels: ${subject.labels.join(' / ')}`);
  if (pendingFilm && gate === 'film') {
    voice.line(`film ${pendingFilm.subject.film}`);
    voice.line(`record ${pendingFilm.subject.manifest}`);
    voice.line(`script approved under ${pendingFilm.subject.approval}`);
  }
  voice.line(`digest ${shown.digest}`);
  return shown;
}

async function showScript(client: StudioClient, id: string, voice: Voice): Promise<void> {
  const { script } = await client.script(id);
  for (const chapter of script.chapters) {
    voice.line(`\n${chapter.title}`);
    for (const sentence of chapter.sentences) voice.line(`  ${sentence.id.padEnd(14)} ${sentence.text}`);
  }
}

async function confirmed(digest: string, changes: boolean): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await ask
    .question(`${changes ? 'request changes to' : 'approve'} ${digest.slice(0, 12)}? type yes: `)
    .finally(() => ask.close());
  return answer.trim() === 'yes';
}
