import { z } from 'zod';

const MiB = 1024 * 1024;

/** What one upload may cost. Beyond any of these a file is refused before its bytes are taken. */
export const UPLOAD_LIMITS = {
  files: 5000,
  totalBytes: 4096 * MiB,
  fileBytes: 4096 * MiB,
  /** Bytes a browser sends at once; what an interruption costs at most. */
  chunkBytes: 8 * MiB,
  /** Uploads of one person that are not yet a film. */
  open: 10,
  /** An upload nobody touched for so long is deleted with its files. */
  keepHours: 48,
} as const;

/** Kinds of file by content, never by name. */
export const UploadKind = z.enum(['dcm', 'zip', 'png', 'jpg']);
export type UploadKind = z.infer<typeof UploadKind>;

/** What a client says of a file: its place in the order of names, which files look alike, and what it is. Names are not taken. */
export const UploadFileMeta = z.object({
  index: z.coerce.number().int().min(1).max(999_999),
  /** Files whose names differ only in their last number share a group: one stack of pictures. */
  group: z.coerce.number().int().min(0).max(999).default(0),
  kind: UploadKind,
});
export type UploadFileMeta = z.infer<typeof UploadFileMeta>;

export const UploadFileId = z.string().regex(/^\d{3}-\d{6}\.(dcm|zip|png|jpg)$/);

/** A file's place in quarantine: from what it is and where it stands, not from its name. */
export const uploadFileId = ({ index, group, kind }: UploadFileMeta): string =>
  `${String(group).padStart(3, '0')}-${String(index).padStart(6, '0')}.${kind}`;

export const UploadId = z.string().regex(/^u[0-9a-z]{15}$/);

/** A file under quarantine and how much of it is there. */
export const UploadFile = z.object({ id: UploadFileId, index: z.int(), size: z.int(), received: z.int() });
export type UploadFile = z.infer<typeof UploadFile>;

export const Coded = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Coded = z.infer<typeof Coded>;

/** A contact sheet: which slices it shows, from the head end, row by row. */
export const Montage = z.object({
  digest: z.string(),
  columns: z.int(),
  rows: z.int(),
  width: z.int(),
  height: z.int(),
  slices: z.array(z.int()),
});
export type Montage = z.infer<typeof Montage>;

/** A series of an upload as a person may judge it: plain facts, no identifier and no text of the header. */
export const UploadSeries = z.object({
  /** The letter it is chosen by; null when it cannot be chosen. */
  key: z.string().nullable(),
  kind: z.enum(['ct', 'pictures', 'localizer', 'other']),
  /** A code of the standard such as CT; `?` for anything else. */
  modality: z.string(),
  slices: z.int(),
  rows: z.int(),
  columns: z.int(),
  spacingMm: z.number().nullable(),
  pixelMm: z.number().nullable(),
  kernel: z.enum(['soft', 'lung', 'bone', 'unknown']),
  /** Null when it can be used, else why not. */
  reason: Coded.nullable(),
  recommended: z.boolean(),
  warnings: z.array(z.string()),
  montage: Montage.nullable(),
});
export type UploadSeries = z.infer<typeof UploadSeries>;

export const DROPPED_GROUPS = ['names', 'ids', 'dates', 'institution', 'uids', 'other'] as const;

/** What of the headers passes and how much does not. Values of what is dropped are never here. */
export const DeidentificationReport = z.object({
  profile: z.string(),
  kept: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  keptNames: z.array(z.string()),
  dropped: z.object(
    Object.fromEntries(DROPPED_GROUPS.map((group) => [group, z.int()])) as Record<
      (typeof DROPPED_GROUPS)[number],
      z.ZodInt
    >,
  ),
});
export type DeidentificationReport = z.infer<typeof DeidentificationReport>;

/** What was found in an upload. Free of patient data: it lies in the database and goes to the browser. */
export const UploadReport = z.object({
  kind: z.enum(['dicom', 'pictures']),
  files: z.int(),
  simulated: z.boolean(),
  series: z.array(UploadSeries),
  deidentification: DeidentificationReport.nullable(),
  warnings: z.array(z.string()),
});
export type UploadReport = z.infer<typeof UploadReport>;

export const UploadState = z.enum(['receiving', 'checking', 'ready', 'refused', 'used', 'dropped']);
export type UploadState = z.infer<typeof UploadState>;

/** An upload as its person sees it. */
export const Upload = z.object({
  id: UploadId,
  state: UploadState,
  departmentId: z.string(),
  files: z.array(UploadFile),
  bytes: z.int(),
  report: UploadReport.nullable(),
  error: Coded.nullable(),
  /** The film ordered from it. */
  productionId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When its files are deleted if nobody goes on. */
  expiresAt: z.iso.datetime(),
  limits: z.object({ files: z.int(), totalBytes: z.int(), fileBytes: z.int(), chunkBytes: z.int() }),
});
export type Upload = z.infer<typeof Upload>;

/** Series that may be made into a film. */
export const usableSeries = (report: UploadReport): readonly UploadSeries[] =>
  report.series.filter(({ key, reason }) => key !== null && reason === null);

/** Starts of files that are programs or pages whatever else they claim to be: a DICOM preamble may hold any of them. */
const REFUSED_STARTS = ['MZ', '\x7fELF', '#!', '<', '%PDF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '{\\rtf'];

/** Where the file's bytes decide: first bytes to kind; null = not taken. `head` holds the first 4 KiB or the whole file. */
export function uploadKind(head: Uint8Array): UploadKind | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const start = text(0, 8);
  if (REFUSED_STARTS.some((mark) => start.startsWith(mark))) return null;
  if (text(128, 132) === 'DICM') return 'dcm';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start === '\x89PNG\r\n\x1a\n') return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  return startsAsDataSet(head) ? 'dcm' : null;
}

/** A DICOM file without preamble begins with its meta header or its first elements (PS3.10 wants neither, old archives write both). */
function startsAsDataSet(head: Uint8Array): boolean {
  if (head.length < 16) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const explicit = /^[A-Z]{2}$/.test(String.fromCharCode(head[4]!, head[5]!));
  const little = view.getUint16(0, true);
  if (explicit) return [0x0002, 0x0008, 0x0010].includes(little) || [0x0008, 0x0010].includes(view.getUint16(0));
  // Implicit: a short first element of group 8 or 10.
  return (little === 0x0008 || little === 0x0010) && view.getUint32(4, true) <= 1024;
}
