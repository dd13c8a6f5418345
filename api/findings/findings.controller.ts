import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { FINDINGS } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { Consequences } from '#domain/correction/consequences';
import { StudioError } from '#domain/errors';
import { ConfirmBody, CorrectBody, FindingsView, PlaneAxis, PreviewBody } from '#domain/findings-view';
import type { FindingsService } from './findings.service.ts';

const Version = z.object({ version: z.coerce.number().int().positive().optional() });
const PIXELS = 'application/octet-stream';

/** Findings with their sources, what corrections would mean, and the pixels they stand on. */
@ApiBearerAuth()
@Controller('api/productions/:id')
export class FindingsController {
  constructor(@Inject(FINDINGS) private readonly findings: FindingsService) {}

  @Get('findings')
  @May('findings.read')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'version', required: false })
  @Answers(FindingsView)
  @ApiOperation({
    summary: 'A version of the findings, the newest by default, with every measured value and its source',
  })
  view(
    @Param('id') id: string,
    @Query({ schema: Version }) query: z.infer<typeof Version>,
    @CurrentActor() actor: Actor,
  ) {
    return this.findings.view(id, actor, query.version);
  }

  @Post('findings/preview')
  @HttpCode(200)
  @May('findings.correct')
  @ApiParam({ name: 'id' })
  @Takes(PreviewBody)
  @Answers(Consequences)
  @ApiOperation({ summary: 'What corrections would change: values, classes, sentences, scenes, approvals' })
  preview(@Param('id') id: string, @Body({ schema: PreviewBody }) body: PreviewBody, @CurrentActor() actor: Actor) {
    return this.findings.preview(id, body, actor);
  }

  @Post('findings')
  @May('findings.correct')
  @ApiParam({ name: 'id' })
  @Takes(CorrectBody)
  @Answers(FindingsView, 201)
  @ApiOperation({ summary: 'Correct findings: makes the next version; script, pictures and approvals follow' })
  correct(@Param('id') id: string, @Body({ schema: CorrectBody }) body: CorrectBody, @CurrentActor() actor: Actor) {
    return this.findings.correct(id, body, actor);
  }

  @Post('findings/confirm')
  @HttpCode(200)
  @May('findings.correct')
  @ApiParam({ name: 'id' })
  @Takes(ConfirmBody)
  @Answers(FindingsView)
  @ApiOperation({ summary: 'Note that findings were looked at and stand as they are' })
  confirm(@Param('id') id: string, @Body({ schema: ConfirmBody }) body: ConfirmBody, @CurrentActor() actor: Actor) {
    return this.findings.confirm(id, body, actor);
  }

  @Get('images/slices/:slice')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'slice', description: 'from 0 at the head end' })
  @ApiProduces(PIXELS)
  @ApiOperation({ summary: 'One axial slice: Hounsfield units, Int16 little endian, row by row' })
  async slice(
    @Param('id') id: string,
    @Param('slice') slice: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await sendPixels(request, response, await this.findings.slice(id, indexOf(slice)));
  }

  @Get('images/planes/:axis/:index')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'axis', enum: PlaneAxis.options })
  @ApiParam({ name: 'index', description: 'image row (coronal) or column (sagittal), from 0' })
  @ApiProduces(PIXELS)
  @ApiOperation({ summary: 'A plane across the stack, a row for each slice from the head end' })
  async plane(
    @Param('id') id: string,
    @Param('axis') axis: string,
    @Param('index') index: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const plane = PlaneAxis.safeParse(axis);
    if (!plane.success) throw new StudioError('NOT_FOUND', { what: 'plane' });
    await sendPixels(request, response, await this.findings.plane(id, plane.data, indexOf(index)));
  }
}

function indexOf(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new StudioError('NOT_FOUND', { what: 'slice' });
  return Number(text);
}

/** Patient-derived pixels: packed on the way, kept by nobody, and without a mark that a cache could ask after. */
async function sendPixels(request: Request, response: Response, bytes: Buffer): Promise<void> {
  response.setHeader('Content-Type', PIXELS);
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Vary', 'Accept-Encoding');
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = packed ? await promisify(gzip)(bytes, { level: 1 }) : bytes;
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.byteLength);
  response.end(body);
}
