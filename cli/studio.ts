import { readFile } from 'node:fs/promises';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { dataFolder } from '#activities/settings';
import { EXIT, Voice } from './say.ts';
import { withStudio } from './stack.ts';
import { accountCommands } from './verbs/account.ts';
import { approve } from './verbs/approve.ts';
import { auditVerify } from './verbs/audit.ts';
import { demo } from './verbs/demo.ts';
import { followToEnd, produce } from './verbs/produce.ts';
import { up } from './verbs/up.ts';

const dataDir = dataFolder(process.env);
let voice = new Voice(false);
let exitCode: number = EXIT.ok;

const program = new Command('studio')
  .description('Caseloom: from a CT folder to an approved, narrated, branded film')
  .option('--json', 'one JSON document on stdout, everything else on stderr')
  .exitOverride()
  .hook('preAction', (command) => {
    voice = new Voice(command.opts().json === true);
  });

const spacing = (text: string): number[] => {
  const values = text.split(/[x,]/).map(Number);
  if (values.length !== 3 || values.some((value) => !(value > 0)))
    throw new InvalidArgumentError('three positive numbers, mm: column,row,slice');
  return values;
};
/** `s05=New text`, or `@file.json` holding [{id, text}]. */
const edits = async (items: readonly string[]): Promise<Array<{ id: string; text: string }>> => {
  const all = await Promise.all(
    items.map(async (item) => {
      if (item.startsWith('@'))
        return JSON.parse(await readFile(item.slice(1), 'utf8')) as Array<{ id: string; text: string }>;
      const at = item.indexOf('=');
      if (at < 1) throw new InvalidArgumentError('ID=TEXT or @FILE.json');
      return [{ id: item.slice(0, at), text: item.slice(at + 1) }];
    }),
  );
  return all.flat();
};
const say = (line: string) => voice.line(line);

program
  .command('up')
  .description('start everything and stay until Ctrl-C')
  .option('--port <number>', 'port of the API on loopback', Number, 4170)
  .action(async (options: { port: number }) => {
    exitCode = await up({ dataDir, port: options.port }, voice);
  });

interface FilmOptions {
  readonly template: string;
  readonly aspect?: string;
  readonly lang: string;
  readonly brand: string;
}

/** The template in the aspect asked for, as orders name it. */
const laidOut = ({ template, aspect }: FilmOptions): string =>
  aspect ? `${template.split('/')[0]}/${aspect}` : template;

const film = (command: Command): Command =>
  command
    .option('--template <id>', 'template, as id or id@version', 'case-teaching')
    .option('--aspect <aspect>', "16:9, 9:16 or 1:1; the template's own when left out")
    .option('--lang <language>', 'zh-CN or en', 'zh-CN')
    .option('--brand <id>', 'brand', 'shili-general');

film(program.command('demo'))
  .description('make a film from a simulated CT')
  .option('--hold', 'wait for your own approval at both gates instead of the made-up accounts', false)
  .option('--open', 'keep the studio with its pages running afterwards and print a sign-in that works once', false)
  .option('--out <folder>', 'where the film goes')
  .action(async (options: FilmOptions & { hold: boolean; open: boolean; out?: string }) => {
    exitCode = await demo({ ...options, template: laidOut(options), out: options.out ?? null, dataDir }, voice);
  });

film(program.command('produce'))
  .description('make a film from a study')
  .requiredOption('--study <folder or zip>', 'DICOM folder or ZIP, or pictures')
  .requiredOption('--out <folder>', 'where the film goes')
  .option('--speaker <voice>', 'male_doctor, female_doctor or narrator', 'male_doctor')
  .option('--purpose <purpose>', 'screening-baseline, screening-follow-up or diagnostic, when the header does not say')
  .option('--series <key>', 'which series, when there are several')
  .option('--spacing <c,r,s>', 'mm between columns, rows and slices, for pictures', spacing)
  .option('--provenance <source>', 'hospital, simulated or lidc-idri', 'hospital')
  .option('--music <file>', 'WAV, FLAC or MP3 that plays softly under the voice')
  .action(async (options) => {
    const { purpose = null, series = null, spacing = null, music = null } = options;
    const order = { ...options, template: laidOut(options), purpose, series, spacing, music, dataDir };
    exitCode = await produce(order, voice);
  });

program
  .command('approve <id>')
  .description('read what is to be signed, then approve or request changes')
  .option('--film', 'the finished film, not the script', false)
  .option('--as <account>', 'the account that signs; the made-up one of the demo when left out')
  .option('--digest <digest>', 'decide under this digest without asking')
  .option('--request-changes <comment>', 'send it back with a comment')
  .option('--yes', 'do not ask', false)
  .action(async (id: string, options) => {
    const { digest = null, requestChanges = null } = options;
    const gate = options.film ? 'film' : 'script';
    const { as = null, yes } = options;
    exitCode = await approve({ id, gate, as, yes, digest, requestChanges, dataDir }, voice);
  });

