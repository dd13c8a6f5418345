import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quietStep } from '#activities/step';
import { accountToken } from '#cli/accounts';
import type { StudioClient } from '#cli/client';
import { type Replaceable, refuseForeign } from '#cli/collect';
import { EXIT, type Voice } from '#cli/say';
import { type Studio, withStudio } from '#cli/stack';
import { findBrand } from '#domain/brands';
import { StudioError } from '#domain/errors';
import { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';
import { demoSigner, show, told } from './approve.ts';
import { withOpenStudio } from './open.ts';
import { followToEnd } from './produce.ts';

export interface DemoOptions {
  readonly lang: string;
  readonly brand: string;
  /** `id[@version][/aspect]`. */
  readonly template: string;
  /** Wait for a person's approval at both gates. */
  readonly hold: boolean;
  /** Keep the studio with its pages running afterwards and print a sign-in. */
  readonly open: boolean;
  readonly out: string | null;
  readonly dataDir: string;
}

/** A demo's film gives way to the next one. */
const isDemo: Replaceable = (earlier) => earlier.demonstration.simulatedData;

/** A production in one of these goes on: the next call of the demo follows it instead of ordering another. */
const UNFINISHED = new Set(['queued', 'running', 'waiting-approval', 'waiting-final', 'returned', 'paused']);

/**
 * `npm run demo`: a simulated chest CT becomes a film through the real workflow. Made-up accounts of the demo sign at both gates (with `--hold`
 * you do); film, manifest and release record say so. Stopped half-way, the next call goes on with the same production.
 */
export async function demo(options: DemoOptions, voice: Voice): Promise<number> {
  const started = Date.now();
  if (!Language.safeParse(options.lang).success) throw new StudioError('LANGUAGE_UNKNOWN', { language: options.lang });
  findBrand(options.brand);
  const out = options.out ?? path.join('out', folderOf(options));
  await refuseForeign(out, isDemo);
  voice.line('simulated chest CT (a phantom, not a patient) ...');
  const phantom = await ensurePhantom(
    path.join(options.dataDir, 'phantoms'),
    {},
    { ...quietStep, progress: slowly(voice) },
  );
  voice.line(`simulated chest CT ready${phantom.reused ? ' (kept from before)' : ''}`);
  const make = async (studio: Studio): Promise<number> => {
    const id = await order(studio, options, phantom.studyDir);
    voice.line(`production ${id}`);
    const signing = options.hold ? null : sign(studio, id, options, voice);
    // Without its signature the film would wait for ever: a refusal ends the demo.
    const refused = new Promise<never>((_, reject) => signing?.catch(reject));
    const code = await Promise.race([followToEnd(studio.client, id, out, voice, isDemo), refused]);
    if (code === EXIT.ok) {
      await signing;
      const signed = options.hold ? '' : ', approved at both gates by made-up accounts';
      voice.line(`done in ${Math.round((Date.now() - started) / 1000)} s · simulated data${signed}`);
    }
    return code;
  };
  const say = (line: string) => voice.line(line);
  return options.open ? withOpenStudio(options.dataDir, voice, make) : withStudio(options.dataDir, say, make);
}

/** A folder for each language, brand, template and aspect; the usual ones are not named. */
function folderOf({ lang, brand, template }: DemoOptions): string {
  const { id, aspect, aspects } = findTemplate(template);
  const named = [
    lang,
    ...(brand === 'shili-general' ? [] : [brand]),
    ...(id === 'case-teaching' ? [] : [id]),
    ...(aspect === aspects[0] ? [] : [aspect.replace(':', 'x')]),
  ];
  return `demo-${named.join('-')}`;
}

/** The unfinished production of an earlier call with the same wishes, or a new one. */
async function order({ client }: Studio, options: DemoOptions, source: string): Promise<string> {
  const { lang, brand, template } = options;
  const note = path.join(options.dataDir, 'demo.json');
  const wishes = JSON.stringify({ lang, brand, template, source: path.basename(source) });
  const earlier = await readFile(note, 'utf8').then(
    (text) => JSON.parse(text) as { wishes: string; id: string },
    () => null,
  );
  if (earlier?.wishes === wishes) {
    const known = await client.read(earlier.id).catch(() => null);
    if (known && UNFINISHED.has(known.status)) return known.id;
  }
  const { id } = await client.create({ source, template, language: lang, brand, provenance: 'simulated' });
  await writeFile(note, JSON.stringify({ wishes, id }));
  return id;
}

/** The demo's made-up people read what is put before them and sign its digest: the physician the script, publicity the film. */
async function sign(studio: Studio, id: string, options: DemoOptions, voice: Voice): Promise<void> {
  for (const [gate, status] of [
    ['script', 'waiting-approval'],
    ['film', 'waiting-final'],
  ] as const) {
    if (!(await untilWaiting(studio.client, id, status))) continue;
    const { digest } = await show(studio.client, id, gate, voice);
    const signer = await demoSigner(studio.client, id, gate);
    const token = await accountToken(options.dataDir, studio.databaseUrl, signer);
    const decision = await studio.client.as(token).decide(id, gate, 'approve', digest, '');
    voice.line(`\n${told(decision)}`);
  }
}

/** True when it waits at this gate; false when it is past it. */
async function untilWaiting(client: StudioClient, id: string, wanted: 'waiting-approval' | 'waiting-final') {
  for (;;) {
    const { status } = await client.read(id);
    if (status === wanted) return true;
    if (status === 'done' || status === 'waiting-final') return false;
    if (!UNFINISHED.has(status)) throw new Error(`production is ${status}`);
    await sleep(500);
  }
}

function slowly(voice: Voice): (fraction: number, note?: string) => void {
  let last = 0;
  return (fraction) => {
    if (fraction - last < 0.25) return;
    last = fraction;
    voice.line(`simulated chest CT ${Math.round(fraction * 100)} %`);
  };
}
