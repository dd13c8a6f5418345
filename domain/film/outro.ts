import { z } from 'zod';
import { REFERENCES } from '../references.ts';
import { type ComposeInput, SceneBase, seriesLine } from './base.ts';
import { fitSize } from './measure.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { type Word, word } from './words.ts';

const Credit = z.object({
  name: z.string(),
  value: z.string(),
  size: z.number(),
  /** Smaller lines under the value. */
  notes: z.array(z.string()),
  /** A rule above it. */
  rule: z.boolean(),
});

export const OutroProps = SceneBase.extend({
  kind: z.literal('outro'),
  series: z.string(),
  episode: z.string(),
  credits: z.array(Credit),
  aiLabel: z.string(),
  restriction: z.string(),
  studio: z.string(),
  version: z.string(),
});
export type OutroProps = z.infer<typeof OutroProps>;

const VALUE_ROOM = 614;
/** How the public set must be named (CC BY 3.0). */
const LIDC_CITATION = ['Armato SG III et al., 2015, TCIA', 'doi:10.7937/K9/TCIA.2015.LO9QL9SX'];

export function composeOutro(base: SceneBase, input: ComposeInput): OutroProps {
  const { analysis, script, approval } = input;
  const { provenance, caseCode } = analysis.study;
  const say = (key: Word, values?: Record<string, string | number>): string => word(base.language, key, values);
  const credit = (name: Word, value: string, notes: string[] = [], rule = false): z.infer<typeof Credit> => ({
    name: say(name),
    value,
    size: fitSize(value, 36, VALUE_ROOM),
    notes,
    rule,
  });
  const approver = approval?.decision === 'approve' ? approval.actor : null;
  const approved = !approver
    ? say('outro.pending')
    : approver.demo
      ? say('outro.approved.demo', { name: approver.displayName })
      : approver.displayName;
  const works = script.references.filter((key) => key !== 'lidc-idri').slice(0, 2);
  const titles = works.map((key) => REFERENCES.find((item) => item.key === key)?.short ?? key);
  const source = say(`outro.images.${provenance}.note`);
  const credits = [
    credit('outro.case', caseCode),
    credit('outro.approved', approved),
    credit('outro.made', say('outro.studio')),
    credit(
      'outro.images',
      say(`outro.images.${provenance}`),
      provenance === 'lidc-idri' ? [...LIDC_CITATION, source] : [source],
      true,
    ),
  ];
  titles.forEach((title, i) => {
    const row = credit('outro.rules', title, [], i === 0);
    credits.push(i === 0 ? row : { ...row, name: '' });
  });
  return {
    ...base,
    kind: 'outro',
    ...seriesLine(input, base.language),
    credits,
    aiLabel: say('ai.large'),
    restriction: say('restriction'),
    studio: say('outro.studio'),
    version: approver
      ? say('outro.version', { version: script.version, digest: approval?.digest.slice(0, 6) ?? '' })
      : `v${script.version}`,
  };
}

export interface OutroState {
  readonly brand: Entrance;
  readonly credits: Entrance[];
  readonly thread: number;
  readonly weave: number;
}

/** Brand, credits one after the other, the thread to the right margin, its weave; then still to the end. */
export function outroState(props: OutroProps, frame: number): OutroState {
  return {
    brand: textEntrance(frame, 2),
    credits: props.credits.map((_, i) => textEntrance(frame, 6 + i * 2)),
    thread: eased(frame, 4, 35, draw),
    weave: eased(frame, 26, 8, settle),
  };
}