program
  .command('revise <id> <edits...>')
  .description('change sentences of the script that waits: ID=TEXT or @FILE.json')
  .action(async (id: string, items: string[]) => {
    await withStudio(dataDir, say, async ({ client }) => {
      const { version } = await client.script(id);
      const pending = await client.revise(id, version, await edits(items));
      voice.result(pending, `version ${pending.version} waits for a physician`);
    });
  });

program
  .command('status [id]')
  .description('where a production stands, or all of them')
  .action(async (id?: string) => {
    await withStudio(dataDir, say, async ({ client }) => {
      if (!id) {
        const all = await client.list();
        voice.result(
          all,
          all
            .map((item) => `${item.id}  ${item.status.padEnd(17)} ${item.caseCode ?? '-'}  ${item.createdAt}`)
            .join('\n') || 'no productions yet',
        );
        return;
      }
      const item = await client.read(id);
      const steps = item.steps.map((step) => `  ${step.stage.padEnd(10)} ${step.label.padEnd(18)} ${step.outcome}`);
      voice.result(
        item,
        [
          `${item.id} r${item.revision} ${item.status} ${Math.floor((item.progress?.fraction ?? 0) * 100)} %`,
          ...steps,
        ].join('\n'),
      );
    });
  });

program
  .command('cancel <id>')
  .description('stop a production; finished steps are kept')
  .action(async (id: string) => {
    await withStudio(dataDir, say, async ({ client }) => {
      await client.cancel(id);
      voice.result({ id, cancelling: true }, `${id} is being cancelled`);
    });
  });

program
  .command('pause <id>')
  .description('hold a production; finished steps are kept')
  .action(async (id: string) => {
    await withStudio(dataDir, say, async ({ client }) => {
      const held = await client.pause(id);
      voice.result(held, `${id} is held`);
    });
  });

program
  .command('resume <id>')
  .description('go on with a production that was held')
  .action(async (id: string) => {
    await withStudio(dataDir, say, async ({ client }) => {
      const held = await client.resume(id);
      voice.result(held, `${id} goes on`);
    });
  });

program
  .command('retry <id>')
  .description('try again what failed or was cancelled; an approval of the same version stands')
  .option('--out <folder>', 'where the film goes')
  .action(async (id: string, options: { out?: string }) => {
    await withStudio(dataDir, say, async ({ client }) => {
      const { revision } = await client.retry(id);
      voice.line(`${id} revision ${revision}`);
      exitCode = await followToEnd(client, id, options.out ?? `out/${id}`, voice);
    });
  });

program
  .command('rerender <id>')
  .description('the next revision: with changed sentences, or the same once more')
  .option('--sentence <edit...>', 'ID=TEXT or @FILE.json', [])
  .option('--out <folder>', 'where the film goes')
  .action(async (id: string, options: { sentence: string[]; out?: string }) => {
    await withStudio(dataDir, say, async ({ client }) => {
      const next = await client.rerender(id, await edits(options.sentence));
      voice.line(`${id} revision ${next.revision}`);
      exitCode = await followToEnd(client, id, options.out ?? `out/${id}`, voice);
      const { steps } = await client.read(id);
      const count = (outcome: string) => steps.filter((step) => step.outcome === outcome).length;
      voice.line(`made anew: ${count('done')} steps · reused: ${count('reused')} steps`);
    });
  });

accountCommands(
  program
    .command('account')
    .description('people who sign in: add, list, disable, enable, reset-password, sign-in, token'),
  {
    dataDir,
    voice: () => voice,
  },
);

program
  .command('audit')
  .description('who did what: the record and whether it holds')
  .command('verify')
  .description('walk the whole chain of the audit; says how many entries it has and the hash of the last')
  .option('--head <hash>', 'a hash written down earlier: it must still be in the chain')
  .action(async (options: { head?: string }) => {
    exitCode = await auditVerify({ dataDir, head: options.head ?? null }, voice);
  });

program
  .command('doctor')
  .description('every part, its version, and what to do')
  .action(async () => {
    const { runDoctor } = await import('./doctor.ts');
    exitCode = await runDoctor({ json: voice.json });
  });

program
  .command('bench [what]')
  .description('measure the whole demo and its stages, or the studio under load (`bench studio`)')
  .allowUnknownOption()
  .action(async (what?: string) => {
    if (what === 'studio') await import('../bench/studio.ts');
    else await import('../bench/run.ts');
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.missing;
  else exitCode = voice.failure(error);
}
process.exit(exitCode);
