import { StudioError } from './errors.ts';
import { inAspect, type Template, templateRef } from './template.ts';
import { CASE_CONFERENCE } from './templates/case-conference.ts';
import { CASE_TEACHING, CASE_TEACHING_BOX } from './templates/case-teaching.ts';
import { PATIENT_EXPLANATION } from './templates/patient-explanation.ts';
import { PUBLIC_EDUCATION } from './templates/public-education.ts';
import { READ_IN_A_MINUTE } from './templates/read-in-a-minute.ts';

export const TEMPLATES: readonly Template[] = [
  CASE_TEACHING,
  CASE_TEACHING_BOX,
  READ_IN_A_MINUTE,
  PUBLIC_EDUCATION,
  CASE_CONFERENCE,
  PATIENT_EXPLANATION,
];

/**
 * The template a person names: `id` (its newest version) or `id@version`, with `/aspect` for another than its own.
 * @throws StudioError TEMPLATE_UNKNOWN, listing what there is
 */
export function findTemplate(ref: string): Template {
  const [name = '', wanted] = ref.split('/');
  const found = TEMPLATES.find((item) => templateRef(item) === name) ?? TEMPLATES.find((item) => item.id === name);
  const aspect = found?.aspects.find((each) => each === (wanted ?? found.aspect));
  if (!found || !aspect) {
    const choices = TEMPLATES.map((item) => `${templateRef(item)} (${item.aspects.join(' ')})`).join(', ');
    throw new StudioError('TEMPLATE_UNKNOWN', { template: ref, choices });
  }
  return aspect === found.aspect ? found : inAspect(found, aspect);
}
