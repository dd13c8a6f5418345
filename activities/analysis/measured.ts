import type { MeasuredNumber, Source } from '#domain/finding';

/** Who measured: the model whose candidate it was, and the version of these rules. */
export interface Measurer {
  readonly model: string;
  readonly version: string;
}

const source = (by: Measurer, rule: string): Source => ({ model: by.model, version: by.version, rule });

/** A number rounded to `digits`, with its unit, method, rule and certainty. */
export function measuredNumber(
  by: Measurer,
  value: number,
  digits: number,
  unit: string,
  rule: string,
  method: string,
  certainty: number | null = null,
): MeasuredNumber {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return { value: Object.is(rounded, -0) ? 0 : rounded, unit, method, source: source(by, rule), certainty };
}

/** A word or a yes/no with its method, rule and certainty. */
export function measuredWord<T>(by: Measurer, value: T, rule: string, method: string, certainty: number | null = null) {
  return { value, unit: '', method, source: source(by, rule), certainty };
}
