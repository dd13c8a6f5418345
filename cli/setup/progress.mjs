import { isStopped } from './run.mjs';

/** One line when a slow step begins, one when it ends, and a sign of life in between. On stderr: stdout is for results. */
const SIGN_OF_LIFE_MS = 30_000;

export class SetupProblem extends Error {}

export function say(line) {
  process.stderr.write(`setup: ${line}\n`);
}

/** Runs a slow step with its lines. `work` gets a function to change what the sign of life says. */
export async function step(name, doing, work) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  let now = doing;
  say(`${name}: ${doing} …`);
  const timer = setInterval(() => say(`${name}: still ${now}, ${seconds()}`), SIGN_OF_LIFE_MS);
  try {
    const result = await work((text) => {
      now = text;
      say(`${name}: ${text} …`);
    });
    say(`${name}: ready after ${seconds()}`);
    return result;
  } catch (error) {
    if (!isStopped()) say(`${name}: failed after ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
