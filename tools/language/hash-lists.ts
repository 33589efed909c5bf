import { GrowingColumn } from "./growing-column.ts";

/** 32 bits of a text (FNV-1a), or of a text that goes on where one with the hash `from` ended. */
export function hashOf(text: string, from = 0x811c9dc5): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The hash of a word without one of its letters, which need not be cut out for it. */
export function hashWithout(word: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** Lists of whole numbers by the hash of a text, in the order they were added. Texts may share a hash: whoever looks up compares. */
export interface HashLists {
  get(hash: number): readonly number[];
}

/**
 * Gathers lists in flat columns and files them at the end: 12 bytes an entry, where a Map of arrays takes 100. Nothing can be added
 * once `finish` was called.
 */
export class HashListsBuilder {
  private readonly hashes = new GrowingColumn();
  private readonly values = new GrowingColumn();

  add(hash: number, value: number): void {
    this.hashes.add(hash);
    this.values.add(value);
  }

  /** A counting sort by the low bits of the hash. */
  finish(): HashLists {
    const [hashes, values] = [this.hashes.column(), this.values.column()];
    const bits = Math.max(1, 32 - Math.clz32(hashes.length));
    const bucketOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
    const starts = new Int32Array(2 ** bits + 1);
    for (const hash of hashes) {
      const bucket = bucketOf(hash);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < starts.length; bucket += 1) {
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    }
    const next = starts.slice();
    const order = { hashes: new Int32Array(hashes.length), values: new Int32Array(hashes.length) };
    for (let entry = 0; entry < hashes.length; entry += 1) {
      const bucket = bucketOf(hashes[entry] ?? 0);
      const place = next[bucket] ?? 0;
      next[bucket] = place + 1;
      order.hashes[place] = hashes[entry] ?? 0;
      order.values[place] = values[entry] ?? 0;
    }
    return {
      get(hash) {
        const found: number[] = [];
        const bucket = bucketOf(hash);
        const end = starts[bucket + 1] ?? 0;
        for (let place = starts[bucket] ?? 0; place < end; place += 1) {
          if (order.hashes[place] === hash) found.push(order.values[place] ?? 0);
        }
        return found;
      },
    };
  }
}
