/** What a compressed frame says of itself. */
export interface CodestreamSize {
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  readonly precision: number;
}

const JPEG_START = 0xffd8;
const J2K_START = 0xff4f;
const J2K_SIZE = 0xff51;

/**
 * Size fields of a JPEG, JPEG-LS, JPEG 2000 or HTJ2K codestream, read before any decoder sees it: a decoder that is told of an image of
 * billions of pixels dies, and takes its WebAssembly memory with it. Null when the codestream cannot be read.
 */
export function codestreamSize(bytes: Uint8Array): CodestreamSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = findStart(view);
  if (start < 0) return null;
  return view.getUint16(start) === JPEG_START ? jpegSize(view, start + 2) : j2kSize(view, start + 2);
}

/** Usually 0; a JP2 file wrapper puts boxes before its codestream. */
function findStart(view: DataView): number {
  const limit = Math.min(view.byteLength - 4, 4096);
  for (let at = 0; at <= limit; at += 1) {
    const marker = view.getUint16(at);
    if (at === 0 && marker === JPEG_START) return 0;
    if (marker === J2K_START && view.getUint16(at + 2) === J2K_SIZE) return at;
  }
  return -1;
}

/** ISO 10918-1 B.2.2: the first start-of-frame marker (SOF0-15 but not DHT, JPG, DAC; SOF55 is JPEG-LS). */
function jpegSize(view: DataView, begin: number): CodestreamSize | null {
  for (let at = begin; at + 10 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) || marker === 0xf7;
    if (isFrame)
      return {
        precision: view.getUint8(at + 4),
        rows: view.getUint16(at + 5),
        columns: view.getUint16(at + 7),
        components: view.getUint8(at + 9),
      };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** ISO 15444-1 A.5.1: grid size less offset, component count, depth of the first component. */
function j2kSize(view: DataView, size: number): CodestreamSize | null {
  if (size + 40 > view.byteLength) return null;
  const field = (index: number): number => view.getUint32(size + 6 + 4 * index);
  return {
    columns: field(0) - field(2),
    rows: field(1) - field(3),
    components: view.getUint16(size + 38),
    precision: (view.getUint8(size + 40) & 0x7f) + 1,
  };
}

/** True when the codestream reaches its end marker (JPEG FFD9, JPEG 2000 FFD9), padding aside. A decoder would fill the rest with grey. */
export function codestreamEnds(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 2 && bytes[end - 1] === 0) end -= 1;
  // One byte of padding may be FF or any filler; look at the last few bytes.
  for (let at = end - 2; at >= Math.max(0, end - 4); at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
