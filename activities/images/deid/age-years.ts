export interface Age {
  readonly ageYears: number | null;
  readonly ageCapped: boolean;
}

const CAP = 90;

/**
 * Age in whole years from an age string (PS3.5 6.2: `045Y`, `006M`, `012W`, `030D`), else from birth and study date. Above 89 it becomes
 * 90, since so few people are that old that the number would point to one (HIPAA safe harbour; PS3.15 E.3.8).
 */
export function ageYears(ageString: string, birthDate: string, studyDate: string): Age {
  const years = fromAgeString(ageString) ?? fromDates(birthDate, studyDate);
  if (years === null || years < 0 || years > 130) return { ageYears: null, ageCapped: false };
  return years >= CAP ? { ageYears: CAP, ageCapped: true } : { ageYears: years, ageCapped: false };
}

const PER_YEAR: Readonly<Record<string, number>> = { Y: 1, M: 12, W: 52.18, D: 365.25 };

function fromAgeString(text: string): number | null {
  const match = /^(\d{1,3})([YMWD])$/.exec(text.trim().toUpperCase());
  return match === null ? null : Math.floor(Number(match[1]) / PER_YEAR[match[2]!]!);
}

function fromDates(birth: string, study: string): number | null {
  const born = /^(\d{4})\.?(\d{2})\.?(\d{2})/.exec(birth.trim());
  const seen = /^(\d{4})\.?(\d{2})\.?(\d{2})/.exec(study.trim());
  if (born === null || seen === null) return null;
  const monthDay = (date: RegExpExecArray): number => Number(date[2]) * 100 + Number(date[3]);
  return Number(seen[1]) - Number(born[1]) - (monthDay(seen) < monthDay(born) ? 1 : 0);
}
