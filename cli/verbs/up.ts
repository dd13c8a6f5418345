import { EXIT, type Voice } from '#cli/say';
import { runningStudio, startStack } from '#cli/stack';

/** `studio up`: everything, with the pages, in one supervised tree until Ctrl-C, then a clean end without orphans. */
export async function up(options: { dataDir: string; port: number }, voice: Voice): Promise<number> {
  const running = await runningStudio(options.dataDir);
  if (running) {
    const { address, web } = running;
    voice.result({ address, web, shared: true }, `already up at ${address}`);
    return EXIT.ok;
  }
  const studio = await startStack({ ...options, pages: true, say: (line) => voice.line(line) });
  const { address, web } = studio;
  voice.result(
    { address, web, shared: false },
    `studio at ${address} · data in ${options.dataDir} · Ctrl-C ends it\nfirst time? studio account add NAME --name … --roles admin`,
  );
  void studio.pagesUp.then((up) => up && voice.line('the pages are ready'));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  voice.line('stopping ...');
  await studio.stop();
  return EXIT.ok;
}
