import { Message } from './protobuf.ts';

type Attribute = number | readonly number[] | { readonly float: number } | string;
const FLOAT = 1;
const INT64 = 7;

/**
 * Builds one ONNX graph node by node and writes it as bytes (onnx.proto3 field numbers). The same calls give the same bytes: names are
 * counted, nothing depends on the clock or on hashing order.
 */
export class OnnxGraph {
  readonly #nodes: Message[] = [];
  readonly #constants: Message[] = [];
  readonly #inputs: Message[] = [];
  readonly #outputs: Message[] = [];
  #count = 0;

  constructor(
    readonly name: string,
    readonly doc: string,
  ) {}

  input(name: string, dims: readonly (string | number)[]): string {
    this.#inputs.push(valueInfo(name, dims));
    return name;
  }

  output(value: string, name: string, dims: readonly (string | number)[]): void {
    this.#push('Identity', [value], [name], {});
    this.#outputs.push(valueInfo(name, dims));
  }

  /** A float tensor kept in the file. */
  constant(values: readonly number[], dims: readonly number[]): string {
    const raw = new Uint8Array(values.length * 4);
    const view = new DataView(raw.buffer);
    values.forEach((value, i) => {
      view.setFloat32(i * 4, value, true);
    });
    return this.#tensor(FLOAT, dims, raw);
  }

  scalar(value: number): string {
    return this.constant([value], []);
  }

  integers(values: readonly number[]): string {
    const raw = new Uint8Array(values.length * 8);
    const view = new DataView(raw.buffer);
    values.forEach((value, i) => {
      view.setBigInt64(i * 8, BigInt(value), true);
    });
    return this.#tensor(INT64, [values.length], raw);
  }

  /** Adds a node with one output and returns the output's name. */
  node(op: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    const out = this.#name();
    this.#push(op, inputs, [out], attributes);
    return out;
  }

  /** Adds a node with several outputs. */
  nodes(
    op: string,
    inputs: readonly string[],
    count: number,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string[] {
    const outs = Array.from({ length: count }, () => this.#name());
    this.#push(op, inputs, outs, attributes);
    return outs;
  }

  /** The whole model file. */
  finish(opset: number, producer: string, version: string): Uint8Array {
    const graph = new Message();
    for (const node of this.#nodes) graph.bytes(1, node);
    graph.bytes(2, this.name);
    for (const constant of this.#constants) graph.bytes(5, constant);
    graph.bytes(10, this.doc);
    for (const value of this.#inputs) graph.bytes(11, value);
    for (const value of this.#outputs) graph.bytes(12, value);
    const IR_VERSION = 8;
    return new Message()
      .int(1, IR_VERSION)
      .bytes(2, producer)
      .bytes(3, version)
      .bytes(7, graph)
      .bytes(8, new Message().bytes(1, '').int(2, opset))
      .finish();
  }

  #tensor(type: number, dims: readonly number[], raw: Uint8Array): string {
    const name = this.#name();
    const tensor = new Message();
    for (const dim of dims) tensor.int(1, dim);
    tensor.int(2, type).bytes(8, name).bytes(9, raw);
    this.#constants.push(tensor);
    return name;
  }

  #push(
    op: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
  ): void {
    const node = new Message();
    for (const input of inputs) node.bytes(1, input);
    for (const output of outputs) node.bytes(2, output);
    node.bytes(3, `${op}_${this.#nodes.length}`).bytes(4, op);
    for (const [key, value] of Object.entries(attributes)) node.bytes(5, attribute(key, value));
    this.#nodes.push(node);
  }

  #name(): string {
    return `t${this.#count++}`;
  }
}

function attribute(name: string, value: Attribute): Message {
  const message = new Message().bytes(1, name);
  if (typeof value === 'number') return message.int(3, value).int(20, 2);
  if (typeof value === 'string') return message.bytes(4, value).int(20, 3);
  if ('float' in value) return message.float(2, value.float).int(20, 1);
  for (const item of value) message.int(8, item);
  return message.int(20, 7);
}

function valueInfo(name: string, dims: readonly (string | number)[]): Message {
  const shape = new Message();
  for (const dim of dims)
    shape.bytes(1, typeof dim === 'number' ? new Message().int(1, dim) : new Message().bytes(2, dim));
  const tensor = new Message().int(1, FLOAT).bytes(2, shape);
  return new Message().bytes(1, name).bytes(2, new Message().bytes(1, tensor));
}
