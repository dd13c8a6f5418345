import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { keepKnownToken, LOCAL_MAKER } from '#cli/accounts';
import type { Voice } from '#cli/say';
import { type Studio, withStudio } from '#cli/stack';
import { Role } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { AccountAnswer, InvitationAnswer, TokenScope } from '#domain/people';
import type { Scope } from '#domain/policy';
import { refusePassword } from '#domain/session';
import { makeToken } from '#prisma/records/api-tokens';
import { type Database, openDatabase } from '#prisma/records/database';
import { makeOneTime, oneTimeAddress } from '#prisma/records/one-time';

export interface AccountCommandsOptions {
  readonly dataDir: string;
  voice(): Voice;
}

const listOf =
  <T extends string>(schema: z.ZodEnum<Record<T, T>>) =>
  (text: string): T[] => {
    const parsed = z.array(schema).min(1).safeParse(text.split(','));
    if (!parsed.success) throw new InvalidArgumentError(`one or more of ${schema.options.join(', ')}, with commas`);
    return parsed.data as T[];
  };
const accounts = (login: string, tail = '') => `/api/people/accounts/${encodeURIComponent(login)}${tail}`;

/** `studio account …`: the people who sign in. The first admin is made here; there is no default password. */
export function accountCommands(account: Command, { dataDir, voice }: AccountCommandsOptions): void {
  const inStudio = (work: (studio: Studio) => Promise<void>) => withStudio(dataDir, (line) => voice().line(line), work);

  account
    .command('add <login>')
    .description('make an account; asks for its password, or prints a link on which its person sets one')
    .requiredOption('--name <name>', 'name shown on the seal')
    .requiredOption('--roles <roles>', Role.options.join(', '), listOf(Role))
    .option('--department <id...>', 'departments whose films they see', ['house'])
    .option('--password-stdin', 'read the password from the first line of stdin', false)
    .action(async (login: string, options) => {
      const password = options.passwordStdin ? await passwordFromStdin(login) : await askPassword(login);
      const body = { login, displayName: options.name, roles: options.roles, departments: options.department };
      await inStudio(async (studio) => {
        const made = await studio.client.call('POST', '/api/people/accounts', InvitationAnswer, body);
        await finish(studio, made, password, voice());
      });
    });

  account
    .command('list')
    .description('every account')
    .action(() =>
      inStudio(async ({ client }) => {
        const all = await client.call('GET', '/api/people/accounts', z.array(AccountAnswer));
        const lines = all.map(
          (each) =>
            `${each.id.padEnd(18)} ${each.state.padEnd(9)} ${each.roles.join(',').padEnd(28)} ${each.departments.join(',')}  ${each.displayName}`,
        );
        voice().result(all, lines.join('\n'));
      }),
    );

  for (const verb of ['disable', 'enable'] as const) {
    account
      .command(`${verb} <login>`)
      .description(verb === 'disable' ? 'close an account and its sessions at once' : 'open it again')
      .action((login: string) =>
        inStudio(async ({ client }) => {
          const disabled = verb === 'disable';
          const changed = await client.call('PATCH', accounts(login), AccountAnswer, { disabled });
          voice().result(changed, `${login}: ${changed.state}`);
        }),
      );
  }

  account
    .command('reset-password <login>')
    .description('take the password away; prints a link on which the person sets a new one')
    .option('--password-stdin', 'set the first line of stdin as the password instead', false)
    .action(async (login: string, options: { passwordStdin: boolean }) => {
      const password = options.passwordStdin ? await passwordFromStdin(login) : null;
      await inStudio(async (studio) => {
        const made = await studio.client.call('POST', accounts(login, '/invitation'), InvitationAnswer);
        await finish(studio, made, password, voice());
      });
    });

  account
    .command('sign-in <id>')
    .description('print a link that signs in once, within ten minutes')
    .action((id: string) =>
      inStudio(async (studio) => {
        const link = await withDatabase(studio, async (db) => {
          await refuseUnknown(db, id);
          return oneTimeAddress(pagesOf(studio), 'sign-in', await makeOneTime(db, id, 'sign-in'));
        });
        voice().result({ id, link }, link);
      }),
    );

  account
    .command('token <id>')
    .description('print a token for scripts, once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scopes <scopes>', TokenScope.options.join(', '), listOf(TokenScope), ['read'])
    .option('--days <number>', 'how long it lives, at most 366', days, 90)
    .option('--keep', 'keep it on this machine, for approve --as', false)
    .action((id: string, options: { name: string; scopes: Scope[]; days: number; keep: boolean }) =>
      inStudio(async (studio) => {
        const { name, scopes, days } = options;
        const secret = await withDatabase(studio, async (db) => {
          await refuseUnknown(db, id);
          const made = await makeToken(db, { accountId: id, name, scopes, days, actorId: LOCAL_MAKER.id });
          return made.secret;
        });
        if (options.keep) await keepKnownToken(dataDir, id, secret);
        const told = options.keep ? `token of ${id} kept in ${dataDir}/tokens.json` : secret;
        voice().result(options.keep ? { id, scopes, kept: true } : { id, scopes, secret }, told);
      }),
    );
}

/** Sets the password through the invitation, as its person would; without one, prints the link. */
async function finish(studio: Studio, made: InvitationAnswer, password: string | null, voice: Voice): Promise<void> {
  const { account, token, expiresAt } = made;
  if (password !== null) {
    const body = { token, password };
    await studio.client.call(
      'POST',
      '/api/session/invitation',
      z.object({ actor: z.object({ id: z.string() }) }),
      body,
    );
    voice.result({ account: { ...account, state: 'active' } }, `account ${account.id}: ${account.roles.join(', ')}`);
    return;
  }
  const link = oneTimeAddress(pagesOf(studio), 'invitation', token);
  voice.result(
    { account, link, expiresAt },
    `account ${account.id}; to set a password, once, until ${expiresAt}:\n${link}`,
  );
}

const pagesOf = (studio: Studio): string => studio.web ?? studio.address;

async function withDatabase<T>(studio: Studio, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(studio.databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

async function refuseUnknown(db: Database, id: string): Promise<void> {
  const found = await db.account.count({ where: { id, disabledAt: null } });
  if (found === 0) throw new StudioError('NOT_FOUND', { what: `account ${id}` });
}

function days(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 366) throw new InvalidArgumentError('1 to 366');
  return value;
}

async function passwordFromStdin(login: string): Promise<string> {
  const password = (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  refuseWeak(password, login);
  return password;
}

/** Asked twice without showing it; empty, or no terminal: null, and a link is printed instead. */
async function askPassword(login: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const first = await hidden('password (empty: print a link instead): ');
  if (first === '') return null;
  refuseWeak(first, login);
  if ((await hidden('again: ')) !== first) throw new StudioError('INPUT_INVALID', { detail: 'the two differ' });
  return first;
}

function refuseWeak(password: string, login: string): void {
  const why = refusePassword(password, login);
  if (why) throw new StudioError('PASSWORD_WEAK', { why });
}

function hidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    reader.on('SIGINT', () => {
      reader.close();
      reject(new StudioError('CANCELLED'));
    });
    reader.question('', (answer) => {
      reader.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
