import { z } from 'zod';
import { aspectOf } from '../aspect.ts';
import { type EverydayThing, likenessKey, likenessOf, likenessWords, thingsBeside } from '../everyday.ts';
import { type Finding, isMeasured, NoduleType } from '../finding.ts';
import { traitsOf } from '../traits.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { figuresWidth } from './figures.ts';
import { shown } from './format.ts';
import { textWidth } from './measure.ts';
import { draw, type Entrance, eased, linear, textEntrance } from './motion.ts';
import { Placed, place } from './placed.ts';
import { leading } from './placement.ts';
import { SIZE_LAYOUTS, type SizeLayout } from './size-layout.ts';
import { type PublicWord, publicWord } from './words-public.ts';

const Thing = z.object({
  id: z.string(),
  /** Centre and drawn size, px: its mm times the scene's scale. */
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  name: Placed,
  size: Placed,
});

export const SizeProps = SceneBase.extend({
  kind: z.literal('size'),
  tag: Placed,
  heading: Placed,
  /** Large mean diameter with its name; null where nothing was found or nothing is measured. */
  measure: z.object({ name: Placed, value: Placed, unit: Placed }).nullable(),
  /** px per mm: of the nodule and of every thing. */
  scale: z.number(),
  /** Rows on which everything stands, px: y, from x, to x. */
  floors: z.array(z.tuple([z.number(), z.number(), z.number()])),
  /** The thread under the nodule; empty without one. */
  line: z.string(),
  nodule: z
    .object({ x: z.number(), y: z.number(), diameter: z.number(), type: NoduleType, name: Placed, size: Placed })
    .nullable(),
  things: z.array(Thing),
  /** What stands where no size can be given. */
  unmeasured: z.array(Placed),
  bar: z.object({ x: z.number(), y: z.number(), mm: z.number(), text: z.string() }).nullable(),
});
export type SizeProps = z.infer<typeof SizeProps>;

type Say = (key: PublicWord, values?: Record<string, string | number>) => string;

/** Something to be drawn to scale: the nodule first, then the things. */
interface Item {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly name: string;
  readonly size: string;
}

const toldSize = (thing: EverydayThing, say: Say): string => {
  const mm = thing.exact || thing.told === 'long' ? thing.lengthMm : (thing.lengthMm + thing.widthMm) / 2;
  const key = thing.exact ? 'exact' : thing.told === 'across' ? 'about' : thing.told;
  return say(`size.${key}`, { mm: thing.exact ? mm : Math.round(mm) });
};

/** Every way to put the items, in order, into that many rows. */
function splits(count: number, rows: 1 | 2): number[][][] {
  const all = Array.from({ length: count }, (_, i) => i);
  return rows === 1 ? [all.length > 0 ? [all] : []] : all.slice(1).map((cut) => [all.slice(0, cut), all.slice(cut)]);
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly floor: number;
  readonly room: number;
}

/** What stands under a floor: two lines and their air. */
const wordsHeight = ({ name, size }: SizeLayout): number => Math.round(30 + name + size * 1.32 + 56);

