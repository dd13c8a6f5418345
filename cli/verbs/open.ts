import { LOCAL_MAKER } from '#cli/accounts';
import { EXIT, type Voice } from '#cli/say';
import { runningStudio, type Studio, startStack } from '#cli/stack';
import { StudioError } from '#domain/errors';
import { openDatabase } from '#prisma/records/database';
import { makeOneTime, oneTimeAddress } from '#prisma/records/one-time';

/**
 * Works in a studio that has its pages and goes on running afterwards, until Ctrl-C; then a sign-in that works once is printed. Nothing is opened
 * by itself. A studio that runs already is used and left alone.
 */
export async function withOpenStudio(
  dataDir: string,
  voice: Voice,
  work: (studio: Studio) => Promise<number>,
): Promise<number> {
  const say = (line: string) => voice.line(line);
  const stopped = interrupted();
  const studio = (await runningStudio(dataDir)) ?? (await startStack({ dataDir, port: null, pages: true, say }));
  try {
    const code = await Promise.race([work(studio), stopped.then((): never => refuse())]);
    if (code !== EXIT.ok) return code;
    voice.line(`open the studio as ${LOCAL_MAKER.displayName}: ${await signInAddress(studio)}`);
    voice.line('the address works once, for ten minutes');
    if (studio.shared) return code;
    voice.line('Ctrl-C ends the studio');
    await stopped;
    return code;
  } finally {
    await studio.stop();
  }
}

async function signInAddress({ databaseUrl, web, address }: Studio): Promise<string> {
  const db = openDatabase(databaseUrl);
  const token = await makeOneTime(db, LOCAL_MAKER.id, 'sign-in').finally(() => db.$disconnect());
  return oneTimeAddress(web ?? address, 'sign-in', token);
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

function refuse(): never {
  throw new StudioError('CANCELLED');
}
