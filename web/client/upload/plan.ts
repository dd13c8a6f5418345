import { type UploadFile, uploadFileId } from '#domain/upload';
import { fingerprint } from './memory.ts';
import { type Sorted, stackOf } from './walk.ts';

export type FileMeta = { readonly index: number; readonly group: number; readonly kind: string };

/** A file to send: anew, or on from where the studio has it. */
export interface ToSend {
  readonly id: string;
  readonly uploadUrl: string | null;
  readonly file: File;
  readonly meta: FileMeta;
}

interface Plan {
  readonly send: readonly ToSend[];
  /** The row's files: how large, how much is there. */
  readonly files: ReadonlyMap<string, { size: number; sent: number }>;
}

/**
 * Which of the dropped files go on and which begin. `known` (fingerprint to id) gains what is new; files of `busy` are on their way in this window
 * already and are left alone.
 */
export function planSending(
  images: Sorted['images'],
  upload: string,
  known: Record<string, string>,
  arrived: ReadonlyMap<string, UploadFile>,
  busy: ReadonlySet<string>,
): Plan {
  const ids = [...Object.values(known), ...arrived.keys()];
  let index = ids.reduce((most, id) => Math.max(most, metaOf(id).index), 0);
  const stacks = new Map<string, number>();
  const send: ToSend[] = [];
  const files = new Map<string, { size: number; sent: number }>();
  for (const { path, file, kind } of images) {
    const print = fingerprint(upload, path, file);
    const before = known[print];
    if (before && busy.has(before)) continue;
    if (!before) index += 1;
    const group = kind === 'png' || kind === 'jpg' ? stackNumber(stacks, stackOf(path)) : 0;
    const id = before ?? uploadFileId({ index, group, kind });
    known[print] = id;
    const there = arrived.get(id);
    const sent = there?.received ?? 0;
    files.set(id, { size: file.size, sent });
    if (!there || sent < file.size)
      send.push({ id, uploadUrl: there ? `/api/uploads/${upload}/files/${id}` : null, file, meta: metaOf(id) });
  }
  return { send, files };
}

const metaOf = (id: string): FileMeta => ({
  group: Number(id.slice(0, 3)),
  index: Number(id.slice(4, 10)),
  kind: id.slice(11),
});

function stackNumber(stacks: Map<string, number>, name: string): number {
  const number = stacks.get(name) ?? stacks.size + 1;
  stacks.set(name, number);
  return Math.min(number, 999);
}
