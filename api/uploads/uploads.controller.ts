import { Body, Controller, Delete, Get, Head, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiConsumes, ApiOperation, ApiParam, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { Upload } from '#domain/upload';
import { announced } from './allowance.ts';
import type { Receiver } from './receiver.ts';
import { RECEIVER, UPLOADS } from './tokens.ts';
import type { UploadsService } from './uploads.service.ts';

const OpenBody = z.strictObject({ department: z.string().optional() });

/** Studies on their way in. Files come by the resumable protocol tus 1.0; an upload is its person's alone. */
@ApiBearerAuth()
@Controller('api/uploads')
export class UploadsController {
  constructor(
    @Inject(UPLOADS) private readonly uploads: UploadsService,
    @Inject(RECEIVER) private readonly receiver: Receiver,
  ) {}

  @Post()
  @May('upload.use')
  @Takes(OpenBody)
  @Answers(Upload, 201)
  @ApiOperation({ summary: 'Begin an upload' })
  open(@Body({ schema: OpenBody }) body: z.infer<typeof OpenBody>, @CurrentActor() actor: Actor) {
    return this.uploads.open(actor, body.department);
  }

  @Get()
  @May('upload.use')
  @Answers(z.array(Upload))
  @ApiOperation({ summary: 'Your uploads that are not yet a film' })
  list(@CurrentActor() actor: Actor) {
    return this.uploads.list(actor);
  }

  @Get(':id')
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @Answers(Upload)
  @ApiOperation({ summary: 'An upload: files and how much of each is there, and what was found in it' })
  read(@Param('id') id: string) {
    return this.uploads.read(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @ApiOperation({ summary: 'Delete an upload with its files' })
  async drop(@Param('id') id: string, @CurrentActor() actor: Actor) {
    await this.uploads.drop(id, actor);
  }

  @Post(':id/finish')
  @HttpCode(202)
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @Answers(Upload, 202)
  @ApiOperation({ summary: 'All files are there: look through them' })
  finish(@Param('id') id: string, @CurrentActor() actor: Actor) {
    return this.uploads.finish(id, actor);
  }

  @Get(':id/montage/:series')
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'series' })
  @ApiProduces('image/jpeg')
  @ApiOperation({ summary: 'Sample images of a series, to see that no identity is in them' })
  async montage(@Param('id') id: string, @Param('series') series: string, @Res() response: Response) {
    const file = await this.uploads.montage(id, series);
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.type('image/jpeg');
    await new Promise<void>((resolve, reject) => {
      const options = { dotfiles: 'allow', cacheControl: false, etag: false, lastModified: false } as const;
      response.sendFile(file, options, (error?: Error) => {
        if (!error || response.headersSent) resolve();
        else reject(new StudioError('UPLOAD_GONE', {}, { cause: error }));
      });
    });
  }

  @Post(':id/files')
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @ApiOperation({ summary: 'tus: announce a file (Upload-Length; Upload-Metadata: index, group, kind)' })
  async announce(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.uploads.pass(id, actor);
    const file = await this.uploads.announce(id, announced(request.headers));
    await this.receiver
      .take(request, response)
      .finally(() => response.statusCode >= 400 && this.uploads.settle(id, file));
  }

  @Head(':id/files/:file')
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'file' })
  @ApiOperation({ summary: 'tus: how much of a file is there' })
  async where(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.uploads.pass(id, actor);
    await this.receiver.take(request, response);
  }

  @Patch(':id/files/:file')
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'file' })
  @ApiConsumes('application/offset+octet-stream')
  @ApiOperation({ summary: 'tus: the next bytes of a file' })
  async more(
    @Param('id') id: string,
    @Param('file') file: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.uploads.pass(id, actor);
    await this.receiver
      .take(request, response)
      .finally(() => response.statusCode >= 400 && this.uploads.settle(id, file));
  }

  @Delete(':id/files/:file')
  @May('upload.use')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'file' })
  @ApiOperation({ summary: 'tus: take a file back' })
  async takeBack(
    @Param('id') id: string,
    @Param('file') file: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.uploads.pass(id, actor);
    await this.receiver.take(request, response);
    await this.uploads.settle(id, file);
  }
}
