/** ffmpeg, espeak-ng and (where a package exists) Chromium through the system's package manager. */
import { existsSync } from 'node:fs';
import { SetupProblem, step } from './progress.mjs';
import { run } from './run.mjs';
import { findChromium, onPath } from './tools.mjs';

const APT = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/** Names of the programs that are missing now. */
export function missingPrograms(env = process.env) {
  return ['ffmpeg', 'ffprobe', 'espeak-ng'].filter((name) => !onPath(name, env));
}

export const canUseApt = () => process.platform === 'linux' && process.getuid?.() === 0 && Boolean(onPath('apt-get'));

/**
 * Installs what is missing as root on Debian and Ubuntu; elsewhere throws one line that says what to install and how.
 * Chromium is wished for but not insisted on: Remotion can bring its own.
 */
export async function bringSystemPackages() {
  const missing = missingPrograms();
  const wantsChromium = !findChromium();
  if (missing.length === 0 && !wantsChromium) return;
  if (!canUseApt()) {
    if (missing.length > 0) throw new SetupProblem(howToInstall(missing));
    return;
  }
  const needed = [...new Set(missing.map((name) => (name === 'ffprobe' ? 'ffmpeg' : name)))];
  await step(
    'system packages',
    `apt-get install ${[...needed, ...(wantsChromium ? ['chromium-headless-shell'] : [])].join(' ')}`,
    async () => {
      const known = await knownPackages([...needed, 'chromium-headless-shell']);
      if (!needed.every((name) => known.has(name)) || (wantsChromium && known.size <= needed.length)) await aptUpdate();
      const names = [...needed];
      // Ubuntu's own chromium is a snap, which does not run headless here; only Debian has this package.
      if (wantsChromium && (await knownPackages(['chromium-headless-shell'])).size > 0)
        names.push('chromium-headless-shell');
      if (names.length > 0) await aptInstall(names);
    },
  );
  const still = missingPrograms();
  if (still.length > 0) throw new SetupProblem(howToInstall(still));
}

async function aptInstall(names) {
  const args = ['install', '-y', '--no-install-recommends', ...APT, ...names];
  let { code, tail } = await run('apt-get', args, { env: { ...process.env, ...APT_ENV } });
  if (code !== 0) {
    // The package lists may be older than the archive.
    await aptUpdate();
    ({ code, tail } = await run('apt-get', args, { env: { ...process.env, ...APT_ENV } }));
  }
  if (code !== 0) throw new SetupProblem(`apt-get install ${names.join(' ')} failed:\n${tail}`);
}

async function aptUpdate() {
  await run('apt-get', ['update', ...APT], { env: { ...process.env, ...APT_ENV } });
}

/** Those of the names that apt could install now. */
async function knownPackages(names) {
  const known = new Set();
  for (const name of names) {
    const { tail } = await run('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))\S/.test(tail)) known.add(name);
  }
  return known;
}

/** One line: what is missing and the command that brings it here. */
export function howToInstall(missing) {
  const packages = [...new Set(missing.map((name) => (name === 'ffprobe' ? 'ffmpeg' : name)))];
  const list = packages.join(' ');
  const commands = [
    [process.platform === 'darwin', `brew install ${list}`],
    [Boolean(onPath('apt-get')), `sudo apt-get install --no-install-recommends ${list}`],
    [Boolean(onPath('dnf')), `sudo dnf install ${list}`],
    [Boolean(onPath('pacman')), `sudo pacman -S ${list}`],
    [Boolean(onPath('apk')), `sudo apk add ${list}`],
    [existsSync('/etc/SUSE-brand'), `sudo zypper install ${list}`],
  ];
  const command = commands.find(([fits]) => fits)?.[1];
  const how = command
    ? `Install with: ${command}`
    : `Install ${list} and put ${packages.length > 1 ? 'them' : 'it'} on the PATH`;
  return `${missing.join(', ')} missing. ${how} – then run this again.`;
}