/** The largest scale at which the items fit in rows with words under them, and where each stands. */
function laidOut(items: readonly Item[], layout: SizeLayout): { scale: number; cells: Cell[] } {
  const { left, right, gap, top, floor } = layout;
  const words = items.map((item) => Math.max(textWidth(item.name, layout.name), textWidth(item.size, layout.size)));
  const tallest = (row: readonly number[]) => Math.max(...row.map((i) => items[i]?.heightMm ?? 0));
  for (let scale = layout.most; ; scale = Math.round((scale - 0.1) * 10) / 10) {
    const widths = items.map((item, i) => Math.max(item.widthMm * scale, words[i] ?? 0));
    const sum = (row: readonly number[]) => row.reduce((total, i) => total + (widths[i] ?? 0), 0);
    const rows = splits(items.length, layout.rows)
      .filter((split) => {
        const height =
          split.reduce((total, row) => total + tallest(row) * scale, 0) + wordsHeight(layout) * (split.length - 1);
        return height <= floor - top && split.every((row) => sum(row) + gap * (row.length - 1) <= right - left);
      })
      .sort((a, b) => Math.max(...a.map(sum)) - Math.max(...b.map(sum)))[0];
    if (!rows && scale > 2) continue;
    return { scale, cells: cellsOf(rows ?? [items.map((_, i) => i)]) };

    function cellsOf(found: number[][]): Cell[] {
      const cells: Cell[] = [];
      let at = floor;
      for (const row of [...found].reverse()) {
        const free = Math.max(0, right - left - sum(row));
        const between = row.length > 1 ? Math.min(free / (row.length - 1), 200) : 0;
        // The nodule stands where the thread comes in; a row without it stands in the middle.
        let x = row.includes(0) ? left : left + (free - between * (row.length - 1)) / 2;
        for (const i of row) {
          const wide = widths[i] ?? 0;
          const y = Math.round((at - ((items[i]?.heightMm ?? 0) * scale) / 2) * 10) / 10;
          cells[i] = { x: Math.round(x + wide / 2), y, floor: at, room: wide + Math.min(between, gap) };
          x += wide + between;
        }
        at = Math.round(at - tallest(row) * scale - wordsHeight(layout));
      }
      return cells;
    }
  }
}

const px = (mm: number, scale: number): number => Math.round(mm * scale * 100) / 100;

/** The large figure with its name: at the right of the heading, or under it. */
function measureOf(base: SceneBase, layout: SizeLayout, mm: number, say: Say): SizeProps['measure'] {
  const { x, y, size } = layout.value;
  const text = shown(mm, 1);
  const unit = Math.round(size * 0.42);
  const gap = Math.round(size * 0.14);
  const [number, after] = [figuresWidth(text, size, -0.02), textWidth('mm', unit)];
  const told = say('size.mean');
  const label = Math.max(34, unit - 8);
  const wide = aspectOf(base) === '16:9';
  const from = wide ? x - number - gap - after : x;
  return {
    name: wide
      ? place(told, base, { x: from - gap * 2, y, anchor: 'end', room: 400, sizes: [label] })
      : place(told, base, { x: from + number + gap * 3 + after, y, room: 500, sizes: [label] }),
    value: place(text, base, { x: from, y, room: 900, sizes: [size] }),
    unit: place('mm', base, { x: from + number + gap, y, room: 200, sizes: [unit] }),
  };
}

/** Where spacing is not known: that, and why, in the middle of the stage. */
function unmeasuredWords(base: SceneBase, layout: SizeLayout, say: Say): Placed[] {
  const tall = aspectOf(base) === '9:16';
  const size = tall ? 48 : 40;
  const y = tall ? 900 : 500;
  const room = Math.min(layout.right - layout.left - (tall ? 0 : 420), 1100);
  const x = tall ? layout.left : layout.left + 420;
  const first = place(say('size.unmeasured.detail'), base, { x, y, room, sizes: [size, size - 4], maxLines: 3 });
  const next = first.y + first.pitch * first.lines.length + 20;
  return [
    first,
    place(say('size.unmeasured.note'), base, { x, y: next, room, sizes: [size - 4, size - 8], maxLines: 3 }),
  ];
}

/** The finding's own size where it is known. */
const knownMm = (finding: Finding | null, measurable: boolean): number | null => {
  const mean = finding?.features.meanDiameterMm;
  return mean && measurable && isMeasured(mean) ? mean.value : null;
};

function headingText(base: SceneBase, finding: Finding | null, mm: number | null, say: Say): string {
  if (!finding) return say('size.heading');
  if (mm === null) return say('size.unmeasured');
  const likeness = likenessOf(mm);
  const words = likeness && likenessWords(likenessKey(likeness), base.language);
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : say('size.heading');
}

