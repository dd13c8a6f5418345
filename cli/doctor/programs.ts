import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { temporalIsHealthy } from '../launch/grpc-health.ts';
import { howToInstall } from '../setup/system-packages.mjs';
import { findChromium, findTemporal, isProgram, onPath } from '../setup/tools.mjs';
import { type Finding, ok, SETUP_ADVICE, trouble } from './finding.ts';

const run = promisify(execFile);

/** First match of `pattern` in what the program prints, or null when it cannot be run. */
async function versionOf(program: string, args: string[], pattern: RegExp): Promise<string | null> {
  const printed = await run(program, args, { timeout: 15_000 }).then(
    ({ stdout, stderr }) => stdout + stderr,
    () => '',
  );
  return pattern.exec(printed)?.[1] ?? null;
}

export async function examineFfmpeg(name: 'ffmpeg' | 'ffprobe'): Promise<Finding> {
  const file = onPath(name);
  if (!file) return trouble(name, 'missing', installAdvice(name));
  const version = await versionOf(file, ['-version'], /version (\S+)/);
  if (!version) return trouble(name, 'missing', cannotRun(file), null, file);
  if (name === 'ffprobe') return ok(name, version, file);
  const encoders = await run(file, ['-hide_banner', '-encoders']).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const lacking = ['libx264', 'aac'].filter((encoder) => !new RegExp(` ${encoder} `).test(encoders));
  if (lacking.length === 0) return ok(name, version, file);
  const list = lacking.join(', ');
  const advice = { zh: `缺少编码器 ${list}，请安装完整版 ffmpeg。`, en: `It lacks ${list}; install a full build.` };
  return trouble(name, 'missing', advice, version, file);
}

export async function examineEspeak(): Promise<Finding[]> {
  const file = onPath('espeak-ng');
  if (!file) return [trouble('espeak-ng', 'missing', installAdvice('espeak-ng'))];
  const version = await versionOf(file, ['--version'], /: ([\d.]+)/);
  if (!version) return [trouble('espeak-ng', 'missing', cannotRun(file), null, file)];
  return [ok('espeak-ng', version, file), await examineVoice(file, 'cmn'), await examineVoice(file, 'en')];
}

async function examineVoice(program: string, language: string): Promise<Finding> {
  const part = `voice ${language}`;
  const { stdout } = await run(program, [`--voices=${language}`]).catch(() => ({ stdout: '' }));
  // A heading, then one line a voice: priority, language, gender, name, file.
  const voice = stdout
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .find((words) => words.length >= 5);
  if (voice) return ok(part, null, voice[4] ?? null);
  const advice = { zh: '请安装 espeak-ng-data。', en: 'Install espeak-ng-data.' };
  return trouble(part, 'missing', advice);
}

export async function examineChromium(): Promise<Finding> {
  const found = findChromium();
  if (!found) return trouble('Chromium', 'missing', installAdvice('chromium'));
  if (!isProgram(found.path)) return trouble('Chromium', 'missing', cannotRun(found.path), null, found.source);
  const version = await versionOf(found.path, ['--version'], /([\d.]{5,})/);
  if (!version) return trouble('Chromium', 'missing', cannotRun(found.path), null, found.path);
  return ok('Chromium', version, `${found.path} (${found.source})`);
}

export async function examineTemporal(): Promise<Finding> {
  const address = process.env.TEMPORAL_ADDRESS;
  if (address) {
    if (await temporalIsHealthy(address)) return ok('Temporal', null, `${address} (TEMPORAL_ADDRESS)`);
    const advice = {
      zh: `${address} 没有应答。请检查该服务器或 TEMPORAL_ADDRESS。`,
      en: `${address} does not answer. Check that server, or TEMPORAL_ADDRESS.`,
    };
    return trouble('Temporal', 'missing', advice, null, 'TEMPORAL_ADDRESS');
  }
  const found = findTemporal();
  if (!found) return trouble('Temporal', 'missing', SETUP_ADVICE);
  const version = await versionOf(found.path, ['--version'], /Server ([\d.]+)/);
  if (!version) return trouble('Temporal', 'missing', cannotRun(found.path), null, found.path);
  return ok('Temporal', `server ${version}`, `${found.path} (${found.source})`);
}

const installAdvice = (name: string) => ({ zh: `请安装 ${name}，或运行 npm run setup。`, en: howToInstall([name]) });
const cannotRun = (file: string) => ({ zh: `${file} 无法运行。`, en: `${file} does not run.` });
