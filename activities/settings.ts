import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { StudioError } from '#domain/errors';

const Environment = z.object({
  CASELOOM_DATA: z.string().min(1).optional(),
  XDG_DATA_HOME: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_ADDRESS: z.string().regex(/^[^:\s]+:\d+$/, 'must be host:port'),
  /** Which queues this worker serves, comma separated; all when absent. */
  CASELOOM_QUEUES: z.string().optional(),
});

export interface Settings {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly queues: readonly string[] | null;
}

/** The data folder: `CASELOOM_DATA`, else the user's data home. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  return path.resolve(
    env.CASELOOM_DATA ?? path.join(env.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'caseloom'),
  );
}

/** Reads a process root's environment once. @throws StudioError SETTINGS_INVALID naming every bad variable */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new StudioError('SETTINGS_INVALID', { detail });
  }
  return {
    dataDir: dataFolder(env),
    databaseUrl: parsed.data.DATABASE_URL,
    temporalAddress: parsed.data.TEMPORAL_ADDRESS,
    queues: parsed.data.CASELOOM_QUEUES?.split(',').map((name) => name.trim()) ?? null,
  };
}
