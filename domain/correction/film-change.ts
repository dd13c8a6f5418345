import type { Analysis } from '../analysis.ts';
import type { Decision } from '../approval.ts';
import type { ArtifactRef } from '../artifact.ts';
import type { Brand } from '../brand.ts';
import { canonicalJson } from '../canonical.ts';
import { textLength } from '../check-script.ts';
import { composeFilm } from '../film/film.ts';
import { type Cut, lesionCuts, stackCut } from '../film/picture-cuts.ts';
import { type FilmPictures, LUNG_WINDOW, type Picture } from '../film/pictures.ts';
import { leading, spacingOf } from '../film/placement.ts';
import { layTimeline } from '../lay-timeline.ts';
import type { Script } from '../script.ts';
import type { Take } from '../speech.ts';
import type { Template } from '../template.ts';

/** A film to be: what it would be composed from. */
export interface FilmPlan {
  readonly analysis: Analysis;
  readonly script: Script;
  readonly template: Template;
  readonly brand: Brand;
}

/** Spoken length is not known before it is spoken; only whether two are equal matters here. */
const MS_PER_UNIT = { 'zh-CN': 230, en: 380 } as const;

/** Bytes that do not exist yet, told apart by what they would show. */
const imagined = (role: string): ArtifactRef => ({ digest: role, mediaType: 'imagined', bytes: 0, role });

function takesOf(script: Script): Take[] {
  return script.chapters
    .flatMap((chapter) => chapter.sentences)
    .map((sentence) => {
      const durationMs = 400 + textLength(sentence.text, script.language) * MS_PER_UNIT[script.language];
      return {
        sentenceId: sentence.id,
        audio: imagined('speech'),
        durationMs,
        clauses: [{ text: sentence.text, startMs: 0, endMs: durationMs }],
        engine: { id: 'imagined', version: '0', tier: 'formant' as const, voice: '' },
      };
    });
}

/** Pictures as the renderer would cut them, without their pixels: one that would show something else has another name. */
function picturesOf(analysis: Analysis): FilmPictures {
  const { geometry } = analysis.study;
  const [across, down] = spacingOf(geometry);
  const finding = leading(analysis.findings);
  const cut = ({ view, rect }: Omit<Cut, 'slice'>, what: string): Picture => {
    const origin: [number, number] = [(rect.x - view.tx) / view.scale / across, (rect.y - view.ty) / view.scale / down];
    const voxelsPerPixel: [number, number] = [1 / (view.scale * across), 1 / (view.scale * down)];
    return {
      image: imagined(`${what}@${canonicalJson([view, rect])}`),
      width: rect.width,
      height: rect.height,
      mmPerPixel: [1 / view.scale, 1 / view.scale],
      origin,
      voxelsPerPixel,
    };
  };
  const whole = stackCut(geometry, { min: [0, 0], max: [geometry.columns - 1, geometry.rows - 1] });
  const row = finding ? Math.round(finding.centreVoxel[1]) : 'middle';
  const cuts = lesionCuts(analysis);
  return {
    window: LUNG_WINDOW,
    axial: Array.from({ length: geometry.slices }, (_, slice) => cut(whole, `axial-${slice}`)),
    coronal: [1, 0, -1].map((step) => cut(whole, `coronal-${row}-${step}`)),
    lesion: cuts && cut(cuts.lesion, `lesion-${cuts.lesion.slice}`),
    lesionWide: cuts && cut(cuts.wide, `wide-${cuts.wide.slice}`),
    contralateral: cuts && cut(cuts.other, `other-${cuts.other.slice}`),
    pleura: null,
  };
}

/** Every scene of the film to be by its id, as the one text its frames are drawn from. */
function scenesOf(plan: FilmPlan, approval: Decision | null): Map<string, string> {
  const timeline = layTimeline(plan.script, takesOf(plan.script), plan.template);
  const film = composeFilm({ ...plan, timeline, pictures: picturesOf(plan.analysis), approval });
  return new Map(film.scenes.map(({ props }) => [props.id, canonicalJson(props)]));
}

/** The signature that the next version would carry: another than today's, so that scenes which show it count as changed. */
function signature({ script }: FilmPlan, version: number): Decision {
  return {
    version,
    gate: 'script',
    decision: 'approve',
    onBehalfOf: null,
    ownWork: false,
    digest: String(version % 10).repeat(64),
    comment: '',
    actor: {
      id: 'imagined',
      displayName: script.author.slice(0, 20),
      roles: ['physician'],
      departments: [],
      demo: false,
    },
    at: new Date(Date.UTC(2000, 0, 1 + (version % 28))).toISOString(),
  };
}

/** Ids of the scenes of `after` whose frames would differ from those of `before`, in the film's order, and how many scenes there are. */
export function changedScenes(before: FilmPlan, after: FilmPlan): { changed: string[]; total: number } {
  const was = scenesOf(before, signature(before, before.script.version));
  const is = scenesOf(after, signature(before, before.script.version + 1));
  return { changed: [...is].filter(([id, drawn]) => was.get(id) !== drawn).map(([id]) => id), total: is.size };
}
