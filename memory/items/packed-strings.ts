/** Texts as one run of UTF-8, read one by one: a million titles are two buffers instead of a million objects. */
export interface PackedStrings {
  readonly length: number;
  /** Empty for a text that was not given. Throws RangeError outside 0..length−1. */
  at(index: number): string;
}

/** The two buffers as they are stored: text i is `bytes[ends[i − 1]] … bytes[ends[i] − 1]`. */
export interface PackedBytes {
  readonly bytes: Buffer;
  readonly ends: Int32Array;
}

/** SQLite holds no larger value, and `ends` counts in 32 bits. */
const MAX_BYTES = 1_000_000_000;
const FIRST_BYTES = 1 << 12;
const MOST_BYTES_OF_A_UNIT = 3;

export class StringPacker {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private used = 0;
  private readonly ends = new GrowingNumbers(Int32Array);

  get length(): number {
    return this.ends.length;
  }

  add(text: string): void {
    const needed = this.used + text.length * MOST_BYTES_OF_A_UNIT;
    if (needed > this.bytes.length) this.grow(needed);
    this.used += this.bytes.write(text, this.used, "utf8");
    if (this.used > MAX_BYTES)
      throw new RangeError("More than 1,000,000,000 bytes of titles, ids or values.");
    this.ends.add(this.used);
  }

  finish(): PackedBytes {
    return { bytes: this.bytes.subarray(0, this.used), ends: this.ends.finish() };
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}

export function unpackStrings({ bytes, ends }: PackedBytes): PackedStrings {
  return {
    length: ends.length,
    at(index) {
      const end = ends[index];
      if (end === undefined) throw new RangeError(`Text ${index} is outside 0..${ends.length - 1}.`);
      return bytes.toString("utf8", index === 0 ? 0 : ends[index - 1], end);
    },
  };
}

/** A column of numbers whose length is not known beforehand. */
export class GrowingNumbers<Column extends Int32Array | Float64Array> {
  private column: Column;
  private used = 0;
  private readonly kind: new (
    length: number,
  ) => Column;

  constructor(kind: new (length: number) => Column) {
    this.kind = kind;
    this.column = new kind(1024);
  }

  get length(): number {
    return this.used;
  }

  add(value: number): void {
    if (this.used === this.column.length) {
      const larger = new this.kind(this.column.length * 2);
      larger.set(this.column);
      this.column = larger;
    }
    this.column[this.used++] = value;
  }

  finish(): Column {
    const exact = new this.kind(this.used);
    exact.set(this.column.subarray(0, this.used));
    return exact;
  }
}
