import { Transform } from "node:stream";
import { crc32 } from "node:zlib";

/** Passes bytes through and counts their CRC-32; `onBytes` is told how many there were so far. */
export function crc32Of(onBytes: (done: number) => void): {
  readonly through: Transform;
  readonly value: () => number;
} {
  let value = 0;
  let done = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      value = crc32(chunk, value);
      done += chunk.length;
      onBytes(done);
      callback(null, chunk);
    },
  });
  return { through, value: () => value };
}
