/**
 * A file's text, whatever wrote it: UTF-8 with or without a mark, UTF-16 with one (or with every other byte empty, as Excel's "Unicode
 * text"), else Windows-1252, of which latin-1 is the printable part.
 */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (second === 0 && bytes[3] === 0 && first !== 0) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
