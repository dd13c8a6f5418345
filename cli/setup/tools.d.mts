export interface FoundTool {
  readonly path: string;
  readonly source: string;
}
export function onPath(name: string, env?: NodeJS.ProcessEnv): string | undefined;
export function findChromium(env?: NodeJS.ProcessEnv): FoundTool | undefined;
export function findTemporal(env?: NodeJS.ProcessEnv): FoundTool | undefined;
export function cachedTemporal(env?: NodeJS.ProcessEnv): string;
export function isProgram(file: string): boolean;
