import { z } from 'zod';
import type { Study } from '../study.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { caseLayout } from './case-layout.ts';
import { shown } from './format.ts';
import { setLines } from './lines.ts';
import { displayFace, fitSize, textWidth } from './measure.ts';
import { draw, type Entrance, eased, leave, textEntrance, travel } from './motion.ts';
import { Picture } from './pictures.ts';
import { type Word, word } from './words.ts';

const Fact = z.object({ name: z.string(), value: z.string(), size: z.number(), tag: z.string().nullable() });

export const CaseProps = SceneBase.extend({
  kind: z.literal('case'),
  heading: z.string(),
  facts: z.array(Fact).max(5),
  question: z.object({ size: z.number(), lines: z.array(z.string()).min(1) }),
  /** Coronal planes, back to front: behind, at, and before the lesion's row; the one at the lesion stands in front. */
  planes: z.array(Picture).max(3),
});
export type CaseProps = z.infer<typeof CaseProps>;

/** The examination in words: purpose and contrast as far as they are known. */
function examWords({ acquisition }: Study): Word {
  if (acquisition.purpose === 'screening-baseline') return 'case.exam.baseline';
  if (acquisition.purpose === 'screening-follow-up') return 'case.exam.follow-up';
  if (acquisition.contrast === true) return 'case.exam.contrast';
  return acquisition.contrast === false ? 'case.exam.plain' : 'case.exam.chest';
}

function personWords(
  study: Study,
  say: (key: Word, values?: Record<string, string | number>) => string,
): string | null {
  const age =
    study.ageYears === null
      ? null
      : say(study.ageCapped ? 'case.age.capped' : 'case.age', { age: study.ageCapped ? 89 : study.ageYears });
  const sex = study.sex === null || study.sex === 'other' ? null : say(`case.sex.${study.sex}`);
  return [age, sex].filter((part) => part !== null).join(' · ') || null;
}

export function composeCase(base: SceneBase, input: ComposeInput): CaseProps {
  const { study } = input.analysis;
  const { language, brand } = base;
  const say = (key: Word, values?: Record<string, string | number>) => word(language, key, values);
  const layout = caseLayout(base);
  const { right, value: start, valueSize } = layout.facts;
  const facts: z.infer<typeof Fact>[] = [];
  const add = (name: Word, value: string | null, tag: string | null = null): void => {
    if (value === null) return;
    const room = right - start - (tag ? textWidth(tag, 28) + 28 : 0);
    facts.push({ name: say(name), value, size: fitSize(value, valueSize, room), tag });
  };
  const spacing = study.geometry.spacingMm[2];
  add('case.person', personWords(study, say), study.provenance === 'simulated' ? say('case.tag.simulated') : null);
  add('case.exam', study.modality === 'CT' ? say(examWords(study)) : say('case.exam.pictures'));
  add('case.slices', say('case.slices.value', { count: study.geometry.slices }));
  if (study.measurable) add('case.spacing', `${shown(spacing, spacing < 1 ? 2 : 1)} mm`);
  add('case.source', say(`case.source.${study.provenance}`));
  const [behind, at, before] = input.pictures.coronal;
  return {
    ...base,
    kind: 'case',
    heading: say('case.heading', { code: study.caseCode }),
    facts,
    question: setLines(input.script.question, language, {
      face: displayFace(brand),
      tracking: 0.02,
      ...layout.question,
    }),
    planes: [behind, before, at].filter((plane) => plane !== undefined),
  };
}

export interface CaseState {
  readonly planes: number;
  /** 0 = one stack, 1 = apart. */
  readonly apart: number;
  readonly heading: Entrance;
  readonly facts: Entrance[];
  readonly question: Entrance[];
  readonly thread: number;
  readonly leave: number;
}

/** Planes fade in and slide apart (20 f), facts come with their cue, the thread falls under the question as it is asked. */
export function caseState(props: CaseProps, frame: number): CaseState {
  const factsAt = Math.min(cueStart(props, 'facts', 12), Math.floor(props.durationInFrames / 3));
  const questionAt = cueStart(props, 'question', Math.floor(props.durationInFrames / 2));
  return {
    planes: eased(frame, 0, 12, travel),
    apart: eased(frame, 4, 20, travel),
    heading: textEntrance(frame, Math.max(2, factsAt - 6)),
    facts: props.facts.map((_, i) => textEntrance(frame, factsAt + i * 6)),
    question: props.question.lines.map((_, i) => textEntrance(frame, questionAt + 14 + i * 2)),
    thread: eased(frame, questionAt - 6, 30, draw),
    leave: 1 - eased(frame, props.durationInFrames - 10, 9, leave),
  };
}
