import type { Claim } from '#domain/script';

/** One block of a rendered text file: `@ id key=value flag` and the words under it. */
export interface TextBlock {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly emphasis: readonly string[];
}

/* Private-use characters frame a claim in rendered text, since they cannot occur in words: start, path|text border, end. */
const OPEN = '\uE000';
const BORDER = '\uE001';
const CLOSE = '\uE002';

/** Wraps words so that `readBlocks` takes them for a claim on `path`. */
export const markClaim = (path: string, words: string): string => `${OPEN}${path}${BORDER}${words}${CLOSE}`;

/**
 * Reads rendered template text into blocks. `*words*` mark emphasis, marked claims become claims, lines of a block are joined
 * (with a space where Latin words meet) and white space is single.
 */
export function readBlocks(rendered: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const part of rendered.split(/^@ /m).slice(1)) {
    const lines = part.split('\n').map((line) => line.trim());
    const [id, ...rest] = lines[0]!.split(/\s+/);
    const attributes = Object.fromEntries(
      rest.filter(Boolean).map((item) => {
        const at = item.indexOf('=');
        return at < 0 ? [item, 'true'] : [item.slice(0, at), item.slice(at + 1)];
      }),
    );
    const body = lines.slice(1).filter(Boolean).join(' ').replace(/\s+/g, ' ');
    if (body) blocks.push({ id: id!, attributes, ...readMarks(body) });
  }
  return blocks;
}

function readMarks(body: string): Pick<TextBlock, 'text' | 'claims' | 'emphasis'> {
  const claims: Claim[] = [];
  const marked = new RegExp(`${OPEN}([^${BORDER}]*)${BORDER}([^${CLOSE}]*)${CLOSE}`, 'g');
  const plain = body.replace(marked, (_, fact: string, text: string) => {
    if (!claims.some((claim) => claim.text === text && claim.fact === fact)) claims.push({ text, fact });
    return text;
  });
  const emphasis: string[] = [];
  const text = plain.replace(/\*([^*]+)\*/g, (_, words: string) => {
    emphasis.push(words.trim());
    return words;
  });
  return { text: text.trim(), claims, emphasis };
}
