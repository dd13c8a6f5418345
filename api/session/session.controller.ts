import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { type Authenticated, type Caller, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { StudioError } from '#domain/errors';
import {
  ConfirmBody,
  InvitationBody,
  OnceBody,
  PasswordBody,
  SecondFactorBody,
  SessionAnswer,
  SignInBody,
  SignInWays,
} from '#domain/session';
import type { SessionService } from './session.service.ts';
import { SESSIONS } from './tokens.ts';

/** Signing in and out. */
@Controller('api/session')
export class SessionController {
  constructor(@Inject(SESSIONS) private readonly sessions: SessionService) {}

  @Get('ways')
  @May('session.open')
  @ApiOperation({ summary: 'What the sign-in page may offer' })
  @Answers(SignInWays)
  ways() {
    return this.sessions.ways();
  }

  @Get()
  @May('session.finish')
  @ApiOperation({ summary: 'Who is signed in' })
  @Answers(SessionAnswer)
  read(@Req() request: Authenticated) {
    return this.sessions.answer(callerOf(request));
  }

  @Post()
  @HttpCode(200)
  @May('session.open')
  @ApiOperation({ summary: 'Sign in with account and password' })
  @Takes(SignInBody)
  @Answers(SessionAnswer)
  signIn(
    @Body({ schema: SignInBody }) body: SignInBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.sessions.signIn(body, request, response);
  }

  @Post('totp')
  @HttpCode(200)
  @May('session.finish')
  @ApiOperation({ summary: 'The second step: six digits or a recovery code' })
  @Takes(SecondFactorBody)
  @Answers(SessionAnswer)
  secondFactor(
    @Body({ schema: SecondFactorBody }) body: SecondFactorBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.sessions.secondFactor(callerOf(request), body, request, response);
  }

  @Post('once')
  @HttpCode(200)
  @May('session.open')
  @ApiOperation({ summary: 'Sign in with a link that works once' })
  @Takes(OnceBody)
  @Answers(SessionAnswer)
  once(
    @Body({ schema: OnceBody }) { token }: OnceBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.sessions.once(token, request, response);
  }

  @Post('invited')
  @HttpCode(200)
  @May('session.open')
  @ApiOperation({ summary: 'Whom an invitation is for' })
  @Takes(OnceBody)
  @Answers(z.object({ login: z.string(), displayName: z.string() }))
  invited(@Body({ schema: OnceBody }) { token }: OnceBody) {
    return this.sessions.invited(token);
  }

  @Post('invitation')
  @HttpCode(200)
  @May('session.open')
  @ApiOperation({ summary: 'Set the password an invitation asks for, and sign in' })
  @Takes(InvitationBody)
  @Answers(SessionAnswer)
  accept(
    @Body({ schema: InvitationBody }) body: InvitationBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.sessions.accept(body, request, response);
  }

  @Post('confirm')
  @HttpCode(200)
  @May('session.finish')
  @ApiOperation({ summary: 'Prove again who is there, before signing' })
  @Takes(ConfirmBody)
  @Answers(z.object({ authenticatedAt: z.iso.datetime() }))
  confirm(@Body({ schema: ConfirmBody }) body: ConfirmBody, @Req() request: Authenticated) {
    return this.sessions.confirm(callerOf(request), body, request);
  }

  @Put('password')
  @HttpCode(204)
  @May('session.use')
  @ApiOperation({ summary: 'Change the own password' })
  @Takes(PasswordBody)
  password(@Body({ schema: PasswordBody }) body: PasswordBody, @Req() request: Authenticated) {
    return this.sessions.changePassword(callerOf(request), body.current, body.password, request);
  }

  @Delete()
  @HttpCode(204)
  @May('session.finish')
  @ApiOperation({ summary: 'Sign out' })
  leave(@Req() request: Authenticated, @Res({ passthrough: true }) response: Response) {
    return this.sessions.leave(callerOf(request), request, response);
  }
}

/** The guard has seen to it that there is one. */
export function callerOf({ caller }: Authenticated): Caller {
  if (!caller) throw new StudioError('UNAUTHENTICATED');
  return caller;
}
