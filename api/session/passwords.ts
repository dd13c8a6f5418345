import { hash, verify } from '@node-rs/argon2';

// The library's default algorithm is argon2id; OWASP's parameters: 19 MiB, two passes, one lane.
const RULES = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let nobody: Promise<string> | null = null;

export const hashPassword = (password: string): Promise<string> => hash(password, RULES);

/** Whether a password is the account's. Without an account, or without a password, it takes as long and answers no: the time must not tell who exists. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this one');
  const fits = await verify(passwordHash ?? (await nobody), password).catch(() => false);
  return fits && passwordHash !== null;
}
