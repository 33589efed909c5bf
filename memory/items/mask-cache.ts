/** Masks are kept up to so many bytes: 64 of a million items, thousands of a small catalogue. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What an entry costs beside its mask and its key. */
const ENTRY_BYTES = 256;

/** The masks asked for last. */
export class MaskCache {
  private readonly masks = new Map<string, Uint8Array>();
  private bytes = 0;

  /** The mask of a key, made where it is not there. Not to be changed by the caller. */
  get(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.masks.get(key);
    const mask = known ?? make();
    if (known === undefined) this.bytes += cost(key, mask);
    // Anew, so that it stands last.
    this.masks.delete(key);
    this.masks.set(key, mask);
    this.shrink();
    return mask;
  }

  private shrink(): void {
    for (const [key, mask] of this.masks) {
      if (this.bytes <= MOST_BYTES || this.masks.size === 1) return;
      this.masks.delete(key);
      this.bytes -= cost(key, mask);
    }
  }
}

function cost(key: string, mask: Uint8Array): number {
  return mask.byteLength + 2 * key.length + ENTRY_BYTES;
}
