import { createInterface } from 'node:readline/promises';
import { accountToken, DEMO_PHYSICIAN, knownToken } from '#cli/accounts';
import type { StudioClient } from '#cli/client';
import { EXIT, type Voice } from '#cli/say';
import { withStudio } from '#cli/stack';
import { StudioError } from '#domain/errors';

export interface ApproveOptions {
  readonly id: string;
  readonly as: string;
  readonly digest: string | null;
  readonly requestChanges: string | null;
  readonly yes: boolean;
  readonly dataDir: string;
}

/** `studio approve`: shows exactly what is to be signed, asks, and decides under the digest of what was shown. */
export async function approve(options: ApproveOptions, voice: Voice): Promise<number> {
  return withStudio(
    options.dataDir,
    (line) => voice.line(line),
    async ({ client, databaseUrl }) => {
      const token =
        options.as === DEMO_PHYSICIAN.id
          ? await accountToken(options.dataDir, databaseUrl, DEMO_PHYSICIAN)
          : ((await knownToken(options.dataDir, options.as)) ?? process.env.CASELOOM_TOKEN);
      if (!token) throw new StudioError('UNAUTHENTICATED');
      const shown = await show(client, options.id, voice);
      const digest = options.digest ?? shown.digest;
      if (!options.yes && options.digest === null && !(await confirmed(digest, options.requestChanges !== null))) {
        throw new StudioError('CANCELLED');
      }
      const decision = await client
        .as(token)
        .decide(
          options.id,
          options.requestChanges === null ? 'approve' : 'request-changes',
          digest,
          options.requestChanges ?? '',
        );
      voice.result(
        decision,
        `${decision.decision} v${decision.version} · ${decision.digest.slice(0, 12)} · ${decision.actor.displayName}${decision.actor.demo ? ' (demo account)' : ''}`,
      );
      return EXIT.ok;
    },
  );
}

/** Prints the script and everything else the digest covers. */
export async function show(client: StudioClient, id: string, voice: Voice): Promise<{ digest: string }> {
  const { pending } = await client.approval(id);
  if (!pending) throw new StudioError('APPROVAL_NOT_OPEN');
  const { script } = await client.script(id);
  for (const chapter of script.chapters) {
    voice.line(`\n${chapter.title}`);
    for (const sentence of chapter.sentences) voice.line(`  ${sentence.id.padEnd(14)} ${sentence.text}`);
  }
  const { subject } = pending;
  voice.line(`\nversion ${pending.version} by ${pending.author}`);
  voice.line(`template ${subject.template} · brand ${subject.brand} · voice ${subject.voice}`);
  voice.line(`labels: ${subject.labels.join(' / ')}`);
  voice.line(`digest ${pending.digest}`);
  return pending;
}

async function confirmed(digest: string, changes: boolean): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await ask
    .question(`${changes ? 'request changes to' : 'approve'} ${digest.slice(0, 12)}? type yes: `)
    .finally(() => ask.close());
  return answer.trim() === 'yes';
}
