import protobuf from "protobufjs/minimal.js";

/** Element types by their number in the ONNX schema (onnx.proto3, TensorProto.DataType). */
const ELEMENT = { float32: 1, int32: 6, int64: 7, bool: 9, float16: 10, float64: 11 } as const;
type ElementType = keyof typeof ELEMENT;

/** The number of an element type, as the `to` attribute of a `Cast` wants it. */
export function elementNumber(type: ElementType): number {
  return ELEMENT[type];
}

/** A constant of the graph. `bytes` is little-endian, row by row; float16 is two bytes an element. */
export interface OnnxConstant {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly bytes: Uint8Array;
}

/** An input or output of the graph; a dimension named by a string is free. */
interface OnnxValue {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly (number | string)[];
}

/** An attribute: a plain number is an int, `{ float }` a float, a list ints, `{ graph }` a branch. */
export type OnnxAttribute =
  | number
  | readonly number[]
  | { readonly float: number }
  | { readonly graph: Pick<OnnxGraph, "name" | "nodes" | "outputs"> };

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** A node of one output. */
export function onnxNode(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: OnnxNode["attributes"] = {},
): OnnxNode {
  return { op, inputs, outputs: [output], attributes };
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants?: readonly OnnxConstant[];
}

const IR_VERSION = 8;
const OPSET = 17;

/** The bytes of a view, whatever its element type. */
export function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** A list of int64s as a constant: axes, shapes, indices. No dims makes it a scalar. */
export function integers(name: string, values: readonly number[], dims = [values.length]): OnnxConstant {
  return { name, type: "int64", dims, bytes: bytesOf(BigInt64Array.from(values, BigInt)) };
}

/** A float32 scalar as a constant. */
export function scalar(name: string, value: number): OnnxConstant {
  return { name, type: "float32", dims: [], bytes: bytesOf(Float32Array.of(value)) };
}

/** The bytes of an ONNX model file (opset 17) that computes the graph. */
export function onnxModel(graph: OnnxGraph): Uint8Array {
  const writer = protobuf.Writer.create();
  writer.uint32(tag(1, VARINT)).int64(IR_VERSION);
  text(writer, 2, "cicerone");
  message(writer, 7, () => writeGraph(writer, graph));
  message(writer, 8, () => writer.uint32(tag(2, VARINT)).int64(OPSET));
  return writer.finish();
}

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

function tag(field: number, wire: number): number {
  return (field << 3) | wire;
}

type Writer = protobuf.Writer;

function message(writer: Writer, field: number, body: () => void): void {
  writer.uint32(tag(field, BYTES)).fork();
  body();
  writer.ldelim();
}

function text(writer: Writer, field: number, value: string): void {
  writer.uint32(tag(field, BYTES)).string(value);
}

function writeGraph(writer: Writer, graph: OnnxGraph): void {
  for (const node of graph.nodes) message(writer, 1, () => writeNode(writer, node));
  text(writer, 2, graph.name);
  for (const constant of graph.constants ?? []) message(writer, 5, () => writeConstant(writer, constant));
  for (const input of graph.inputs) message(writer, 11, () => writeValue(writer, input));
  for (const output of graph.outputs) message(writer, 12, () => writeValue(writer, output));
}

function writeNode(writer: Writer, node: OnnxNode): void {
  for (const input of node.inputs) text(writer, 1, input);
  for (const output of node.outputs) text(writer, 2, output);
  text(writer, 4, node.op);
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    message(writer, 5, () => writeAttribute(writer, name, value));
  }
}

const ATTRIBUTE_KIND = { float: 1, int: 2, graph: 5, ints: 7 } as const;

function writeAttribute(writer: Writer, name: string, value: OnnxAttribute): void {
  text(writer, 1, name);
  if (typeof value === "number") {
    writer.uint32(tag(3, VARINT)).int64(value).uint32(tag(20, VARINT)).int32(ATTRIBUTE_KIND.int);
  } else if ("float" in value) {
    writer.uint32(tag(2, FIXED32)).float(value.float).uint32(tag(20, VARINT)).int32(ATTRIBUTE_KIND.float);
  } else if ("graph" in value) {
    message(writer, 6, () => writeGraph(writer, { inputs: [], ...value.graph }));
    writer.uint32(tag(20, VARINT)).int32(ATTRIBUTE_KIND.graph);
  } else {
    for (const each of value) writer.uint32(tag(8, VARINT)).int64(each);
    writer.uint32(tag(20, VARINT)).int32(ATTRIBUTE_KIND.ints);
  }
}

function writeConstant(writer: Writer, constant: OnnxConstant): void {
  for (const dim of constant.dims) writer.uint32(tag(1, VARINT)).int64(dim);
  writer.uint32(tag(2, VARINT)).int32(ELEMENT[constant.type]);
  text(writer, 8, constant.name);
  writer.uint32(tag(9, BYTES)).bytes(constant.bytes);
}

function writeValue(writer: Writer, value: OnnxValue): void {
  text(writer, 1, value.name);
  message(writer, 2, () =>
    message(writer, 1, () => {
      writer.uint32(tag(1, VARINT)).int32(ELEMENT[value.type]);
      message(writer, 2, () => {
        for (const dim of value.dims) message(writer, 1, () => writeDimension(writer, dim));
      });
    }),
  );
}

function writeDimension(writer: Writer, dim: number | string): void {
  if (typeof dim === "string") text(writer, 2, dim);
  else writer.uint32(tag(1, VARINT)).int64(dim);
}

/** A constant of a model file that `onnxModel` wrote; undefined where it has none of that name. */
export function readConstant(
  model: Uint8Array,
  name: string,
): { readonly dims: readonly number[]; readonly bytes: Uint8Array } | undefined {
  for (const graph of fieldsOf(model, 7)) {
    for (const constant of fieldsOf(graph, 5)) {
      const [title] = fieldsOf(constant, 8);
      const [bytes] = fieldsOf(constant, 9);
      if (title === undefined || bytes === undefined || new TextDecoder().decode(title) !== name) continue;
      return { dims: varintsOf(constant, 1), bytes };
    }
  }
  return undefined;
}

/** Views of a message's fields of one number that hold bytes. */
function fieldsOf(message: Uint8Array, field: number): Uint8Array[] {
  const reader = protobuf.Reader.create(message);
  const found: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const key = reader.uint32();
    if (key === tag(field, BYTES)) {
      const length = reader.uint32();
      found.push(message.subarray(reader.pos, reader.pos + length));
      reader.skip(length);
    } else reader.skipType(key & 7);
  }
  return found;
}

function varintsOf(message: Uint8Array, field: number): number[] {
  const reader = protobuf.Reader.create(message);
  const found: number[] = [];
  while (reader.pos < reader.len) {
    const key = reader.uint32();
    if (key === tag(field, VARINT)) found.push(Number(reader.int64()));
    else reader.skipType(key & 7);
  }
  return found;
}
