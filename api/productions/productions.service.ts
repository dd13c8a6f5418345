import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Intake } from '#activities/store/intake';
import type { UploadClaims } from '#api/uploads/claim';
import type { Actor } from '#domain/approval';
import { findBrand } from '#domain/brands';
import { audienceOf } from '#domain/choices';
import type { ProductionFilter } from '#domain/desk';
import { StudioError } from '#domain/errors';
import { type LogEntry, type ProductionDetail, ProductionId, ProductionRequest } from '#domain/production';
import { ProductionStatus } from '#domain/progress';
import { Language, type Script } from '#domain/script';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import {
  createProduction,
  findProduction,
  listOutputs,
  listProductions,
  nextEpisode,
  type ProductionRecord,
} from '#prisma/records/productions';
import { findScript, type ScriptRecord } from '#prisma/records/scripts';
import type { CreateBody } from './bodies.ts';
import { detailOf, logOf } from './detail.ts';
import { keepMusic } from './keep-music.ts';
import type { Launcher } from './launcher.ts';
import type { SteeringService } from './steering.service.ts';

/** Orders films and tells where they stand. */
export class ProductionsService {
  constructor(
    private readonly db: Database,
    private readonly launcher: Launcher,
    private readonly steering: SteeringService,
    private readonly dataDir: string,
    private readonly uploads: UploadClaims,
  ) {}

  /** @throws StudioError for unknown template, brand or language before anything is started */
  async create(body: CreateBody, actor: Actor): Promise<ProductionRecord> {
    const { source, upload, confirmedNoIdentity, department: _, music, ...wanted } = body;
    if ((source === undefined) === (upload === undefined))
      throw new StudioError('INPUT_INVALID', { detail: 'give either upload or source' });
    const language = Language.safeParse(wanted.language);
    if (!language.success) throw new StudioError('LANGUAGE_UNKNOWN', { language: wanted.language });
    findBrand(wanted.brand);
    const template = findTemplate(wanted.template);
    const audience = audienceOf(template) ?? wanted.audience;
    const request = ProductionRequest.parse({ ...wanted, audience, template: templateRef(template) });
    if (source !== undefined && !path.isAbsolute(source))
      throw new StudioError('INPUT_INVALID', { detail: 'source must be an absolute path' });
    const department = this.#department(body, actor);
    if (music !== null) request.music = await keepMusic(music, this.dataDir);
    const id = ProductionId.parse(`p${randomId(11)}`);
    const { series } = request;
    const images = upload
      ? await this.uploads.claim(upload, { productionId: id, actor, series, confirmedNoIdentity })
      : { path: source!, own: null, series };
    request.series = images.series;
    request.episode = request.filmSeries === null ? null : await nextEpisode(this.db, department, request.filmSeries);
    const production = await createProduction(this.db, id, request, {
      createdBy: actor.id,
      departmentId: department,
    });
    const entry = { actorId: actor.id, resource: 'production', resourceId: id, departmentId: department } as const;
    await appendAudit(this.db, { ...entry, action: 'production.create', to: request.template });
    const intake = await new Intake(path.join(this.dataDir, 'intake')).leave(images.path, images.own);
    await this.launcher.start({ run: { productionId: id, revision: 1 }, request, intake, from: null });
    return production;
  }

  list(actor: Actor, filter: ProductionFilter): Promise<ProductionRecord[]> {
    const { limit, before, mine, text } = filter;
    const statuses = filter.status?.split(',').flatMap((one) => ProductionStatus.safeParse(one).data ?? []);
    const createdBy = mine ? actor.id : undefined;
    return listProductions(this.db, actor.departments, { limit, before, statuses, createdBy, text: text || undefined });
  }

  /** The department a film is made for: the one named, or the person's first. @throws StudioError FORBIDDEN */
  #department(body: CreateBody, actor: Actor): string {
    const department = body.department ?? actor.departments[0];
    if (!department || !actor.departments.includes(department)) throw new StudioError('FORBIDDEN');
    return department;
  }

  /** @throws StudioError NOT_FOUND */
  async find(id: string): Promise<ProductionRecord> {
    const production = ProductionId.safeParse(id).success ? await findProduction(this.db, id) : null;
    if (!production) throw new StudioError('NOT_FOUND', { what: 'production' });
    return production;
  }

  async read(id: string): Promise<ProductionDetail> {
    return detailOf(this.db, await this.find(id));
  }

  async log(id: string): Promise<LogEntry[]> {
    return logOf(this.db, await this.find(id));
  }

  /** @throws StudioError NOT_FOUND when nothing is written yet */
  async script(id: string, version?: number): Promise<ScriptRecord> {
    await this.find(id);
    const script = await findScript(this.db, id, version);
    if (!script) throw new StudioError('NOT_FOUND', { what: 'script' });
    return script;
  }

  /** A whole version by an editor; see `SteeringService.putForward`. */
  async putForward(id: string, version: { script: Script; basedOn: number }, actor: Actor): Promise<void> {
    await this.steering.putForward(await this.find(id), version, actor);
  }

  /** @throws StudioError NOT_FOUND */
  async output(id: string, name: string) {
    const production = await this.find(id);
    const output = (await listOutputs(this.db, id, production.revision)).find((item) => item.name === name);
    if (!output) throw new StudioError('NOT_FOUND', { what: 'output' });
    return output.artifact;
  }
}

function randomId(length: number): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
}
