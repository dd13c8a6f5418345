import { composeActivities } from './compose-activities.ts';
import { filmActivities } from './film-activities.ts';
import { gateActivities } from './gate-activities.ts';
import type { WorkerParts } from './parts.ts';
import { peopleActivities } from './people-activities.ts';
import { scriptActivities } from './script-activities.ts';
import { speechActivities } from './speech-activities.ts';
import { studyActivities } from './study-activities.ts';

export type Activities = ReturnType<typeof createActivities>;

/** Everything the workflow may ask of the world. Arguments and results are references and small JSON, free of patient data. */
export const createActivities = (parts: WorkerParts) => ({
  ...studyActivities(parts),
  ...scriptActivities(parts),
  ...gateActivities(parts),
  ...speechActivities(parts),
  ...composeActivities(parts),
  ...filmActivities(parts),
  ...peopleActivities(parts),
});
