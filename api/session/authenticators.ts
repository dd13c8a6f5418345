import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import QRCode from 'qrcode';
import { StudioError } from '#domain/errors';
import type { TotpEnrolment } from '#domain/session';
import type { Database } from '#prisma/records/database';
import type { HouseKey } from './house-key.ts';

/** Clocks of phones may be off by one step. */
const TOLERANCE_S = 30;
const RECOVERY_CODES = 10;

interface Holder {
  readonly id: string;
  readonly login: string | null;
  readonly totpSecret: string | null;
  readonly totpSince: Date | null;
  readonly totpStep: number | null;
  readonly recoveryCodes: readonly string[];
}

const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');

/** The second factor: an authenticator's six digits, each good once, and recovery codes for the day the phone is lost. */
export class Authenticators {
  constructor(
    private readonly db: Database,
    private readonly key: HouseKey,
  ) {}

  /** Makes a new secret; it counts only after `turnOn`. */
  async begin(holder: Holder): Promise<TotpEnrolment> {
    if (holder.totpSince) throw new StudioError('INPUT_INVALID', { detail: 'authenticator' });
    const secret = generateSecret();
    const totpSecret = await this.key.seal('totp', secret);
    await this.db.account.update({ where: { id: holder.id }, data: { totpSecret, totpStep: null } });
    const address = generateURI({ issuer: 'Caseloom', label: holder.login ?? holder.id, secret });
    return { secret, address, svg: await QRCode.toString(address, { type: 'svg', margin: 2 }) };
  }

  /** Turns it on with a first code; gives the recovery codes, which are not shown again. @throws StudioError TOTP_WRONG */
  async turnOn(holder: Holder): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      randomBytes(8)
        .toString('hex')
        .toUpperCase()
        .replace(/(.{4})(?=.)/g, '$1-'),
    );
    const data = { totpSince: new Date(), recoveryCodes: codes.map(hashOf) };
    await this.db.account.update({ where: { id: holder.id }, data });
    return codes;
  }

  /** Whether a code is right and unused; it is used up by asking. */
  async accept(holder: Holder, code: string): Promise<boolean> {
    return /^\d{6}$/.test(code) ? this.#acceptDigits(holder, code) : this.#acceptRecovery(holder, code);
  }

  async #acceptDigits(holder: Holder, token: string): Promise<boolean> {
    if (!holder.totpSecret) return false;
    const secret = await this.key.open('totp', holder.totpSecret);
    const found = await verify({ secret, token, epochTolerance: TOLERANCE_S });
    if (!found.valid || !('timeStep' in found)) return false;
    // The database decides, so that of two requests with one code only one passes.
    const { count } = await this.db.account.updateMany({
      where: { id: holder.id, OR: [{ totpStep: null }, { totpStep: { lt: found.timeStep } }] },
      data: { totpStep: found.timeStep },
    });
    return count === 1;
  }

  async #acceptRecovery(holder: Holder, code: string): Promise<boolean> {
    if (!holder.totpSince) return false;
    const used = hashOf(code);
    const { count } = await this.db.account.updateMany({
      where: { id: holder.id, recoveryCodes: { has: used } },
      data: { recoveryCodes: holder.recoveryCodes.filter((each) => each !== used) },
    });
    return count === 1;
  }
}

/** What an account without a second factor holds. */
export const NO_AUTHENTICATOR = { totpSecret: null, totpSince: null, totpStep: null, recoveryCodes: [] };
