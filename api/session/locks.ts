import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { StudioError } from '#domain/errors';
import { lockFor } from '#domain/session';
import type { Database } from '#prisma/records/database';

/** Refused attempts an address has, for all accounts together; a ward's PCs may share one. */
const ADDRESS = { points: 40, duration: 300 };
const STRANGERS_KEPT = 5_000;

const locked = (ms: number) => new StudioError('LOCKED', { seconds: Math.max(1, Math.ceil(ms / 1000)) });

/** Slows guessing down: per account with growing pauses, per address with a budget of refusals. */
export class Locks {
  readonly #addresses = new RateLimiterMemory(ADDRESS);
  /** Logins nobody has: they lock like the others, so that locking does not tell who exists. */
  readonly #strangers = new Map<string, { failures: number; until: number }>();
  constructor(private readonly db: Database) {}

  /** Takes one attempt of an address; give it back when the attempt succeeds. @throws StudioError LOCKED */
  async attempt(address: string): Promise<void> {
    try {
      await this.#addresses.consume(address);
    } catch (over) {
      if (over instanceof Error) throw over;
      throw locked((over as RateLimiterRes).msBeforeNext);
    }
  }

  async succeeded(address: string, accountId: string): Promise<void> {
    await this.#addresses.reward(address);
    await this.db.account.updateMany({
      where: { id: accountId, OR: [{ failedSignIns: { gt: 0 } }, { lockedUntil: { not: null } }] },
      data: { failedSignIns: 0, lockedUntil: null },
    });
  }

  /** @throws StudioError LOCKED while an account's pause lasts */
  refuseLocked(account: { lockedUntil: Date | null } | null, login: string): void {
    const until = account ? account.lockedUntil?.getTime() : this.#strangers.get(login)?.until;
    if (until && until > Date.now()) throw locked(until - Date.now());
  }

  /** Counts a failure; says for how long the account now refuses. */
  async failed(account: { id: string } | null, login: string): Promise<number> {
    if (!account) return this.#strangerFailed(login);
    const { failedSignIns } = await this.db.account.update({
      where: { id: account.id },
      data: { failedSignIns: { increment: 1 } },
    });
    const pause = lockFor(failedSignIns);
    if (pause > 0) {
      const lockedUntil = new Date(Date.now() + pause);
      await this.db.account.update({ where: { id: account.id }, data: { lockedUntil } });
    }
    return pause;
  }

  #strangerFailed(login: string): number {
    const failures = (this.#strangers.get(login)?.failures ?? 0) + 1;
    const pause = lockFor(failures);
    // Oldest first out: insertion order is the order of use.
    this.#strangers.delete(login);
    this.#strangers.set(login, { failures, until: Date.now() + pause });
    if (this.#strangers.size > STRANGERS_KEPT) this.#strangers.delete(this.#strangers.keys().next().value!);
    return pause;
  }
}
