/** One file of a source. `name` orders the files and may hold a patient's name: it never leaves this module's callers. */
export interface SourceFile {
  readonly name: string;
  /** Unpacked size. */
  readonly bytes: number;
  /** The whole file, read in place: nothing is unpacked onto the disk or copied into our store. */
  read(signal: AbortSignal): Promise<Buffer>;
}

/** The files a person pointed at, in natural order of their names. */
export interface Source {
  readonly files: readonly SourceFile[];
  /** Symbolic links that were not followed. */
  readonly skippedLinks: number;
  close(): Promise<void>;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** Natural order: `slice2` before `slice10`; the same on every machine. */
export function byNaturalName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
