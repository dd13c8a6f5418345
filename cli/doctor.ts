import type { Finding } from './doctor/finding.ts';
import { examineDisk, examineMemory } from './doctor/machine.ts';
import {
  examineFonts,
  examineNode,
  examineOnnx,
  examinePostgres,
  examinePrismaClient,
  examineTree,
} from './doctor/packages.ts';
import { examineChromium, examineEspeak, examineFfmpeg, examineTemporal } from './doctor/programs.ts';

/**
 * Looks at every part the studio needs and says its version, where it came from, and what to do. Prints a table, or one
 * JSON document with `json`. Starts nothing and changes nothing.
 * Returns the exit code: 0 when all that is needed is there, 2 when something is missing.
 */
export async function runDoctor({ json }: { json: boolean }): Promise<number> {
  const findings = await examineAll();
  const missing = findings.filter(({ state }) => state === 'missing').length;
  if (json) process.stdout.write(`${JSON.stringify({ ready: missing === 0, parts: findings })}\n`);
  else process.stdout.write(table(findings, missing));
  return missing === 0 ? 0 : 2;
}

async function examineAll(): Promise<Finding[]> {
  const parts = await Promise.all([
    examineNode(),
    examineTree(),
    examinePrismaClient(),
    examineFfmpeg('ffmpeg'),
    examineFfmpeg('ffprobe'),
    examineEspeak(),
    examineChromium(),
    examineTemporal(),
    examinePostgres(),
    examineOnnx(),
    examineFonts(),
    examineDisk('data folder'),
    examineDisk('cache folder'),
    examineMemory(),
  ]);
  return parts.flat();
}

const WORDS: Record<Finding['state'], string> = {
  ok: '正常 ok',
  missing: '缺少 missing',
  warning: '注意 look',
  absent: '未装 absent',
};

function table(findings: readonly Finding[], missing: number): string {
  const lines = findings.flatMap(({ part, state, version, from, advice }) => [
    `${pad(WORDS[state], 13)} ${pad(part, 16)} ${[version, from].filter(Boolean).join('  ·  ')}`,
    ...(advice ? [`${' '.repeat(14)}→ ${advice.zh}`, `${' '.repeat(14)}→ ${advice.en}`] : []),
  ]);
  const end = missing === 0 ? '一切就绪。 Everything needed is here.' : `缺少 ${missing} 项。 ${missing} missing.`;
  return `${lines.join('\n')}\n${end}\n`;
}

/** Chinese characters are two columns wide on a terminal. */
function pad(text: string, columns: number): string {
  const width = [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, columns - width));
}
