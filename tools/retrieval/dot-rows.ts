/** What is used of the engine's WebAssembly: Node has it, its types do not. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: { readonly in: { readonly memory: Memory } });
    readonly exports: { readonly dot: DotRows };
  }
}

/**
 * Inner products of one query with every row of a matrix of bytes, 16 numbers at a time: a WebAssembly function of a hundred
 * instructions, because JavaScript has no SIMD. Measured on 1,000,000 rows of 128: 10 ms on one core, plain loops 180 ms,
 * ONNX Runtime over float32 rows 31 ms and four times the memory.
 * @param row, scale, query, products where they begin in the memory, in bytes; `query` is int16
 * @param end where the products end
 * @param stride bytes of a row, a multiple of 16
 * @param unit what one of the query's whole numbers stands for
 */
export type DotRows = (
  row: number,
  scale: number,
  query: number,
  products: number,
  end: number,
  stride: number,
  unit: number,
) => void;

const PAGE = 65_536;

/** A memory of at least so many bytes, zeros all, and what computes in it: products[i] = unit · scale[i] · Σ row[i][k] · query[k], as float32. */
export function dotRowsMemory(bytes: number): { readonly buffer: ArrayBuffer; readonly dot: DotRows } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { in: { memory } });
  return { buffer: memory.buffer, dot: instance.exports.dot };
}

const [ROW, SCALE, QUERY, PRODUCTS, END, STRIDE, UNIT] = [0, 1, 2, 3, 4, 5, 6];
const [ROW_END, AT, SUMS, BYTES] = [7, 8, 9, 10];
const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, value];
const add = 0x6a;
/** Steps a pointer and leaves it on the stack. */
const step = (local: number, bytes: number): number[] => [
  ...get(local),
  ...constant(bytes),
  add,
  0x22,
  local,
];
const simd = (operation: number, ...rest: number[]): number[] => [0xfd, ...varint(operation), ...rest];
const loadVector = (offset: number): number[] => simd(0, 0, offset);
const lane = (which: number): number[] => [...get(SUMS), ...simd(27, which)];
/** Back to the top of the loop while the pointer on the stack is below `end`. */
const whileBelow = (end: number): number[] => [...get(end), 0x49, 0x0d, 0];
const loop = (body: readonly number[]): number[] => [0x03, 0x40, ...body, 0x0b];

/** SUMS += the eight low or high bytes, widened to 16 bits, times eight numbers of the query, added in pairs. */
const multiplyAdd = (widen: number, offset: number): number[] => [
  ...get(BYTES),
  ...simd(widen),
  ...get(AT),
  ...loadVector(offset),
  ...simd(186),
  ...simd(174),
];

const WIDEN_LOW = 135;
const WIDEN_HIGH = 136;

const BODY = [
  ...loop([
    ...[...get(QUERY), ...set(AT)],
    ...[...get(ROW), ...get(STRIDE), add, ...set(ROW_END)],
    ...[...simd(12, ...new Array<number>(16).fill(0)), ...set(SUMS)],
    ...loop([
      ...[...get(ROW), ...loadVector(0), ...set(BYTES)],
      ...[...get(SUMS), ...multiplyAdd(WIDEN_LOW, 0), ...multiplyAdd(WIDEN_HIGH, 16), ...set(SUMS)],
      ...[...step(AT, 32), 0x1a],
      ...[...step(ROW, 16), ...whileBelow(ROW_END)],
    ]),
    ...get(PRODUCTS),
    ...[...lane(0), ...lane(1), add, ...lane(2), add, ...lane(3), add, 0xb2],
    ...[...get(SCALE), 0x2a, 2, 0, 0x94, ...get(UNIT), 0x94],
    ...[0x38, 2, 0],
    ...[...step(SCALE, 4), 0x1a],
    ...[...step(PRODUCTS, 4), ...whileBelow(END)],
  ]),
  0x0b,
];

/** The module in WebAssembly's binary format: type, import, function, export and code sections. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const code = [2, 2, I32, 2, V128, ...BODY];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 7, I32, I32, I32, I32, I32, I32, F32, 0]),
    ...section(2, [1, ...named("in"), ...named("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...named("dot"), 0, 0]),
    ...section(10, [1, ...varint(code.length), ...code]),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...varint(content.length), ...content];
}

function named(name: string): number[] {
  return [name.length, ...Buffer.from(name, "latin1")];
}

/** LEB128. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
