import { StudioError } from '../errors.ts';
import { keyContour } from '../film/placement.ts';
import type { Features, Finding, Lobe, NoduleType, Side } from '../finding.ts';
import { type Hand, lobeOn, setByHand, sideOf } from './by-hand.ts';

/** Share of a ball of `part` mm in one of `whole` mm; below 1, because what is part-solid is not all solid. */
export const shareOf = (part: number, whole: number): number =>
  Math.min(0.99, Math.round((part / (whole || 1)) ** 3 * 1000) / 1000);

/**
 * A finding of another type. What its solid part is follows: the whole of a solid nodule, none of a non-solid one; of a part-solid one the
 * physician's own measure, because no outline of it exists, with its share of the volume estimated from the diameters.
 * @throws StudioError CORRECTION_INVALID when it becomes part-solid without a size, or with one that is not smaller than the whole
 */
export function retype(finding: Finding, type: NoduleType, solidDiameterMm: number | null, hand: Hand): Finding {
  const was = finding.features.type.value;
  if (was === type && (type !== 'part-solid' || solidDiameterMm === null)) return finding;
  const by = { hand, rule: 'type-by-hand', method: 'judged by eye' };
  const features = setByHand(finding.features, 'type', type, by);
  if (type !== 'part-solid') return { ...finding, ...whole(finding, features, type, hand) };
  const mean = features.meanDiameterMm.value;
  if (solidDiameterMm === null) throw new StudioError('CORRECTION_INVALID', { finding: finding.id, why: 'solid part' });
  const part = Math.round(solidDiameterMm * 10) / 10;
  if (part >= features.longAxisMm.value)
    throw new StudioError('CORRECTION_INVALID', { finding: finding.id, why: 'solid part larger than the whole' });
  const sized = setByHand(features, 'solidDiameterMm', part, {
    hand,
    rule: 'solid-diameter-by-hand',
    method: 'mean diameter of the solid part, measured by hand',
  });
  if (sized === finding.features) return finding;
  return {
    ...finding,
    // The engine's outline of the part goes with the engine's size of it.
    solidContour: sized.solidDiameterMm === finding.features.solidDiameterMm ? finding.solidContour : null,
    features: setByHand(sized, 'solidFraction', shareOf(part, mean), {
      hand,
      rule: 'solid-share-by-diameters',
      method: 'estimated from the two diameters: cube of their ratio',
    }),
  };
}

function whole(finding: Finding, features: Features, type: 'solid' | 'non-solid', hand: Hand) {
  const solid = type === 'solid';
  const method = solid ? 'equal to the mean diameter: all is solid' : 'no solid part';
  const by = { hand, rule: solid ? 'solid-is-whole' : 'no-solid-part', method };
  const sized = setByHand(features, 'solidDiameterMm', solid ? features.meanDiameterMm.value : 0, by);
  return {
    solidContour: solid ? keyContour(finding).map(([x, y]): [number, number] => [x, y]) : null,
    features: setByHand(sized, 'solidFraction', solid ? 1 : 0, by),
  };
}

/** A finding in another lobe; the lung follows from it. */
export function relocate(finding: Finding, lobe: Lobe, hand: Hand): Finding {
  const placed = setByHand(finding.features, 'lobe', lobe, {
    hand,
    rule: 'lobe-by-hand',
    method: 'judged by eye against the fissures',
  });
  const features = setByHand(placed, 'side', sideOf(lobe), {
    hand,
    rule: 'side-of-lobe',
    method: 'side of the lobe given by hand',
  });
  return features === finding.features ? finding : { ...finding, features };
}

/** A finding on the other side; its lobe becomes the one at the same height there. */
export function mirror(finding: Finding, side: Side, hand: Hand): Finding {
  const set = setByHand(finding.features, 'side', side, { hand, rule: 'side-by-hand', method: 'judged by eye' });
  const features = setByHand(set, 'lobe', lobeOn(side, set.lobe.value), {
    hand,
    rule: 'lobe-of-side',
    method: 'lobe at the same height on the side given by hand',
  });
  return features === finding.features ? finding : { ...finding, features };
}
