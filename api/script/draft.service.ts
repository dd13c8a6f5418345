import type { BlobStore } from '#activities/store/blob-store';
import type { ProductionsService } from '#api/productions/productions.service';
import { Analysis } from '#domain/analysis';
import type { Actor } from '#domain/approval';
import { checkScript } from '#domain/check-script';
import { compareScripts } from '#domain/compare-scripts';
import type { DraftBody, DraftDesk, DraftPulse, DraftSaved, NoteGiven, SubmitBody, VersionLine } from '#domain/draft';
import { sentencesOf } from '#domain/edit-script';
import { StudioError } from '#domain/errors';
import { standingNotes } from '#domain/lint';
import { filmSeriesOf } from '#domain/production';
import { reclaimScript } from '#domain/reclaim';
import { type KeptRemark, Script } from '#domain/script';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { type DraftRecord, dropDraft, findDraft, saveDraft } from '#prisma/records/drafts';
import type { ProductionRecord } from '#prisma/records/productions';
import { listScripts, type ScriptRecord, scriptTime } from '#prisma/records/scripts';
import { namesOf } from '#prisma/records/signers';

/** What people write before a version becomes one. Two editors never overwrite each other: a save names the save it was made from. */
export class DraftService {
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly productions: ProductionsService,
  ) {}

  async desk(id: string): Promise<DraftDesk> {
    const [production, current, draft] = await this.#all(id);
    const [analysis, at, names] = await Promise.all([
      this.analysis(production),
      scriptTime(this.db, id, current.version),
      namesOf(this.db, [current.author, ...(draft ? [draft.author] : [])]),
    ]);
    const { speaker, template, brand } = production.request;
    return {
      version: { number: current.version, ...wrote(current.author, at ?? '', names), comment: current.comment },
      script: current.script,
      draft: draft && {
        basedOn: draft.basedOn,
        save: draft.save,
        script: draft.script,
        ...wrote(draft.author, draft.at, names),
      },
      ...{ speaker, template, brand, analysis, series: filmSeriesOf(production.request) },
    };
  }

  async pulse(id: string): Promise<DraftPulse> {
    const [, current, draft] = await this.#all(id);
    const [at, names] = await Promise.all([
      scriptTime(this.db, id, current.version),
      namesOf(this.db, [current.author, ...(draft ? [draft.author] : [])]),
    ]);
    return {
      version: current.version,
      versionBy: names.get(current.author) ?? '',
      versionAt: at ?? '',
      save: draft?.save ?? 0,
      draft: draft && wrote(draft.author, draft.at, names),
    };
  }

  /** @throws StudioError SCRIPT_STALE, DRAFT_STALE with who and when; nothing is written then */
  async save(id: string, body: DraftBody, actor: Actor): Promise<DraftSaved> {
    const [, current, draft] = await this.#all(id);
    await this.#mustBeCurrent(id, current, body.basedOn);
    if (body.script.language !== current.script.language)
      throw new StudioError('INPUT_INVALID', { detail: 'language' });
    const kept = notesOf(body, draft?.script.kept ?? current.script.kept, actor);
    const script: Script = { ...body.script, version: current.version, author: actor.id, kept };
    const saved = await saveDraft(this.db, id, { basedOn: body.basedOn, author: actor.id, script, onSave: body.save });
    if (!saved) throw await this.#staleDraft(id);
    return { save: saved.save, at: saved.at, kept: [...kept] };
  }

  /** @throws StudioError DRAFT_STALE */
  async drop(id: string, save: number): Promise<void> {
    await this.productions.find(id);
    if (!(await dropDraft(this.db, id, save))) throw await this.#staleDraft(id);
  }

  /**
   * The draft becomes the next version, before the physicians.
   * @throws StudioError SCRIPT_STALE, DRAFT_STALE, DRAFT_NONE, SCRIPT_CONFLICT while the findings or the law refuse a sentence
   */
  async submit(id: string, body: SubmitBody, actor: Actor): Promise<{ version: number }> {
    const [production, current, draft] = await this.#all(id);
    if (!draft) throw new StudioError('DRAFT_NONE');
    if (draft.save !== body.save) throw await this.#staleDraft(id);
    await this.#mustBeCurrent(id, current, body.basedOn);
    await this.#mustBeCurrent(id, current, draft.basedOn);
    if (sameWords(draft.script, current.script)) throw new StudioError('DRAFT_NONE');
    const script = await this.#checked(draft, production);
    await this.productions.putForward(id, { script, basedOn: body.basedOn }, actor);
    await dropDraft(this.db, id, draft.save);
    await this.#audit(production, current, script, actor);
    return { version: current.version + 1 };
  }

  async versions(id: string): Promise<VersionLine[]> {
    await this.productions.find(id);
    const lines = await listScripts(this.db, id);
    const names = await namesOf(
      this.db,
      lines.map((line) => line.author),
    );
    return lines.map((line) => ({
      ...line,
      authorName: names.get(line.author) ?? null,
      decision: line.decision as VersionLine['decision'],
    }));
  }

  async compare(id: string, a: number, b: number) {
    const [before, after] = await Promise.all([this.productions.script(id, a), this.productions.script(id, b)]);
    return { a, b, sentences: compareScripts(before.script, after.script) };
  }

  /** @throws StudioError NOT_FOUND before there is one */
  async analysis(production: ProductionRecord): Promise<Analysis> {
    if (!production.analysis) throw new StudioError('NOT_FOUND', { what: 'findings' });
    return Analysis.parse(await this.store.readJson(production.analysis));
  }

  /** The script on the desk: the draft where it belongs to the newest version, else that version. */
  async onDesk(id: string): Promise<Script> {
    const [, current, draft] = await this.#all(id);
    return draft && draft.basedOn === current.version ? draft.script : current.script;
  }

  #all(id: string): Promise<[ProductionRecord, ScriptRecord, DraftRecord | null]> {
    return Promise.all([this.productions.find(id), this.productions.script(id), findDraft(this.db, id)]);
  }

  async #checked(draft: DraftRecord, production: ProductionRecord): Promise<Script> {
    const analysis = await this.analysis(production);
    const kept = standingNotes(draft.script.kept, sentencesOf(draft.script), draft.script.language);
    const script = reclaimScript({ ...draft.script, kept }, analysis);
    const issues = checkScript(script, analysis);
    if (issues.length > 0) {
      const detail = issues.slice(0, 3).map((issue) => issue.message);
      throw new StudioError('SCRIPT_CONFLICT', { detail: detail.join('; '), count: issues.length });
    }
    return Script.parse(script);
  }

  /** The revision itself is written down where it takes hold; here, each wording kept against a warning. */
  async #audit({ id, departmentId }: ProductionRecord, current: ScriptRecord, script: Script, actor: Actor) {
    const about = { actorId: actor.id, resource: 'production' as const, resourceId: id, departmentId };
    const to = String(current.version + 1);
    const fresh = script.kept.filter((note) => !current.script.kept.some((old) => same(old, note)));
    for (const { kind, sentenceId } of fresh) {
      await appendAudit(this.db, { ...about, action: 'script.keep-remark', to, detail: { kind, sentenceId } });
    }
  }

  async #mustBeCurrent(id: string, current: ScriptRecord, basedOn: number): Promise<void> {
    if (current.version === basedOn) return;
    const [at, names] = await Promise.all([
      scriptTime(this.db, id, current.version),
      namesOf(this.db, [current.author]),
    ]);
    throw new StudioError('SCRIPT_STALE', {
      version: current.version,
      by: names.get(current.author) ?? current.author,
      at: at ?? '',
    });
  }

  async #staleDraft(id: string): Promise<StudioError> {
    const draft = await findDraft(this.db, id);
    const names = await namesOf(this.db, draft ? [draft.author] : []);
    const by = draft ? (names.get(draft.author) ?? draft.author) : '';
    return new StudioError('DRAFT_STALE', { by, at: draft?.at ?? '', save: draft?.save ?? 0 });
  }
}

const wrote = (by: string, at: string, names: ReadonlyMap<string, string>) => ({ by, byName: names.get(by) ?? '', at });

const same = (a: NoteGiven, b: NoteGiven): boolean =>
  a.sentenceId === b.sentenceId && a.kind === b.kind && a.text === b.text && a.note === b.note;

/** A note that stands already keeps who wrote it and when; a new one is this person's, now. */
function notesOf(body: DraftBody, known: readonly KeptRemark[], actor: Actor): KeptRemark[] {
  const at = new Date().toISOString();
  return body.notes.map((note) => known.find((old) => same(old, note)) ?? { ...note, by: actor.id, at });
}

/** Whether two scripts would be the same version. */
const sameWords = (a: Script, b: Script): boolean => {
  const heard = ({ chapters, kept, title, question }: Script) =>
    JSON.stringify([
      title,
      question,
      kept,
      chapters.map(({ sentences, ...head }) => [head, sentences.map(({ claims: _, ...sentence }) => sentence)]),
    ]);
  return heard(Script.parse(a)) === heard(b);
};
