import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import type { Actor } from '#domain/approval';
import { DepartmentAnswer, DepartmentChangeBody, NewDepartmentBody } from '#domain/people';
import type { PeopleService } from './people.service.ts';
import { PEOPLE } from './tokens.ts';

/** The departments of the hospital. */
@ApiBearerAuth()
@Controller('api/departments')
export class DepartmentsController {
  constructor(@Inject(PEOPLE) private readonly people: PeopleService) {}

  @Get()
  @May('people.manage')
  @ApiOperation({ summary: 'Every department' })
  @Answers(z.array(DepartmentAnswer))
  list() {
    return this.people.departments();
  }

  @Post()
  @May('people.manage')
  @ApiOperation({ summary: 'A new department' })
  @Takes(NewDepartmentBody)
  @Answers(DepartmentAnswer, 201)
  create(@Body({ schema: NewDepartmentBody }) body: NewDepartmentBody, @CurrentActor() actor: Actor) {
    return this.people.createDepartment(body, actor.id);
  }

  @Patch(':department')
  @May('people.manage')
  @ApiOperation({ summary: 'Rename, or let authors approve their own versions' })
  @ApiParam({ name: 'department' })
  @Takes(DepartmentChangeBody)
  @Answers(DepartmentAnswer)
  change(
    @Param('department') id: string,
    @Body({ schema: DepartmentChangeBody }) body: DepartmentChangeBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.people.changeDepartment(id, body, actor.id);
  }
}
