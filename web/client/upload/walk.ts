import { type UploadKind, uploadKind } from '#domain/upload';

/** A file with the place it had in what was dropped. The path stays in this window: it may hold a name. */
interface Found {
  readonly path: string;
  readonly file: File;
}

/** One thing a person dropped or chose: a folder, an archive, or loose files. */
export interface Dropped {
  readonly name: string;
  readonly kind: 'folder' | 'zip' | 'files';
  readonly files: readonly Found[];
}

export interface Sorted {
  readonly images: ReadonlyArray<Found & { readonly kind: UploadKind }>;
  /** Files that are no images: viewers, notes, pages of a hospital's disc. */
  readonly skipped: number;
}

/** What was dropped, folders searched through. Must be called while the event is handled; afterwards the browser forgets. */
export async function fromDrop(data: DataTransfer): Promise<Dropped[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  const folders = entries.filter((entry): entry is FileSystemDirectoryEntry => entry?.isDirectory === true);
  const found = await Promise.all(
    folders.map(
      async (entry): Promise<Dropped> => ({ name: entry.name, kind: 'folder', files: await below(entry, entry.name) }),
    ),
  );
  const loose = plain.filter((file) => !folders.some(({ name }) => name === file.name));
  return [...found, ...fromFiles(loose)].filter(({ files }) => files.length > 0);
}

/** What was chosen by a file dialog: a folder's files carry their path. */
export function fromFiles(files: readonly File[]): Dropped[] {
  const folders = new Map<string, Found[]>();
  const zips: Dropped[] = [];
  const loose: Found[] = [];
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    const folder = path.includes('/') ? path.split('/')[0]! : null;
    if (folder) folders.set(folder, [...(folders.get(folder) ?? []), { path, file }]);
    else if (/\.zip$/i.test(path)) zips.push({ name: path, kind: 'zip', files: [{ path, file }] });
    else loose.push({ path, file });
  }
  return [
    ...[...folders].map(([name, found]): Dropped => ({ name, kind: 'folder', files: found })),
    ...zips,
    ...(loose.length > 0 ? [{ name: loose[0]!.path, kind: 'files' as const, files: loose }] : []),
  ];
}

async function below(folder: FileSystemDirectoryEntry, path: string): Promise<Found[]> {
  const reader = folder.createReader();
  const found: Found[] = [];
  for (;;) {
    // A reader gives a hundred at a time, and an empty list at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      const place = `${path}/${entry.name}`;
      if (entry.isDirectory) found.push(...(await below(entry as FileSystemDirectoryEntry, place)));
      else
        found.push({
          path: place,
          file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
        });
    }
  }
}

const HEAD_BYTES = 4096;
const collator = new Intl.Collator('en', { numeric: true });

/** Looks at the first bytes of each file, as the studio will; images in the natural order of their paths. */
export async function sortOut(files: readonly Found[]): Promise<Sorted> {
  const images: Array<Found & { kind: UploadKind }> = [];
  for (const found of files) {
    const head = new Uint8Array(await found.file.slice(0, HEAD_BYTES).arrayBuffer());
    const kind = uploadKind(head);
    if (kind) images.push({ ...found, kind });
  }
  images.sort((a, b) => collator.compare(a.path, b.path));
  return { images, skipped: files.length - images.length };
}

/** Pictures whose names differ only in their last number are one stack. */
export const stackOf = (path: string): string => path.toLowerCase().replace(/\d+(?=\D*$)/, '#');
