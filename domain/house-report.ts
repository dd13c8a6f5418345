import { z } from 'zod';
import { HouseRules } from './house-rules.ts';

/** The rules of the house as an admin sees them; of the sign-on's secret only whether there is one. */
export const SettingsAnswer = z.object({
  rules: HouseRules,
  oidcSecret: z.enum(['none', 'environment', 'kept']),
});
export type SettingsAnswer = z.infer<typeof SettingsAnswer>;

/** A model folder as found; `problem` says why it is not used. */
const ModelFound = z.object({
  id: z.string(),
  version: z.string().nullable(),
  tier: z.enum(['classical', 'trained']).nullable(),
  intendedUse: z.string().nullable(),
  limits: z.array(z.string()),
  chosen: z.boolean(),
  problem: z.string().nullable(),
});

/** What measures and what speaks on this machine. */
export const EnginesAnswer = z.object({
  models: z.array(ModelFound),
  /** What the latest analysis really ran on; null before the first. */
  lastRun: z
    .object({ model: z.string(), provider: z.enum(['cuda', 'cpu']), fallback: z.string().nullable() })
    .nullable(),
  speech: z.array(
    z.object({
      id: z.string(),
      tier: z.string(),
      version: z.string().nullable(),
      problem: z.string().nullable(),
      voices: z.array(z.object({ language: z.string(), speaker: z.string(), voice: z.string() })),
    }),
  ),
});
export type EnginesAnswer = z.infer<typeof EnginesAnswer>;

export const STORAGE_KINDS = ['films', 'work', 'intake', 'database', 'workflows', 'logs', 'other'] as const;
/** Bytes by kind, and what is left on the disk. */
export const StorageAnswer = z.object({
  kinds: z.array(z.object({ kind: z.enum(STORAGE_KINDS), bytes: z.number().nonnegative() })),
  freeBytes: z.number().nonnegative(),
  totalBytes: z.number().nonnegative(),
  at: z.iso.datetime(),
});
export type StorageAnswer = z.infer<typeof StorageAnswer>;

const HealthPart = z.enum(['database', 'workflows', 'workers', 'disk', 'audit']);
/** Whether each part of the house works. `detail` is a number or a name, put into words by the page. */
export const HealthAnswer = z.object({
  parts: z.array(
    z.object({
      part: HealthPart,
      state: z.enum(['ok', 'warning', 'down']),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  at: z.iso.datetime(),
});
export type HealthAnswer = z.infer<typeof HealthAnswer>;
export type HealthPart = HealthAnswer['parts'][number];
