/** What this browser remembers of an upload: which file of it is which of the person's. No name or path, only a number made of them. */
interface Memory {
  /** Fingerprint to file id. */
  files: Record<string, string>;
  /** How each row was made: its kind, and the size of each of its files. */
  rows: { kind: 'folder' | 'zip' | 'files'; files: Record<string, number> }[];
}

const key = (upload: string): string => `caseloom-upload-${upload}`;

export function recall(upload: string): Memory {
  try {
    const kept = JSON.parse(localStorage.getItem(key(upload)) ?? '') as Memory;
    return { files: kept.files ?? {}, rows: kept.rows ?? [] };
  } catch {
    return { files: {}, rows: [] };
  }
}

export function remember(upload: string, memory: Memory): void {
  try {
    localStorage.setItem(key(upload), JSON.stringify(memory));
  } catch {
    // A full or forbidden storage: this upload then cannot be matched after the tab is closed, which the page says.
  }
}

export const forget = (upload: string): void => localStorage.removeItem(key(upload));

/** Tells a file again: from its path, size and time, mixed with the upload's id so that it means nothing elsewhere (cyrb53, public domain). */
export function fingerprint(upload: string, path: string, file: File): string {
  const text = `${upload}|${path}|${file.size}|${file.lastModified}`;
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
