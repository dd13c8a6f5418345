import type { ExamPurpose } from '#domain/study';

const SCREENING = /screen|\bldct\b|low[\s_-]*dose|筛查|低剂量|体检/i;
const FOLLOW_UP = /follow|\bf\/?u\b|annual|repeat|随访|复查/i;

export interface PurposeFact {
  readonly purpose: ExamPurpose;
  readonly purposeSource: 'person' | 'header' | 'none';
}

/**
 * What the examination was for: a person's word first, then keywords of the protocol and study texts (which are read and dropped).
 * A scan with contrast agent is never a screening scan, whatever its texts say (Lung-RADS v2022 is for low-dose plain CT).
 */
export function examPurpose(
  byPerson: ExamPurpose | null,
  texts: readonly string[],
  contrast: boolean | null,
): PurposeFact {
  if (byPerson !== null) return { purpose: byPerson, purposeSource: 'person' };
  if (contrast === true) return { purpose: 'diagnostic', purposeSource: 'header' };
  const text = texts.join(' ');
  if (!SCREENING.test(text)) return { purpose: 'unknown', purposeSource: 'none' };
  return { purpose: FOLLOW_UP.test(text) ? 'screening-follow-up' : 'screening-baseline', purposeSource: 'header' };
}
