import { createHash } from 'node:crypto';
import { CancelledFailure, Context } from '@temporalio/activity';
import type { Activities } from '#activities/worker/activities';
import type { Actor } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import type { ProductionRequest } from '#domain/production';

export const ref = (text: string): ArtifactRef => ({
  digest: createHash('sha256').update(text).digest('hex'),
  mediaType: 'application/json',
  bytes: text.length,
  role: 'test',
});

export const REQUEST: ProductionRequest = {
  template: 'case-teaching@1.0.0',
  language: 'zh-CN',
  brand: 'shili-general',
  speaker: 'male_doctor',
  provenance: 'simulated',
  purpose: null,
  series: null,
  title: null,
  filmSeries: null,
  episode: null,
  audience: 'residents',
  music: null,
  spacingMm: null,
};
export const PHYSICIAN: Actor = {
  id: 'dr-li',
  displayName: '李医生',
  roles: ['physician'],
  departments: ['house'],
  demo: false,
};
export const OTHER_PHYSICIAN: Actor = { ...PHYSICIAN, id: 'dr-wang', displayName: '王医生' };
export const PUBLICITY: Actor = { ...PHYSICIAN, id: 'pub', displayName: '宣传', roles: ['publicity'] };
export const EDITOR: Actor = { id: 'ed', displayName: '编辑', roles: ['editor'], departments: ['house'], demo: false };

export interface FakeWorld {
  /** Every call, as `name` or `name:label`, in order. */
  readonly calls: string[];
  readonly reports: Array<{ status: string; stage: string; error: unknown; version: number }>;
  /** Reminders that reached beyond those who can sign. */
  readonly escalations: string[];
  /** Activities named here block until cancelled. */
  readonly hang: Set<string>;
  readonly activities: Activities;
}

/** Activities that only note that they were called: what is under test is the workflow's order and law, on a real Temporal. */
export function fakeWorld(): FakeWorld {
  const calls: string[] = [];
  const reports: FakeWorld['reports'] = [];
  const escalations: string[] = [];
  const hang = new Set<string>();
  const note = async (name: string, label = ''): Promise<void> => {
    calls.push(label ? `${name}:${label}` : name);
    if (!hang.has(name)) return;
    const { cancellationSignal } = Context.current();
    const heart = setInterval(() => Context.current().heartbeat(), 200);
    await new Promise((resolve) => cancellationSignal.addEventListener('abort', resolve, { once: true }));
    clearInterval(heart);
    throw new CancelledFailure('cancelled');
  };
  const activities: Activities = {
    readStudy: async () => {
      await note('readStudy');
      return { study: ref('study') };
    },
    forgetSource: () => note('forgetSource'),
    analyse: async () => {
      await note('analyse');
      return { analysis: ref('analysis') };
    },
    preparePictures: async () => {
      await note('preparePictures');
      return { pictures: ref('pictures') };
    },
    draftScript: async ({ comment }) => {
      await note('draftScript');
      return { script: ref(comment?.includes('短') ? 'short draft' : 'draft') };
    },
    rescript: async ({ author, analysis }) => {
      await note('rescript', author);
      return { script: ref(`rescripted ${analysis.digest}`), author };
    },
    openApproval: async ({ version, author, revised, findingsVersion }) => {
      await note('openApproval', findingsVersion > 1 ? `${version} on findings ${findingsVersion}` : String(version));
      const digest = ref(`subject ${JSON.stringify(revised) ?? ''} ${version}`).digest;
      const subject = { script: digest, findings: digest, template: 't', brand: 'b', voice: 'v', labels: [] };
      return {
        script: ref(`script ${version}`),
        pending: { version, author, digest, subject },
        sentences: ['s1', 's2'],
      };
    },
    openFilm: async ({ version, author, subject, approval }) => {
      await note('openFilm', String(version));
      const digest = ref(`film ${version}`).digest;
      return {
        ...{ version, author, signer: 'publicity' as const, digest },
        subject: { ...subject, film: digest, manifest: digest, approval },
      };
    },
    recordDecision: ({ decision }) => note('recordDecision', `${decision.gate} ${decision.decision}`),
    release: async ({ outputs }) => {
      await note('release');
      return { outputs: [...outputs, { name: 'release.json', artifact: ref('release') }] };
    },
    remind: async ({ waitsFor, reminders, escalate }) => {
      await note('remind', waitsFor);
      if (escalate) escalations.push(`${waitsFor} after ${reminders}`);
    },
    speak: async ({ sentenceId }) => {
      await note('speak', sentenceId);
      const engine = { id: 'fake', version: '1', tier: 'formant' as const, voice: 'v' };
      return {
        take: {
          sentenceId,
          audio: ref(sentenceId),
          durationMs: 1000,
          clauses: [{ text: 'x', startMs: 0, endMs: 900 }],
          engine,
        },
      };
    },
    layTimeline: async () => {
      await note('layTimeline');
      return { timeline: ref('timeline') };
    },
    composeFilm: async () => {
      await note('composeFilm');
      return { film: ref('film'), scenes: ['a', 'b', 'c'].map((id) => ({ id, frames: 10, props: ref(id) })) };
    },
    renderScene: async ({ sceneId }) => {
      await note('renderScene', sceneId);
      return { chunk: { sceneId, key: ref(sceneId).digest, video: ref(sceneId), frames: 10, distinctFrames: 1 } };
    },
    packageFilm: async () => {
      await note('packageFilm');
      return { outputs: [{ name: 'film.mp4', artifact: ref('mp4') }] };
    },
    report: async ({ status, stage, error, version }) => {
      await note('report', status);
      reports.push({ status, stage, error, version });
    },
  };
  return { calls, reports, escalations, hang, activities };
}
