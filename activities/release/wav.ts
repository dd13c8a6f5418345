import { StudioError } from '#domain/errors';

export const SAMPLE_RATE = 48_000;

/**
 * Samples of a PCM s16le WAV file with the given number of channels at 48 kHz (RIFF/WAVE).
 * @throws StudioError SPEECH_ENGINE when the file is something else
 */
export function readWav(bytes: Buffer, channels: 1 | 2): Int16Array {
  const bad = (detail: string) => new StudioError('SPEECH_ENGINE', { detail: `take is no 48 kHz PCM: ${detail}` });
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') throw bad('not a WAV');
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (id === 'fmt ') {
      const found = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 12), bytes.readUInt16LE(at + 22)];
      if (found.join() !== [channels, SAMPLE_RATE, 16].join()) throw bad(found.join('/'));
    }
    if (id === 'data') {
      // A streamed WAV carries 0xFFFFFFFF here; the file's end is the truth then.
      const end = Math.min(at + 8 + size, bytes.length);
      const samples = new Int16Array((end - at - 8) >> 1);
      for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(at + 8 + i * 2);
      return samples;
    }
    at += 8 + size + (size & 1);
  }
  throw bad('no data');
}

/** A PCM s16le WAV file at 48 kHz; `samples` are interleaved. */
export function writeWav(samples: Int16Array, channels: 1 | 2): Buffer {
  const data = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(SAMPLE_RATE, 24);
  head.writeUInt32LE(SAMPLE_RATE * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
