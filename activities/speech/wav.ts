import { StudioError } from '#domain/errors';
import type { Sound } from './engine.ts';

/**
 * Reads a mono 16-bit PCM WAV (RIFF). Streams written to a pipe carry a made-up data length: what is there counts.
 * @throws StudioError SPEECH_ENGINE when it is something else
 */
export function readWav(bytes: Buffer): Sound {
  const refuse = (why: string) => new StudioError('SPEECH_ENGINE', { detail: `no usable sound: ${why}` });
  if (bytes.length < 44 || bytes.toString('latin1', 0, 4) !== 'RIFF') throw refuse('not a WAV');
  let sampleRate = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (id === 'fmt ') {
      if (bytes.readUInt16LE(at + 8) !== 1 || bytes.readUInt16LE(at + 10) !== 1 || bytes.readUInt16LE(at + 22) !== 16) {
        throw refuse('not mono 16-bit PCM');
      }
      sampleRate = bytes.readUInt32LE(at + 12);
    }
    if (id === 'data') {
      if (!sampleRate) throw refuse('no format');
      const count = Math.floor(Math.min(size, bytes.length - at - 8) / 2);
      const samples = new Int16Array(count);
      for (let i = 0; i < count; i++) samples[i] = bytes.readInt16LE(at + 8 + 2 * i);
      return { sampleRate, samples };
    }
    at += 8 + size + (size % 2);
  }
  throw refuse('no samples');
}

/** Writes a mono 16-bit PCM WAV: 44 bytes of header, no date, no tool name, so the same samples are the same bytes. */
export function writeWav({ sampleRate, samples }: Sound): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) => {
    bytes.writeInt16LE(sample, 44 + 2 * i);
  });
  return bytes;
}
