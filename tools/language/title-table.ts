import { GrowingColumn } from "./growing-column.ts";
import { hashOf } from "./hash-lists.ts";
import type { TitleVariant } from "./title-variants.ts";

/** One way of writing and everything called so. */
export interface IndexedTitle {
  /** The words without spaces, so that "Spider-Man", "spider man" and "spiderman" are one. */
  readonly key: string;
  readonly words: readonly string[];
  readonly rank: TitleVariant["rank"];
  /** Catalogue indices, ascending. */
  readonly items: readonly number[];
}

/** Where a second hash of 32 bits begins: with both, two keys are one by chance in a million catalogues. */
const SECOND = 0x2f0b4a3d;

/** Of the key, which need not be put together for it. */
function hashesOf(words: readonly string[]): [hash: number, second: number] {
  let hash = hashOf("");
  let second = SECOND;
  for (const word of words) {
    hash = hashOf(word, hash);
    second = hashOf(word, second);
  }
  return [hash, second];
}

/**
 * Titles by their key and by their words, in columns of numbers: some hundred bytes a title, whoever looks one up puts it
 * together. A key that is written in several ways has the words and the items of those of the lowest rank.
 */
export class TitleTable {
  /** The most words any title has. */
  longest = 1;
  private readonly known = new Map<string, number>();
  private readonly spelt: string[] = [];
  private readonly hashes = new GrowingColumn();
  private readonly seconds = new GrowingColumn();
  private readonly ranks = new GrowingColumn();
  /** Where a title's words begin in `words`, and how many there are. */
  private readonly starts = new GrowingColumn();
  private readonly lengths = new GrowingColumn();
  private readonly words = new GrowingColumn();
  /** By title its latest entry in `items` and `before`, which leads to the one before; −1 ends. */
  private readonly latest = new GrowingColumn();
  private readonly items = new GrowingColumn();
  private readonly before = new GrowingColumn();
  private slots = new Int32Array(4096).fill(-1);
  private byWord: { readonly starts: Int32Array; readonly titles: Int32Array } | undefined;

  /** Number of titles. */
  get size(): number {
    return this.hashes.length;
  }

  /** Items must come in the order of their index. */
  add({ words, rank }: TitleVariant, item: number): void {
    const [hash, second] = hashesOf(words);
    const slot = this.slotOf(hash, second);
    const found = this.slots[slot] ?? -1;
    const title = found < 0 ? this.size : found;
    if (found < 0) this.insert(slot, hash, second, words, rank);
    const known = this.ranks.get(title);
    if (rank < known) {
      this.ranks.set(title, rank);
      this.setWords(title, words);
      this.latest.set(title, -1);
    }
    const latest = this.latest.get(title);
    if (rank > known || (latest >= 0 && this.items.get(latest) === item)) return;
    this.append(title, item);
  }

  /** The title with a key; undefined where there is none. */
  find(key: string): IndexedTitle | undefined {
    const title = this.slots[this.slotOf(...hashesOf([key]))] ?? -1;
    return title < 0 ? undefined : this.title(title);
  }

  /** Titles with a word, if they are at most `most`; none otherwise. */
  having(word: string, most: number): readonly IndexedTitle[] {
    const place = this.known.get(word);
    if (place === undefined) return [];
    const { starts, titles } = this.filed();
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0];
    return to - from > most ? [] : Array.from(titles.subarray(from, to), (title) => this.title(title));
  }

  hasWord(word: string): boolean {
    const place = this.known.get(word);
    const { starts } = this.filed();
    return place !== undefined && (starts[place + 1] ?? 0) > (starts[place] ?? 0);
  }

  /** All words of titles. */
  vocabulary(): string[] {
    return this.spelt.filter((word) => this.hasWord(word));
  }

  private title(title: number): IndexedTitle {
    const start = this.starts.get(title);
    const words = Array.from(
      { length: this.lengths.get(title) },
      (_, at) => this.spelt[this.words.get(start + at)] ?? "",
    );
    const items: number[] = [];
    for (let entry = this.latest.get(title); entry >= 0; entry = this.before.get(entry)) {
      items.push(this.items.get(entry));
    }
    const rank = this.ranks.get(title);
    return { key: words.join(""), words, rank: rank === 0 ? 0 : rank === 1 ? 1 : 2, items: items.reverse() };
  }

  private insert(slot: number, hash: number, second: number, words: readonly string[], rank: number): void {
    const title = this.size;
    this.slots[slot] = title;
    this.hashes.add(hash);
    this.seconds.add(second);
    this.ranks.add(rank);
    this.starts.add(0);
    this.lengths.add(0);
    this.latest.add(-1);
    this.setWords(title, words);
    if (2 * this.size > this.slots.length) this.widen();
  }

  private append(title: number, item: number): void {
    this.before.add(this.latest.get(title));
    this.latest.set(title, this.items.length);
    this.items.add(item);
    this.byWord = undefined;
  }

  private setWords(title: number, words: readonly string[]): void {
    this.starts.set(title, this.words.length);
    this.lengths.set(title, words.length);
    this.longest = Math.max(this.longest, words.length);
    for (const word of words) this.words.add(this.wordId(word));
  }

  private wordId(word: string): number {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    this.known.set(word, this.spelt.length);
    this.spelt.push(word);
    return this.spelt.length - 1;
  }

  /** Open addressing: the slot that holds the hashes, or the empty one where they belong. */
  private slotOf(hash: number, second: number): number {
    const mask = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const title = this.slots[slot] ?? -1;
      if (title < 0 || (this.hashes.get(title) === hash && this.seconds.get(title) === second)) return slot;
    }
  }

  private widen(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1);
    for (let title = 0; title < this.size; title += 1) {
      this.slots[this.slotOf(this.hashes.get(title), this.seconds.get(title))] = title;
    }
  }

  /** Titles by word: a counting sort, made when everything is there. */
  private filed(): { readonly starts: Int32Array; readonly titles: Int32Array } {
    if (this.byWord !== undefined) return this.byWord;
    const starts = new Int32Array(this.spelt.length + 1);
    this.eachWord((word) => {
      starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    });
    for (let word = 1; word < starts.length; word += 1)
      starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
    const next = starts.slice();
    const titles = new Int32Array(starts.at(-1) ?? 0);
    this.eachWord((word, title) => {
      const place = next[word] ?? 0;
      titles[place] = title;
      next[word] = place + 1;
    });
    this.byWord = { starts, titles };
    return this.byWord;
  }

  /** Every distinct word of every title. */
  private eachWord(visit: (word: number, title: number) => void): void {
    for (let title = 0; title < this.size; title += 1) {
      const start = this.starts.get(title);
      const end = start + this.lengths.get(title);
      for (let at = start; at < end; at += 1) {
        const word = this.words.get(at);
        let earlier = start;
        while (this.words.get(earlier) !== word) earlier += 1;
        if (earlier === at) visit(word, title);
      }
    }
  }
}
