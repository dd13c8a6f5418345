import { Body, Controller, Delete, HttpCode, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Authenticated, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { DATABASE } from '#api/tokens';
import { StudioError } from '#domain/errors';
import { needsSecondFactor } from '#domain/house-rules';
import { RecoveryCodes, SecondFactorBody, TotpEnrolment } from '#domain/session';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { readHouseRules } from '#prisma/records/settings';
import { type Authenticators, NO_AUTHENTICATOR } from './authenticators.ts';
import { requireRecentProof } from './recent-proof.ts';
import { callerOf } from './session.controller.ts';
import { AUTHENTICATORS } from './tokens.ts';

/** The own second factor. */
@Controller('api/session/authenticator')
export class AuthenticatorController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(AUTHENTICATORS) private readonly authenticators: Authenticators,
  ) {}

  @Post()
  @HttpCode(200)
  @May('session.finish')
  @ApiOperation({ summary: 'A new secret for an authenticator; it counts once a code of it was given' })
  @Answers(TotpEnrolment)
  async begin(@Req() request: Authenticated) {
    return this.authenticators.begin(await this.#holder(request));
  }

  @Put()
  @May('session.finish')
  @ApiOperation({ summary: 'Turn it on with a first code; answers the recovery codes, once' })
  @Takes(SecondFactorBody)
  @Answers(RecoveryCodes)
  async turnOn(@Body({ schema: SecondFactorBody }) { code }: SecondFactorBody, @Req() request: Authenticated) {
    const holder = await this.#holder(request);
    if (holder.totpSince || !/^\d{6}$/.test(code) || !(await this.authenticators.accept(holder, code)))
      throw new StudioError('TOTP_WRONG');
    const recoveryCodes = await this.authenticators.turnOn(holder);
    await this.#audit(holder.id, 'on');
    return { recoveryCodes };
  }

  @Delete()
  @HttpCode(204)
  @May('session.use')
  @ApiOperation({ summary: 'Turn it off, where the house does not ask for it' })
  async turnOff(@Req() request: Authenticated) {
    const { id } = await this.#holder(request);
    if (needsSecondFactor(await readHouseRules(this.db), callerOf(request).actor))
      throw new StudioError('TOTP_ENROL_NEEDED');
    await this.db.account.update({ where: { id }, data: NO_AUTHENTICATOR });
    await this.#audit(id, 'off');
  }

  /** The account at the keyboard. Who only stole a cookie must not be able to change its second factor. */
  async #holder(request: Authenticated) {
    const { actor, session } = callerOf(request);
    if (!session) throw new StudioError('SESSION_NEEDED');
    if (session.state === 'totp') throw new StudioError('TOTP_NEEDED');
    requireRecentProof(request);
    return this.db.account.findUniqueOrThrow({ where: { id: actor.id } });
  }

  #audit(id: string, to: string) {
    return appendAudit(this.db, { actorId: id, action: 'account.totp', resource: 'account', resourceId: id, to });
  }
}
