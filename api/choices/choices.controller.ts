import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { CurrentActor, May } from '#api/http/auth';
import { Answers } from '#api/http/describe';
import { sendArtifact } from '#api/http/send-artifact';
import { DATABASE, STORE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { BRAND_IDS, brandRef, findBrand } from '#domain/brands';
import { audienceOf, Choices, SPEAKER_NAMES, templatePlan } from '#domain/choices';
import { StudioError } from '#domain/errors';
import { Audience } from '#domain/production';
import { Language } from '#domain/script';
import { SpeakerId } from '#domain/speech';
import { templateRef } from '#domain/template';
import { TEMPLATES } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import { listFilmSeries } from '#prisma/records/productions';
import { VOICE_SAMPLER } from './tokens.ts';
import type { VoiceSampler } from './voice-sampler.ts';

const Spoken = z.object({ lang: Language.default('zh-CN') });

/** What a film may be ordered with, and how the voices sound. */
@ApiBearerAuth()
@Controller('api/choices')
export class ChoicesController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(STORE) private readonly store: BlobStore,
    @Inject(VOICE_SAMPLER) private readonly voices: VoiceSampler,
  ) {}

  @Get()
  @May('house.read')
  @Answers(Choices)
  @ApiOperation({ summary: 'Templates, brands, voices, languages, audiences and series to choose from' })
  async choices(@CurrentActor() actor: Actor): Promise<Choices> {
    return {
      templates: TEMPLATES.map((template) => ({
        ref: templateRef(template),
        name: template.name,
        ...templatePlan(template),
        mark: template.mark,
        aspects: [...template.aspects],
        audience: audienceOf(template),
        filmGate: template.filmGate,
      })),
      brands: BRAND_IDS.map((id) => {
        const brand = findBrand(id);
        const { hospital: name, department, series, primary, accent } = brand;
        return { ref: brandRef(brand), name, department, series, primary, accent };
      }),
      speakers: SpeakerId.options
        .filter((id) => id !== 'narrator')
        .map((id) => ({ id, name: SPEAKER_NAMES[id], tier: this.voices.tier })),
      languages: Language.options,
      audiences: Audience.options,
      filmSeries: await listFilmSeries(this.db, actor.departments),
    };
  }

  @Get('voices/:speaker')
  @May('house.read')
  @ApiParam({ name: 'speaker' })
  @ApiQuery({ name: 'lang', required: false })
  @ApiProduces('audio/wav')
  @ApiOperation({ summary: 'A sentence spoken by a voice, by the engine that will speak the film' })
  async voice(
    @Param('speaker') speaker: string,
    @Query({ schema: Spoken }) { lang }: z.infer<typeof Spoken>,
    @Res() response: Response,
  ) {
    const id = SpeakerId.safeParse(speaker);
    if (!id.success) throw new StudioError('SPEECH_VOICE', { voice: '?', choices: SpeakerId.options.join(', ') });
    const audio = await this.voices.sample(id.data, lang);
    await sendArtifact(response, this.store.path(audio), audio);
  }
}
