/** Inter's tabular figures are all as wide as its widest; em. Everything else in a number keeps its own width. */
const FIGURE = 0.645;
const OTHER: Readonly<Record<string, number>> = { '.': 0.3, ' ': 0.27, '<': 0.67, '−': 0.67, '–': 0.67 };

/** Width in px of a number set in tabular figures (text face, weight 500), a little generous; `tracking` in em. */
export function figuresWidth(text: string, size: number, tracking = 0): number {
  let em = 0;
  for (const char of text) em += (OTHER[char] ?? FIGURE) + tracking;
  return Math.ceil(em * size);
}
