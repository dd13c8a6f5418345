import { readFile, writeFile } from 'node:fs/promises';

const FILE = new URL('../docs/benchmarks.md', import.meta.url);
const HEAD = '## ';

/** Sections of docs/benchmarks.md by their headings; what stands before the first is under ''. */
async function sections(): Promise<Map<string, string>> {
  const text = await readFile(FILE, 'utf8').catch(() => '# Benchmarks\n');
  const [before = '', ...parts] = text.split(`\n${HEAD}`);
  return new Map([
    ['', before.trim()],
    ...parts.map((part): [string, string] => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()];
    }),
  ]);
}

/** Replaces one section of docs/benchmarks.md and leaves the others. `''` is what stands before them all. */
export async function keepSection(heading: string, text: string): Promise<void> {
  const all = (await sections()).set(heading, text.trim());
  const parts = [...all].map(([name, body]) => (name === '' ? body : `${HEAD}${name}\n\n${body}`));
  await writeFile(FILE, `${parts.join('\n\n')}\n`);
}
