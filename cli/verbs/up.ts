import { EXIT, type Voice } from '#cli/say';
import { runningStudio, startStack } from '#cli/stack';

/** `studio up`: everything in one supervised tree until Ctrl-C, then a clean end without orphans. */
export async function up(options: { dataDir: string; port: number }, voice: Voice): Promise<number> {
  const running = await runningStudio(options.dataDir);
  if (running) {
    voice.result({ address: running.address, shared: true }, `already up at ${running.address}`);
    return EXIT.ok;
  }
  const studio = await startStack({ ...options, say: (line) => voice.line(line) });
  voice.result(
    { address: studio.address, shared: false },
    `studio API at ${studio.address} · data in ${options.dataDir} · Ctrl-C ends it`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  voice.line('stopping ...');
  await studio.stop();
  return EXIT.ok;
}
