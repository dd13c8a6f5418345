import type { ExamPurpose, Study } from '#domain/study';
import type { Slice } from '../series/group-series.ts';
import { AGE_FROM_DATES, ALLOWED_ATTRIBUTES, METHOD_CODES, PROFILE } from './allowed-attributes.ts';
import { kernelClass } from './kernel-class.ts';

type Facts = Pick<Study, 'ageYears' | 'ageCapped' | 'sex' | 'acquisition' | 'deidentification'>;

/** Everything a series' headers may tell the system beside geometry and pixels. `slices` from the head end; the first one speaks. */
export function deidentify(slices: readonly Slice[], purposeByPerson: ExamPurpose | null): Facts {
  const { facts: frame, instance } = slices[0]!;
  const { age, ageFromDates, sex, contrast, purpose } = instance.header;
  return {
    ...age,
    sex,
    acquisition: {
      ...(purposeByPerson === null ? purpose : { purpose: purposeByPerson, purposeSource: 'person' }),
      contrast,
      kvp: positive(frame.kvp),
      ctdiVolMgy: positive(frame.ctdiVolMgy),
      sliceThicknessMm: positive(frame.sliceThicknessMm),
      kernel: kernelClass(frame.kernel),
    },
    deidentification: account(slices, ageFromDates),
  };
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}

/** Which attributes passed and how many did not, over all headers of the series, sequences and private elements included. */
function account(slices: readonly Slice[], ageFromDates: boolean): Study['deidentification'] {
  const tags = new Set(slices.flatMap(({ instance }) => instance.header.tags));
  const kept = [...tags].flatMap((tag) => ALLOWED_ATTRIBUTES[tag] ?? []);
  if (ageFromDates) kept.push(AGE_FROM_DATES);
  const droppedCount = [...tags].filter((tag) => ALLOWED_ATTRIBUTES[tag] === undefined).length;
  return { profile: PROFILE, kept: kept.sort(), droppedCount, methodCodes: [...METHOD_CODES] };
}
