import type { DataSet } from 'dicom-parser';
import type { Study } from '#domain/study';
import type { Attributes } from '../dicom/attributes.ts';
import { type Age, ageYears } from './age-years.ts';
import { examPurpose, type PurposeFact } from './exam-purpose.ts';

/** What one header may tell the system about person and examination, already generalised. */
export interface HeaderFacts {
  readonly age: Age;
  readonly ageFromDates: boolean;
  readonly sex: Study['sex'];
  readonly contrast: boolean | null;
  readonly purpose: PurposeFact;
  /** Made by this project's own phantom generator. */
  readonly simulated: boolean;
  /** Tags that hold a value, sequences and private elements included: counted, never stored. */
  readonly tags: readonly string[];
}

const SEX: Readonly<Record<string, Study['sex']>> = { M: 'male', F: 'female', O: 'other' };
/** ProtocolName, StudyDescription, SeriesDescription: searched for keywords, then forgotten. */
const PURPOSE_TEXTS = ['x00181030', 'x00081030', 'x0008103e'];
const PHANTOM_MAKER = 'Caseloom phantom';

export function readHeaderFacts(header: Attributes): HeaderFacts {
  const contrast = hasContrast(header);
  const age = ageYears(header.code('x00101010'), header.code('x00100030'), header.code('x00080020'));
  const tags = new Set<string>();
  collectTags(header.dataSet, tags);
  return {
    age,
    ageFromDates: age.ageYears !== null && !header.has('x00101010'),
    sex: SEX[header.code('x00100040').toUpperCase()] ?? null,
    contrast,
    purpose: examPurpose(
      null,
      PURPOSE_TEXTS.map((tag) => header.text(tag)),
      contrast,
    ),
    simulated: header.code('x00080070').startsWith(PHANTOM_MAKER),
    tags: [...tags],
  };
}

const NO_AGENT = /^(no|none|without|plain|native|n\/?a)\b|^(平扫|无)/i;

/**
 * True when an agent or route is named, false when the element is there and says none, null when the header is silent: many consoles leave
 * it out for plain scans, so silence proves nothing.
 */
function hasContrast(header: Attributes): boolean | null {
  if (header.items('x00189341').length > 0 || header.items('x00180012').length > 0) return true;
  const present = ['x00180010', 'x00181040'].filter((tag) => header.dataSet.elements[tag] !== undefined);
  if (present.length === 0) return null;
  return present.some((tag) => {
    const text = header.text(tag);
    return text !== '' && !NO_AGENT.test(text);
  });
}

function collectTags(dataSet: DataSet, into: Set<string>): void {
  for (const [tag, element] of Object.entries(dataSet.elements)) {
    if (tag.startsWith('xfffe') || element.length === 0) continue;
    into.add(tag);
    for (const item of element.items ?? []) if (item.dataSet !== undefined) collectTags(item.dataSet, into);
  }
}
