import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { StudioError } from '#domain/errors';
import { type ImportLimits, readableBytes } from '../limits.ts';
import { byNaturalName, type Source, type SourceFile } from './source.ts';
import { throwIfCancelled } from './throw-if-cancelled.ts';

const UNIX_TYPE_MASK = 0o170000;
const UNIX_LINK = 0o120000;
const ENCRYPTED = 1;

/**
 * The files of a ZIP, each unpacked in memory when it is read and never onto the disk. The whole directory is judged before one byte
 * is unpacked: paths that climb or are absolute, links, too many files, too many bytes, a ratio no image reaches.
 * Declared sizes are not trusted: unpacking stops at the declared size.
 * @throws StudioError IMAGES_ZIP_UNSAFE, IMAGES_ZIP_BOMB, IMAGES_ZIP_BROKEN, CANCELLED
 */
export async function openZip(place: string, limits: ImportLimits, signal: AbortSignal): Promise<Source> {
  // Names are validated below so that an unsafe one gets its own code; yauzl would raise a text with the name in it.
  const zip = await yauzl
    .openPromise(place, { autoClose: false, decodeStrings: false, validateEntrySizes: true })
    .catch(() => {
      throw new StudioError('IMAGES_ZIP_BROKEN');
    });
  try {
    const entries = await readDirectory(zip, limits, signal);
    const files: SourceFile[] = entries
      .map(({ name, entry }) => ({
        name,
        bytes: entry.uncompressedSize,
        read: (readSignal: AbortSignal) => unpack(zip, entry, readSignal),
      }))
      .sort(byNaturalName);
    return { files, skippedLinks: 0, close: async () => zip.close() };
  } catch (error) {
    zip.close();
    if (error instanceof StudioError) throw error;
    throw new StudioError('IMAGES_ZIP_BROKEN');
  }
}

interface NamedEntry {
  readonly name: string;
  readonly entry: yauzl.Entry;
}

async function readDirectory(zip: yauzl.ZipFile, limits: ImportLimits, signal: AbortSignal): Promise<NamedEntry[]> {
  if (zip.entryCount > limits.files) throw new StudioError('IMAGES_ZIP_BOMB', { limit: `${limits.files} files` });
  const entries: NamedEntry[] = [];
  let unpacked = 0;
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    throwIfCancelled(signal);
    const name = entryName(entry);
    if (isUnsafeName(name) || isLink(entry)) throw new StudioError('IMAGES_ZIP_UNSAFE');
    if (name.endsWith('/')) continue;
    if (entry.generalPurposeBitFlag & ENCRYPTED) throw new StudioError('IMAGES_ZIP_BROKEN');
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
    entries.push({ name, entry });
    if (entry.uncompressedSize > limits.fileBytes)
      throw new StudioError('IMAGES_ZIP_BOMB', { limit: readableBytes(limits.fileBytes) });
    if (unpacked > limits.totalBytes)
      throw new StudioError('IMAGES_ZIP_BOMB', { limit: readableBytes(limits.totalBytes) });
    if (entries.length > limits.files) throw new StudioError('IMAGES_ZIP_BOMB', { limit: `${limits.files} files` });
  }
  if (unpacked > limits.ratioFloorBytes && unpacked > packed * limits.archiveRatio)
    throw new StudioError('IMAGES_ZIP_BOMB', { limit: `${limits.archiveRatio}:1` });
  return entries;
}

/** Names only order the files. Many packers write UTF-8 without saying so; any other code page may be read byte by byte. */
function entryName(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\\', '/');
  } catch {
    return raw.toString('latin1').replaceAll('\\', '/');
  }
}

function isUnsafeName(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..');
}

function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & UNIX_TYPE_MASK) === UNIX_LINK;
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, signal: AbortSignal): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(entry.uncompressedSize);
  let filled = 0;
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      throwIfCancelled(signal);
      if (filled + chunk.length > bytes.length) throw new StudioError('IMAGES_ZIP_BROKEN');
      filled += chunk.copy(bytes, filled);
    }
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw new StudioError('IMAGES_ZIP_BROKEN');
  } finally {
    stream?.destroy();
  }
  if (filled !== bytes.length) throw new StudioError('IMAGES_ZIP_BROKEN');
  return bytes;
}
