import { type Features, isMeasured, type Lobe, type Side, type Source } from '../finding.ts';

/** Under whose name and in which version of the findings a value was set by hand. */
export interface Hand {
  /** Account id of the physician. */
  readonly accountId: string;
  /** Version of the findings that the correction makes. */
  readonly version: number;
}

/** The source of a value that a physician set. */
export const handSource = (hand: Hand, rule: string): Source => ({
  model: `physician:${hand.accountId}`,
  version: String(hand.version),
  rule,
});

/** The account that set a value by hand; null for the engine's own. */
export const handOf = (source: Source): string | null =>
  source.model.startsWith('physician:') ? source.model.slice('physician:'.length) : null;

type Values = { [K in keyof Features]: Features[K]['value'] };

/** Features with one value set by hand; a value that is already so is left alone, with its own source. */
export function setByHand<K extends keyof Features>(
  features: Features,
  key: K,
  value: Values[K],
  how: { readonly hand: Hand; readonly rule: string; readonly method: string },
): Features {
  const before = features[key];
  if (before.value === value && isMeasured(before)) return features;
  const source = handSource(how.hand, how.rule);
  return { ...features, [key]: { ...before, value, method: how.method, source, certainty: null } };
}

export const sideOf = (lobe: Lobe): Side => (lobe.startsWith('R') ? 'right' : 'left');

/** The lobe at the same height in the other lung; the middle lobe's place is taken by the left upper lobe. */
const MIRRORED: Readonly<Record<Lobe, Lobe>> = { RUL: 'LUL', RML: 'LUL', RLL: 'LLL', LUL: 'RUL', LLL: 'RLL' };
export const lobeOn = (side: Side, lobe: Lobe): Lobe => (sideOf(lobe) === side ? lobe : MIRRORED[lobe]);
