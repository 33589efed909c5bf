/**
 * A list for each key, most of them with one item: those are kept without an array of their own, which halves what large
 * vocabularies take. Items must not be arrays.
 */
export class KeyLists<Item extends object | string> {
  private readonly lists = new Map<string, Item | Item[]>();

  add(key: string, item: Item): void {
    const known = this.lists.get(key);
    if (known === undefined) this.lists.set(key, item);
    else if (Array.isArray(known)) known.push(item);
    else this.lists.set(key, [known, item]);
  }

  /** In the order they were added; none for a key that is not there. */
  get(key: string): readonly Item[] {
    const known = this.lists.get(key);
    if (known === undefined) return [];
    return Array.isArray(known) ? known : [known];
  }

  has(key: string): boolean {
    return this.lists.has(key);
  }

  /** Puts items in the place of a key's list. */
  set(key: string, items: readonly Item[]): void {
    const [only] = items;
    if (only === undefined) this.lists.delete(key);
    else this.lists.set(key, items.length === 1 ? only : [...items]);
  }

  /** Sorts every list in place. */
  sort(compare: (a: Item, b: Item) => number): void {
    for (const list of this.lists.values()) if (Array.isArray(list)) list.sort(compare);
  }

  keys(): IterableIterator<string> {
    return this.lists.keys();
  }
}
