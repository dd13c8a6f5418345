import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#domain/errors';

const NAMES = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** `gl: null` was twice as fast as software GL on machines without a GPU. */
export const CHROMIUM_OPTIONS = { gl: null } as const;

const executable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * Debian's command is a shell script that starts the real program as its child: killed, the script leaves the browser running.
 * So the program itself is used where the script says plainly which one it is.
 */
async function behindWrapper(file: string): Promise<string> {
  const head = (await readFile(file)).subarray(0, 4096);
  if (head.subarray(0, 2).toString('latin1') !== '#!') return file;
  const program = /^\s*(?:exec\s+)?"?(\/[^\s"$]+)"?\s+"\$@"/m.exec(head.toString('utf8'))?.[1];
  return program && (await executable(program)) ? program : file;
}

/**
 * The browser to render with: `CASELOOM_CHROMIUM`, else one on the PATH, else null (Remotion then uses or fetches its own).
 * @throws StudioError TOOL_MISSING when `CASELOOM_CHROMIUM` names no program
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const wished = env.CASELOOM_CHROMIUM;
  if (wished) {
    if (await executable(wished)) return behindWrapper(wished);
    throw new StudioError('TOOL_MISSING', { tool: 'CASELOOM_CHROMIUM', how: 'It names no program.' });
  }
  for (const name of NAMES)
    for (const folder of (env.PATH ?? '').split(path.delimiter))
      if (folder && (await executable(path.join(folder, name)))) return behindWrapper(path.join(folder, name));
  return null;
}

/** Only Chrome's headless shell on Linux lets us tell it when to draw. */
export const drawsOnDemand = (program: string | null): program is string =>
  process.platform === 'linux' && program !== null && /headless[-_]shell$/.test(program);
