import type { Comparison } from './rating.ts';

type Value = Comparison['measured'];
type Threshold = Comparison['threshold'];

/** Makes comparisons and keeps every one of them, so that a rule cannot decide anything that its trace does not show. */
export class Trace {
  readonly comparisons: Comparison[] = [];

  is(criterion: string, measured: Value, wanted: string | number | boolean, rule: string, unit = ''): boolean {
    return this.#keep(criterion, measured, '=', wanted, unit, measured === wanted, rule);
  }

  below(criterion: string, measured: number, limit: number, rule: string, unit = 'mm'): boolean {
    return this.#keep(criterion, measured, '<', limit, unit, measured < limit, rule);
  }

  atLeast(criterion: string, measured: number, limit: number, rule: string, unit = 'mm'): boolean {
    return this.#keep(criterion, measured, '>=', limit, unit, measured >= limit, rule);
  }

  /** Within [from, to). */
  within(criterion: string, measured: number, from: number, to: number, rule: string, unit = 'mm'): boolean {
    return this.#keep(criterion, measured, 'in', [from, to], unit, measured >= from && measured < to, rule);
  }

  /** One of a few words; the rule's side is kept as `a|b|c`. */
  oneOf(criterion: string, measured: string, words: readonly string[], rule: string): boolean {
    return this.#keep(criterion, measured, 'in', words.join('|'), '', words.includes(measured), rule);
  }

  #keep(
    criterion: string,
    measured: Value,
    operator: Comparison['operator'],
    threshold: Threshold,
    unit: string,
    passed: boolean,
    rule: string,
  ): boolean {
    this.comparisons.push({ criterion, measured, operator, threshold, unit, passed, rule });
    return passed;
  }
}
