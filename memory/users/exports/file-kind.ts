const BEGINNINGS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a picture", [0xff, 0xd8, 0xff]],
  ["a picture", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["a 7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["an old Excel or Word file", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];
const LOOKED_AT = 1_000;

/** What a file that holds no table is, in words, by how it begins; undefined where it may be one. */
export function strangeKind(bytes: Uint8Array): string | undefined {
  const known = BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0];
  if (known !== undefined) return known;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, LOOKED_AT));
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(head)) return "a web page";
  return head.trim() === "" && bytes.length <= LOOKED_AT ? "empty" : undefined;
}
