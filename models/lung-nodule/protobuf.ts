/** Just enough of the protocol-buffer wire format to write an ONNX file: varints, little-endian floats, nested messages. */
export class Message {
  readonly #chunks: Uint8Array[] = [];

  /** Wire type 0. Negative numbers are not needed here and are refused. */
  int(field: number, value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Message.int: ${value}`);
    this.#chunks.push(varint(field * 8), varint(value));
    return this;
  }

  /** Wire type 5. */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#chunks.push(varint(field * 8 + 5), bytes);
    return this;
  }

  /** Wire type 2: raw bytes, text, or a nested message. */
  bytes(field: number, value: Uint8Array | string | Message): this {
    const body =
      typeof value === 'string' ? new TextEncoder().encode(value) : value instanceof Message ? value.finish() : value;
    this.#chunks.push(varint(field * 8 + 2), varint(body.length), body);
    return this;
  }

  finish(): Uint8Array {
    const out = new Uint8Array(this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      out.set(chunk, at);
      at += chunk.length;
    }
    return out;
  }
}

function varint(value: number): Uint8Array {
  const out: number[] = [];
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
  return Uint8Array.from(out);
}
