import charls from '@cornerstonejs/codec-charls/decodewasmjs';
import libjpeg from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs';
import openjpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import openjph from '@cornerstonejs/codec-openjph/wasmjs';
import { Decoder as LosslessDecoder } from 'jpeg-lossless-decoder-js';
import { decodeJpegDct } from './jpeg-dct/decode-jpeg-dct.ts';

export type CodecName = 'jpeg' | 'jpeg-12' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

/** Decoders chat on the console by default; a terminal that shows progress, or prints JSON, must stay clean. */
const quiet = { print: () => {}, printErr: () => {} };

const factories: Readonly<
  Record<Exclude<CodecName, 'jpeg-lossless' | 'jpeg-12'>, () => Promise<new () => WasmDecoder>>
> = {
  jpeg: async () => (await libjpeg({ ...quiet })).JPEGDecoder,
  'jpeg-ls': async () => (await charls({ ...quiet })).JpegLSDecoder,
  'jpeg-2000': async () => (await openjpeg({ ...quiet })).J2KDecoder,
  htj2k: async () => (await openjph({ ...quiet })).HTJ2KDecoder,
};

const loaded = new Map<CodecName, Promise<new () => WasmDecoder>>();

/**
 * Little endian bytes of one decoded codestream; colour interleaved where the codestream is. One byte a sample up to 8 bits, two above.
 * A decoder that failed is thrown away with its memory, since an aborted WebAssembly module answers nothing ever after.
 * @throws whatever the codec throws: numbers, strings, errors
 */
export async function runCodec(
  name: CodecName,
  codestream: Uint8Array<ArrayBuffer>,
  precision: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (name === 'jpeg-12') return new Uint8Array(decodeJpegDct(codestream).buffer);
  if (name === 'jpeg-lossless') return runLossless(codestream, precision);
  const pending = loaded.get(name) ?? factories[name]();
  loaded.set(name, pending);
  try {
    return decodeOnce(new (await pending)(), codestream);
  } catch (thrown) {
    loaded.delete(name);
    throw thrown;
  }
}

/** Synchronous from first to last, so two frames never share the module's memory. */
function decodeOnce(decoder: WasmDecoder, codestream: Uint8Array): Uint8Array<ArrayBuffer> {
  decoder.getEncodedBuffer(codestream.length).set(codestream);
  decoder.decode();
  const bytes = new Uint8Array(decoder.getDecodedBuffer());
  decoder.delete();
  return bytes;
}

function runLossless(codestream: Uint8Array<ArrayBuffer>, precision: number): Uint8Array<ArrayBuffer> {
  const samples = new LosslessDecoder().decode(codestream.buffer, 0, codestream.length, precision <= 8 ? 1 : 2);
  const bytes = new Uint8Array(samples.byteLength);
  bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  return bytes;
}