export function composeSize(base: SceneBase, input: ComposeInput): SizeProps {
  const layout = SIZE_LAYOUTS[aspectOf(base)];
  const say: Say = (key, values) => publicWord(base.language, key, values);
  const finding = leading(input.analysis.findings);
  const mm = knownMm(finding, input.analysis.study.measurable);
  const lost = finding !== null && mm === null;
  const things = lost ? [] : thingsBeside(mm, layout.count);
  const nodule: Item | null =
    finding && mm !== null
      ? {
          widthMm: mm,
          heightMm: mm,
          name: say(traitsOf(finding).mass ? 'size.mass' : 'size.nodule'),
          size: `${shown(mm, 1)} mm`,
        }
      : null;
  const items: Item[] = [
    ...(nodule ? [nodule] : []),
    ...things.map((thing) => ({
      ...{ widthMm: thing.lengthMm, heightMm: thing.widthMm },
      ...{ name: thing.name[base.language], size: toldSize(thing, say) },
    })),
  ];
  const { scale, cells } = items.length > 0 ? laidOut(items, layout) : { scale: layout.most, cells: [] };
  const words = (i: number) => {
    const { x, floor, room } = cells[i]!;
    const shared = { x, anchor: 'middle' as const, room: room + 2 };
    return {
      name: place(items[i]!.name, base, {
        ...shared,
        y: floor + 22 + layout.name,
        sizes: [layout.name, layout.name - 4, 28],
      }),
      size: place(items[i]!.size, base, {
        ...{ ...shared, y: floor + 30 + layout.name + Math.round(layout.size * 1.32) },
        sizes: [layout.size, 28],
      }),
    };
  };
  const floors = [...new Set(cells.map((cell) => cell.floor))];
  return {
    ...base,
    kind: 'size',
    tag: place(say('illustration'), base, { ...layout.tag, room: 300, sizes: [28] }),
    heading: place(headingText(base, finding, mm, say), base, { ...layout.heading, maxLines: 1, display: true }),
    measure: mm === null ? null : measureOf(base, layout, mm, say),
    scale,
    floors: floors.map((floor) => [floor + 3, layout.left, layout.right] as [number, number, number]),
    line:
      cells[0] && nodule ? `M0 ${cells[0].floor + 3}H${Math.round(cells[0].x + nodule.widthMm * scale * 0.5 + 8)}` : '',
    nodule:
      nodule && finding
        ? {
            x: cells[0]!.x,
            y: cells[0]!.y,
            diameter: px(nodule.widthMm, scale),
            type: finding.features.type.value,
            ...words(0),
          }
        : null,
    things: things.map((thing, t) => {
      const i = t + (nodule ? 1 : 0);
      return {
        ...{ id: thing.id, x: cells[i]!.x, y: cells[i]!.y },
        ...{ width: px(thing.lengthMm, scale), height: px(thing.widthMm, scale) },
        ...words(i),
      };
    }),
    unmeasured: lost ? unmeasuredWords(base, layout, say) : [],
    bar: lost ? null : { ...layout.bar, mm: 10, text: `10 mm · ${say('size.scale')}` },
  };
}

export interface SizeState {
  readonly heading: Entrance;
  readonly measure: Entrance;
  readonly floor: number;
  readonly thread: number;
  readonly nodule: number;
  readonly noduleWords: Entrance;
  readonly things: number[];
  readonly names: Entrance[];
  readonly bar: number;
}

/** The nodule with its figure at `size`; at `things` the thread has passed on and the things come, one after another; last, what they add up to. */
export function sizeState(props: SizeProps, frame: number): SizeState {
  const first = cueStart(props, 'size', 8);
  const start = props.nodule ? first : first + 4;
  const fallback = props.nodule ? Math.floor(props.durationInFrames * 0.4) : first;
  const things = Math.max(props.nodule ? start + 24 : 0, cueStart(props, 'things', fallback));
  const at = (i: number): number => things + i * 10;
  const last = props.nodule ? at(props.things.length) : first - 4;
  return {
    heading: textEntrance(frame, props.unmeasured.length > 0 ? first : last),
    measure: textEntrance(frame, start + 6),
    floor: eased(frame, start - 2, 24, draw),
    thread: eased(frame, start - 4, 24, draw),
    nodule: eased(frame, start + 8, 12, linear),
    noduleWords: textEntrance(frame, props.unmeasured.length > 0 ? first + 12 : start + 12),
    things: props.things.map((_, i) => eased(frame, at(i), 10, linear)),
    names: props.things.map((_, i) => textEntrance(frame, at(i) + 4)),
    bar: eased(frame, start + 16, 10, linear),
  };
}
