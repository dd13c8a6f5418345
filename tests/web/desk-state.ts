import { writeScript } from '#activities/script/write-script';
import { BlobStore } from '#activities/store/blob-store';
import { digestOf } from '#activities/store/digest';
import type { ErrorDetails } from '#domain/errors';
import { filmLabels } from '#domain/film/labels';
import { type Progress, type Stage, wholeFraction } from '#domain/progress';
import type { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import { createProduction, keepOutputs, setAnalysis, setCaseCode } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { keepScript } from '#prisma/records/scripts';
import { beginStepRun, endStepRun } from '#prisma/records/steps';
import { demoAnalysis } from '#tests/fixtures/analysis';
import { REQUEST } from '#tests/workflow/fake-activities';

type Standing = Pick<Progress, 'status' | 'stage'> & Partial<Progress>;

/** Rows as the worker and the API leave them: one production in every state a desk can show. */
export class DeskState {
  readonly store: BlobStore;
  constructor(
    private readonly db: Database,
    dataDir: string,
  ) {
    this.store = new BlobStore(`${dataDir}/store`);
  }

  /** A production with its case known and its images analysed. */
  async production(id: string, language: Language = 'zh-CN', analysed = true): Promise<void> {
    await createProduction(this.db, id, { ...REQUEST, language }, { createdBy: 'test-editor', departmentId: 'house' });
    await setCaseCode(this.db, id, 'CL-7F3A');
    if (analysed) await setAnalysis(this.db, id, await this.store.putJson({ id }, 'analysis'));
  }

  progress(id: string, standing: Standing): Promise<Progress> {
    const { stage, stageFraction = 0 } = standing;
    return appendProgress(this.db, {
      productionId: id,
      fraction: standing.status === 'done' ? 1 : wholeFraction(stage, stageFraction),
      ...{ stageFraction, note: null, waitsFor: 'system', estimateSeconds: null, error: null },
      ...standing,
    });
  }

  fail(id: string, stage: Stage, code: string, details: ErrorDetails): Promise<Progress> {
    const error = { code, details: { ...details } };
    return this.progress(id, { status: 'failed', stage, waitsFor: 'editor', error });
  }

  /** The narration as the template writes it of the demo's findings; returns what is to be signed. */
  async script(id: string, version = 1, author = 'template:case-teaching@1.0.0', language: Language = 'zh-CN') {
    const analysis = demoAnalysis();
    const template = findTemplate('case-teaching');
    const script = { ...writeScript(analysis, { template, language }), version, author };
    const subject = {
      script: digestOf({ ...script, version: 0, author: '' }),
      findings: digestOf(analysis.findings),
      template: 'case-teaching@1.0.0',
      brand: 'shili-general@1.0.0',
      voice: 'male_doctor',
      labels: filmLabels('simulated', language),
    };
    const digest = digestOf(subject);
    await keepScript(this.db, { productionId: id, version, author, script, subject, digest, comment: null });
    return { script, subject, digest };
  }

  async steps(id: string, stage: Stage, labels: readonly string[], outcome: 'done' | 'reused' | 'failed' | 'running') {
    for (const label of labels) {
      const start = { productionId: id, revision: 1, stage, label, key: `${id}/${stage}/${label}`, attempt: 1 };
      const run = await beginStepRun(this.db, start, outcome === 'reused' ? 'reused' : 'running');
      if (outcome === 'done' || outcome === 'failed') await endStepRun(this.db, run, outcome);
    }
  }

  async outputs(id: string, files: ReadonlyArray<readonly [name: string, mediaType: string, bytes: Buffer]>) {
    const outputs = await Promise.all(
      files.map(async ([name, mediaType, bytes]) => ({ name, artifact: await this.store.put(bytes, mediaType, name) })),
    );
    await keepOutputs(this.db, id, 1, outputs);
  }
}
