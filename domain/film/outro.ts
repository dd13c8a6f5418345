import { z } from 'zod';
import { REFERENCES } from '../references.ts';
import type { Language } from '../script.ts';
import { type ComposeInput, SceneBase, seriesLine } from './base.ts';
import { type SetText, type Setting, setLines } from './lines.ts';
import { displayFace, fitSize } from './measure.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { outroLayout } from './outro-layout.ts';
import { SeriesRow, seriesRow } from './series-row.ts';
import { type Word, word } from './words.ts';

const Words = z.object({ size: z.number(), lines: z.array(z.string()).min(1) });
const Credit = z.object({
  name: z.string(),
  /** One line, or two of a long one. */
  value: z.array(z.string()).min(1),
  size: z.number(),
  /** Smaller lines under the value. */
  notes: z.array(z.string()),
  /** A rule above it. */
  rule: z.boolean(),
});

export const OutroProps = SceneBase.extend({
  kind: z.literal('outro'),
  hospital: Words,
  department: Words,
  ...SeriesRow.shape,
  credits: z.array(Credit),
  aiLabel: z.object({ text: z.string(), size: z.number() }),
  restriction: z.string(),
  studio: z.string(),
  version: z.string(),
});
export type OutroProps = z.infer<typeof OutroProps>;

/** The label's weight is wider than the one that is measured. */
const HEAVIER = 0.98;
/** Least size of a text, px. */
const LEAST = 28;
/** A hospital's name smaller than this is set in two lines. */
const HOSPITAL_LEAST = 34;
/** How the public set must be named (CC BY 3.0). */
const LIDC_CITATION = ['Armato SG III et al., 2015, TCIA', 'doi:10.7937/K9/TCIA.2015.LO9QL9SX'];

export function composeOutro(base: SceneBase, input: ComposeInput): OutroProps {
  const { analysis, script, approval } = input;
  const { provenance, caseCode } = analysis.study;
  const say = (key: Word, values?: Record<string, string | number>): string => word(base.language, key, values);
  const credit = (name: Word, value: string, notes: string[] = [], rule = false): z.infer<typeof Credit> => ({
    name: say(name),
    ...valueLines(value, base),
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
  const layout = outroLayout(base);
  return {
    ...base,
    kind: 'outro',
    ...brandLines(base),
    ...seriesRow(seriesLine(input, base.language), {
      x: layout.left,
      y: layout.series.y,
      size: layout.series.size,
      episode: layout.episode,
      room: layout.name.x + layout.name.room - layout.left,
    }),
    credits,
    aiLabel: {
      text: say('ai.large'),
      size: fitSize(say('ai.large'), layout.label.size, (layout.name.x + layout.name.room - layout.left) * HEAVIER),
    },
    restriction: say('restriction'),
    studio: say('outro.studio'),
    version: approver
      ? say('outro.version', { version: script.version, digest: approval?.digest.slice(0, 6) ?? '' })
      : `v${script.version}`,
  };
}

/** In one line while it stays as large as `least`, else in two, the larger size of which is `two`. */
function inLines(
  text: string,
  language: Language,
  face: Pick<Setting, 'face' | 'tracking'>,
  { one, two, least, room }: { one: number; two: number; least: number; room: number },
): SetText {
  const fitting = fitSize(text, one, room, face.face, face.tracking);
  if (fitting >= least) return { size: fitting, lines: [text] };
  const sizes = Array.from({ length: two - LEAST + 1 }, (_, i) => two - i);
  return setLines(text, language, { ...face, maxWidth: room, maxLines: 2, sizes });
}
const TEXT = { face: 'text', tracking: 0 } as const;

function valueLines(value: string, base: SceneBase): Pick<z.infer<typeof Credit>, 'value' | 'size'> {
  const { right, credits } = outroLayout(base);
  const sizes = { one: credits.size, two: 32, least: LEAST, room: right - credits.value };
  const { size, lines } = inLines(value, base.language, TEXT, sizes);
  return { value: lines, size };
}

/** Hospital and department as large as their column allows. */
function brandLines({ brand, language, ...frame }: SceneBase): Pick<OutroProps, 'hospital' | 'department'> {
  const { name, department } = outroLayout(frame);
  const display = { face: displayFace(brand), tracking: 0.02 };
  const own = { one: department.size, two: department.size, least: LEAST, room: name.room };
  return {
    hospital: inLines(brand.hospital[language], language, display, {
      ...{ one: name.one.size, two: name.two.size, least: HOSPITAL_LEAST, room: name.room },
    }),
    department: inLines(brand.department[language], language, TEXT, own),
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
