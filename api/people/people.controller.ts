import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import type { Actor } from '#domain/approval';
import { AccountAnswer, AccountChangeBody, Colleague, InvitationAnswer, NewAccountBody } from '#domain/people';
import type { PeopleService } from './people.service.ts';
import { PEOPLE } from './tokens.ts';

/** Who works here. */
@ApiBearerAuth()
@Controller('api/people')
export class PeopleController {
  constructor(@Inject(PEOPLE) private readonly people: PeopleService) {}

  @Get()
  @May('people.read')
  @ApiOperation({ summary: 'The people of the own departments' })
  @Answers(z.array(Colleague))
  colleagues(@CurrentActor() actor: Actor) {
    return this.people.colleagues(actor.departments);
  }

  @Get('accounts')
  @May('people.manage')
  @ApiOperation({ summary: 'Every account, with how it can sign in' })
  @Answers(z.array(AccountAnswer))
  accounts() {
    return this.people.accounts();
  }

  @Post('accounts')
  @May('people.manage')
  @ApiOperation({ summary: 'A new account; answers the link on which its person sets a password, once' })
  @Takes(NewAccountBody)
  @Answers(InvitationAnswer, 201)
  create(@Body({ schema: NewAccountBody }) body: NewAccountBody, @CurrentActor() actor: Actor) {
    return this.people.create(body, actor.id);
  }

  @Patch('accounts/:account')
  @May('people.manage')
  @ApiOperation({ summary: 'Change name, roles, departments; disable or enable. It acts at once' })
  @ApiParam({ name: 'account' })
  @Takes(AccountChangeBody)
  @Answers(AccountAnswer)
  change(
    @Param('account') id: string,
    @Body({ schema: AccountChangeBody }) body: AccountChangeBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.people.change(id, body, actor.id);
  }

  @Post('accounts/:account/invitation')
  @HttpCode(200)
  @May('people.manage')
  @ApiOperation({ summary: 'Take the password away and answer a link to set a new one' })
  @ApiParam({ name: 'account' })
  @Answers(InvitationAnswer)
  invite(@Param('account') id: string, @CurrentActor() actor: Actor) {
    return this.people.resetPassword(id, actor.id);
  }

  @Delete('accounts/:account/authenticator')
  @May('people.manage')
  @ApiOperation({ summary: 'Take the second factor away, for a lost phone' })
  @ApiParam({ name: 'account' })
  @Answers(AccountAnswer)
  resetAuthenticator(@Param('account') id: string, @CurrentActor() actor: Actor) {
    return this.people.resetAuthenticator(id, actor.id);
  }
}
