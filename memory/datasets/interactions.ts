/**
 * A dataset's interactions as columns of one length, in file order (ties in time keep it). Users and items are dense
 * indices: `items[i]` is a catalogue index, `users[i]` indexes `userIds`.
 */
export interface Interactions {
  readonly userIds: readonly string[];
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** Ratings on the dataset's scale; undefined where the dataset has none. */
  readonly values: Float32Array | undefined;
  /** Seconds since the epoch, or the position in the user's sequence; 0 = unknown. */
  readonly at: Float64Array;
}
