import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation } from '@nestjs/swagger';
import type { Client } from '@temporalio/client';
import type { BlobStore } from '#activities/store/blob-store';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { DATABASE, STORE, TEMPORAL } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { EnginesAnswer, HealthAnswer, SettingsAnswer, StorageAnswer } from '#domain/house-report';
import { HouseRulesChange } from '#domain/house-rules';
import type { Database } from '#prisma/records/database';
import { foundEngines } from './engines.ts';
import { examineHouse } from './health.ts';
import type { SettingsService } from './settings.service.ts';
import type { Storage } from './storage.ts';
import { DATA_FOLDER, SETTINGS, STORAGE } from './tokens.ts';

/** What an admin decides and looks after. */
@ApiBearerAuth()
@Controller('api')
export class SettingsController {
  constructor(
    @Inject(SETTINGS) private readonly settings: SettingsService,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(STORE) private readonly store: BlobStore,
    @Inject(TEMPORAL) private readonly temporal: Client,
    @Inject(DATA_FOLDER) private readonly dataDir: string,
  ) {}

  @Get('settings')
  @May('settings.manage')
  @ApiOperation({ summary: 'The rules of the house' })
  @Answers(SettingsAnswer)
  read() {
    return this.settings.read();
  }

  @Patch('settings')
  @May('settings.manage')
  @ApiOperation({ summary: 'Change rules of the house; they act at once' })
  @Takes(HouseRulesChange)
  @Answers(SettingsAnswer)
  change(@Body({ schema: HouseRulesChange }) body: HouseRulesChange, @CurrentActor() actor: Actor) {
    return this.settings.change(body, actor.id);
  }

  @Get('engines')
  @May('settings.manage')
  @ApiOperation({ summary: 'Models and voices found on this machine' })
  @Answers(EnginesAnswer)
  engines() {
    return foundEngines(this.db, this.store);
  }

  @Get('storage')
  @May('settings.manage')
  @ApiOperation({ summary: 'Bytes by kind, and what is free' })
  @Answers(StorageAnswer)
  bytes() {
    return this.storage.measure();
  }

  @Get('settings/health')
  @May('settings.manage')
  @ApiOperation({ summary: 'Every part of the house, asked now' })
  @Answers(HealthAnswer)
  health() {
    return examineHouse(this.db, this.temporal, this.dataDir);
  }
}
