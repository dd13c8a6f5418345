import type { Analysis } from '../analysis.ts';
import type { Geometry } from '../study.ts';
import { ALL_LAYOUTS, CUT_FOR } from './image-layouts.ts';
import type { Rect } from './image-places.ts';
import {
  comparePanels,
  compareView,
  highlightView,
  leading,
  oppositeOf,
  scrollView,
  type View,
  zoomView,
} from './placement.ts';

/** A picture to be made: a slice as it lies under a rectangle of the screen. */
export interface Cut {
  readonly slice: number;
  readonly view: View;
  readonly rect: Rect;
}

/** The stack's cut, the same for every slice. */
export const stackCut = (geometry: Geometry, body: Parameters<typeof scrollView>[1]): Omit<Cut, 'slice'> => ({
  view: scrollView(geometry, body, CUT_FOR.scroll.stage),
  rect: CUT_FOR.scroll.stage,
});

/** What 04, 05 and 06 show of the leading finding, one cut for all frame shapes; null without a finding. */
export function lesionCuts(
  analysis: Pick<Analysis, 'study' | 'findings' | 'contralateral'>,
): Record<'lesion' | 'wide' | 'other', Cut> | null {
  const finding = leading(analysis.findings);
  if (!finding) return null;
  const { geometry } = analysis.study;
  const { highlight, zoom } = CUT_FOR;
  const opposite = oppositeOf(analysis, finding);
  const [other, ...others] = ALL_LAYOUTS.map(({ compare }) => {
    const rect = comparePanels(finding, compare).other;
    return { rect, view: compareView(geometry, finding, opposite.centre, rect, compare) };
  });
  return {
    lesion: { slice: finding.keySlice, view: zoomView(geometry, finding, zoom), rect: zoom.panel },
    wide: { slice: finding.keySlice, view: highlightView(geometry, finding, highlight), rect: highlight.stage },
    other: { slice: opposite.slice, view: other!.view, rect: covering(other!, others) },
  };
}

/** The rectangle, in whole px about the first one, under which everything lies that any of the others shows. */
function covering(base: Omit<Cut, 'slice'>, others: readonly Omit<Cut, 'slice'>[]): Rect {
  let { x, y } = base.rect;
  let [right, bottom] = [x + base.rect.width, y + base.rect.height];
  for (const { view, rect } of others) {
    const at = (px: number, t: 'tx' | 'ty'): number => ((px - view[t]) / view.scale) * base.view.scale + base.view[t];
    x = Math.min(x, Math.floor(at(rect.x, 'tx')));
    y = Math.min(y, Math.floor(at(rect.y, 'ty')));
    right = Math.max(right, Math.ceil(at(rect.x + rect.width, 'tx')));
    bottom = Math.max(bottom, Math.ceil(at(rect.y + rect.height, 'ty')));
  }
  return { x, y, width: right - x, height: bottom - y };
}
