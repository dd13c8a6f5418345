import { inflateRawSync } from 'node:zlib';
import dicomParser, { type DataSet } from 'dicom-parser';
import { guessEncoding, IMPLICIT_LITTLE, withPreamble } from './guess-encoding.ts';

export const PIXEL_DATA = 'x7fe00010';
const DIRECTORY_STORAGE = '1.2.840.10008.1.3.10';

/** A file as the parser sees it: a data set (whole, or as far as it could be read), or not DICOM at all. */
export type ParsedFile =
  | { readonly kind: 'dataset'; readonly dataSet: DataSet; readonly syntax: string; readonly broken: boolean }
  | { readonly kind: 'directory' }
  | { readonly kind: 'other' };

/**
 * The one place that calls dicom-parser, which throws strings, errors and `{exception, dataSet}` alike: here nothing is thrown.
 * Reads up to the pixel data, so a file cut inside its pixels still tells what it is. Files without preamble or meta header are
 * recognised by their first element. `broken` = the header itself cannot be read to its end.
 */
export function parseDicom(bytes: Buffer, inflatedLimit: number): ParsedFile {
  const marked = hasPrefix(bytes);
  const guess = marked ? null : guessEncoding(bytes);
  if (!marked && guess === null) return { kind: 'other' };
  const input = guess?.kind === 'meta' ? withPreamble(bytes) : bytes;
  const outcome = parse(input, guess?.kind === 'dataset' ? guess.syntax : undefined, inflatedLimit);
  const mislabelled = outcome.broken && marked ? parseMislabelled(input, inflatedLimit) : null;
  if (mislabelled !== null) return mislabelled;
  const { dataSet, broken } = outcome;
  if (dataSet === null) return marked ? brokenFile(input) : { kind: 'other' };
  if (stringOf(dataSet, 'x00020002') === DIRECTORY_STORAGE || dataSet.elements.x00041220 !== undefined)
    return { kind: 'directory' };
  // Without the DICM mark only a data set that names its class or modality is believed: any text file could start like a tag.
  const named = stringOf(dataSet, 'x00080016') !== '' || stringOf(dataSet, 'x00080060') !== '';
  if (!marked && !named) return { kind: 'other' };
  const syntax = guess?.kind === 'dataset' ? guess.syntax : stringOf(dataSet, 'x00020010');
  return { kind: 'dataset', dataSet, syntax, broken };
}

function hasPrefix(bytes: Buffer): boolean {
  return bytes.length >= 132 && bytes.toString('latin1', 128, 132) === 'DICM';
}

interface Outcome {
  readonly dataSet: DataSet | null;
  readonly broken: boolean;
}

function parse(bytes: Buffer, syntax: string | undefined, inflatedLimit: number): Outcome {
  const options: dicomParser.ParseDicomOptions = {
    untilTag: PIXEL_DATA,
    inflater: (input: Uint8Array, position: number) => inflate(input, position, inflatedLimit),
    ...(syntax === undefined ? {} : { TransferSyntaxUID: syntax }),
  };
  try {
    return { dataSet: dicomParser.parseDicom(bytes, options), broken: false };
  } catch (thrown) {
    const partial = (thrown as { dataSet?: DataSet } | null)?.dataSet;
    return { dataSet: partial ?? null, broken: true };
  }
}

/**
 * Some writers declare explicit VR and write implicit. When the first element after the meta header has no VR letters the data set is read
 * as it is; the declared syntax still tells how the pixels are packed. Null when that is not what is wrong.
 */
function parseMislabelled(bytes: Buffer, inflatedLimit: number): ParsedFile | null {
  const lengthValue = 140;
  if (bytes.length < lengthValue + 12 || bytes.readUInt32LE(132) !== 0x0002) return null;
  const start = lengthValue + 4 + bytes.readUInt32LE(lengthValue);
  if (start + 8 > bytes.length || /^[A-Z]{2}$/.test(bytes.toString('latin1', start + 4, start + 6))) return null;
  const { dataSet, broken } = parse(bytes.subarray(start), IMPLICIT_LITTLE, inflatedLimit);
  // Whatever bytes there are, some can be read as elements: only a data set that names its class is believed.
  if (dataSet === null || broken || !/^[\d.]+$/.test(stringOf(dataSet, 'x00080016'))) return null;
  try {
    const meta = dicomParser.readPart10Header(bytes.subarray(0, start));
    const syntax = stringOf(meta, 'x00020010');
    return syntax === '' ? null : { kind: 'dataset', dataSet, syntax, broken: false };
  } catch {
    return null;
  }
}

/** The parser wants header and inflated body in one array. The limit stops a small file from inflating without end. */
function inflate(input: Uint8Array, position: number, limit: number): Uint8Array {
  const body = inflateRawSync(input.subarray(position), { maxOutputLength: limit });
  return Buffer.concat([input.subarray(0, position), body]);
}

/** A file that says it is DICOM but whose meta header cannot be read: an empty data set, so that it is counted and not overlooked. */
function brokenFile(bytes: Buffer): ParsedFile {
  const dataSet = { byteArray: bytes, elements: {}, warnings: [], string: () => undefined } as unknown as DataSet;
  return { kind: 'dataset', dataSet, syntax: '', broken: true };
}

function stringOf(dataSet: DataSet, tag: string): string {
  try {
    return dataSet.string(tag)?.trim() ?? '';
  } catch {
    return '';
  }
}
