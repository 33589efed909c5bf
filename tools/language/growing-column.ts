/** Whole numbers of 32 bits whose count is not known beforehand. */
export class GrowingColumn {
  private numbers = new Int32Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  add(value: number): void {
    if (this.used === this.numbers.length) {
      const larger = new Int32Array(2 * this.numbers.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.used] = value;
    this.used += 1;
  }

  /** 0 where there is none. */
  get(place: number): number {
    return place < this.used ? (this.numbers[place] ?? 0) : 0;
  }

  set(place: number, value: number): void {
    this.numbers[place] = value;
  }

  /** What was added: a view, good until more is. */
  column(): Int32Array {
    return this.numbers.subarray(0, this.used);
  }
}
