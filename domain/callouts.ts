import type { Finding } from './finding.ts';
import { traitsOf } from './traits.ts';

/** A feature the zoom scene points at. */
export type CalloutKey =
  | 'ground-glass'
  | 'solid-part'
  | 'solid-density'
  | 'margin-smooth'
  | 'margin-spiculated'
  | 'margin-lobulated'
  | 'margin-open'
  | 'calcification'
  | 'fat'
  | 'pleura-touching'
  | 'pleura-near'
  | 'pleura-free'
  | 'pleura-open';

/**
 * The three features the zoom scene names, in the order they are spoken (`callout-1` first, on the thread): density by type, then what
 * changes the assessment most (spicules, lobulation, calcification, fat), then margin and pleura.
 * Without spacing (`measurable` false) nothing is said of a distance. Pure: the same finding, the same three.
 */
export function calloutsOf(finding: Finding, measurable = true): readonly [CalloutKey, CalloutKey, CalloutKey] {
  const traits = traitsOf(finding);
  const type = finding.features.type.value;
  const keys: CalloutKey[] =
    type === 'part-solid' ? ['ground-glass', 'solid-part'] : type === 'solid' ? ['solid-density'] : ['ground-glass'];
  if (traits.calcified === 'yes') keys.push('calcification');
  if (traits.fat === 'yes') keys.push('fat');
  if (traits.spiculated === 'yes') keys.push('margin-spiculated');
  if (traits.lobulated === 'yes') keys.push('margin-lobulated');
  if (traits.smooth === 'yes') keys.push('margin-smooth');
  if (traits.smooth === 'open') keys.push('margin-open');
  if (traits.touchesPleura) keys.push('pleura-touching');
  else if (!measurable) keys.push('pleura-open');
  else keys.push(traits.nearPleura ? 'pleura-near' : 'pleura-free');
  return [keys[0]!, keys[1]!, keys[2]!];
}
