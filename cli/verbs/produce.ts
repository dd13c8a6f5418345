import path from 'node:path';
import { collectOutputs, type Replaceable, refuseForeign } from '#cli/collect';
import { EXIT, type Voice } from '#cli/say';
import { withStudio } from '#cli/stack';
import { ProgressView, watch } from '#cli/watch';
import { isErrorCode, StudioError } from '#domain/errors';
import type { Progress } from '#domain/progress';

export interface ProduceOptions {
  readonly study: string;
  /** `id[@version][/aspect]`. */
  readonly template: string;
  readonly lang: string;
  readonly brand: string;
  readonly speaker: string;
  readonly purpose: string | null;
  readonly series: string | null;
  readonly spacing: readonly number[] | null;
  readonly provenance: string;
  /** A sound file that plays under the voice. */
  readonly music: string | null;
  readonly out: string;
  readonly dataDir: string;
}

/** `studio produce`: orders a film, shows its progress, waits for both approvals and brings the files. */
export async function produce(options: ProduceOptions, voice: Voice): Promise<number> {
  await refuseForeign(options.out, () => false);
  return withStudio(
    options.dataDir,
    (line) => voice.line(line),
    async ({ client }) => {
      const { id } = await client.create({
        source: path.resolve(options.study),
        template: options.template,
        language: options.lang,
        brand: options.brand,
        speaker: options.speaker,
        purpose: options.purpose,
        series: options.series,
        spacingMm: options.spacing,
        provenance: options.provenance,
        music: options.music && path.resolve(options.music),
      });
      voice.line(`production ${id}`);
      return followToEnd(client, id, options.out, voice);
    },
  );
}

const WAITS: Partial<Record<Progress['status'], (id: string) => string>> = {
  'waiting-approval': (id) =>
    `waiting for a physician: npm run studio -- approve ${id} --as ACCOUNT   (in another terminal)`,
  'waiting-final': (id) =>
    `the film is made and waits for its release: npm run studio -- approve ${id} --film --as ACCOUNT   (in another terminal)`,
  returned: (id) => `returned with a comment: npm run studio -- revise ${id} SENTENCE=TEXT   (in another terminal)`,
  paused: () => 'held; it goes on when somebody resumes it in the studio',
};

/** Follows a production to its release and brings its files; tells what to do when it waits for people. */
export async function followToEnd(
  client: import('#cli/client').StudioClient,
  id: string,
  out: string,
  voice: Voice,
  replaceable: Replaceable = (earlier) => earlier.run.productionId === id,
): Promise<number> {
  let told: string | null = null;
  const view = new ProgressView(voice.json ? process.stderr : process.stdout);
  const last = await watch(client, id, view, ({ status }) => {
    const hint = WAITS[status];
    if (hint && told !== status) {
      view.end();
      voice.line(hint(id));
    }
    told = hint ? status : null;
    return false;
  });
  if (last.status === 'done') {
    const files = await collectOutputs(client, id, out, replaceable);
    voice.result({ id, status: 'done', files }, `film: ${path.join(out, 'film.mp4')}`);
    return EXIT.ok;
  }
  if (last.status === 'cancelled') throw new StudioError('CANCELLED');
  const code = last.error && isErrorCode(last.error.code) ? last.error.code : 'INTERNAL';
  voice.line(`failed in stage ${last.stage}; finished steps are kept: npm run studio -- retry ${id} tries again`);
  voice.failure(new StudioError(code, last.error?.details ?? {}));
  return EXIT.failed;
}
