import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { GrowingColumn } from "./growing-column.ts";
import { BUCKETS, bucketsOf, nameKey, personKeys, titleKeys } from "./name-keys.ts";
import { sortedByKey } from "./sorted-by-key.ts";

/** Titles and people of a catalogue, to be completed from how they begin. */
export interface NameIndex {
  /**
   * Names that begin so, or, of titles, from a colon on, and of people, from any word on: whatever the case and accents, with or
   * without "the". What begins so as a whole comes first, the better known before the others; no name twice.
   */
  starting(typed: string, limit: number): readonly string[];
}

/** Names of one kind. `renown` is 0..1, so that kinds can be compared. */
interface Source {
  readonly count: number;
  readonly text: (place: number) => string;
  readonly renown: (place: number) => number;
  readonly keys: (text: string) => string[];
}

/** Names filed before others get their turn: about 5 ms. */
const SLICE = 2048;
/** Names of one file that are looked at for a request: a common beginning must not hold up the prompt. */
const MOST_READ = 20_000;
/** Of each file, where a short beginning spans many. */
const MOST_OF_EACH = 400;

/**
 * Files every title, and every value of a people facet. It keeps 4 bytes for each way to begin a name and none of the names: they are
 * read from the catalogue. It lets others run every few milliseconds: a million titles take some seconds. Rejects when aborted.
 */
export async function buildNameIndex(catalogue: Catalogue, signal: AbortSignal): Promise<NameIndex> {
  const sources = [titlesOf(catalogue), ...peopleOf(catalogue)];
  const offsets = sources.map((_, at) => sources.slice(0, at).reduce((sum, { count }) => sum + count, 0));
  const [names, files, renown] = [new GrowingColumn(), new GrowingColumn(), new GrowingColumn()];
  for (const [at, source] of sources.entries()) {
    for (let place = 0; place < source.count; place++) {
      if (place % SLICE === 0) {
        await setImmediate();
        signal.throwIfAborted();
      }
      const level = levelOf(source.renown(place));
      for (const file of new Set(source.keys(source.text(place)).map((key) => bucketsOf(key).from))) {
        names.add((offsets[at] ?? 0) + place);
        files.add(file);
        renown.add(level);
      }
    }
  }
  const order = await sortedByKey(
    await sortedByKey(undefined, renown.column(), LEVELS),
    files.column(),
    BUCKETS,
  );
  return indexOver(sources, offsets, {
    filed: order.map((at) => names.get(at)),
    starts: startsOf(files.column()),
  });
}

/** `filed` from `starts[file]` on: the names in a file, the best known first. */
interface Filed {
  readonly filed: Int32Array;
  readonly starts: Int32Array;
}

function indexOver(
  sources: readonly Source[],
  offsets: readonly number[],
  { filed, starts }: Filed,
): NameIndex {
  function named(name: number): { readonly source: Source; readonly place: number } | undefined {
    const at = offsets.findLastIndex((offset) => offset <= name);
    const source = sources[at];
    return source && { source, place: name - (offsets[at] ?? 0) };
  }

  function read(name: number, key: string): Found | undefined {
    const known = named(name);
    if (known === undefined) return undefined;
    const text = known.source.text(known.place);
    const begun = known.source.keys(text).find((candidate) => candidate.startsWith(key));
    if (begun === undefined) return undefined;
    const whole = nameKey(begun) === nameKey(text);
    return { text, whole, renown: known.source.renown(known.place) };
  }

  return {
    starting(typed, limit) {
      const key = nameKey(typed);
      if (key === "") return [];
      const { from, to } = bucketsOf(key);
      const most = to - from === 1 ? MOST_READ : MOST_OF_EACH;
      const found = new Map<string, Found>();
      for (let file = from; file < to; file++) {
        const end = Math.min(starts[file + 1] ?? 0, (starts[file] ?? 0) + most);
        let kept = 0;
        for (let at = starts[file] ?? 0; at < end && kept < 2 * limit; at++) {
          const one = read(filed[at] ?? 0, key);
          if (one === undefined) continue;
          kept++;
          const known = found.get(one.text);
          if (known === undefined || compare(one, known) < 0) found.set(one.text, one);
        }
      }
      return [...found.values()]
        .sort(compare)
        .slice(0, limit)
        .map(({ text }) => text);
    },
  };
}

interface Found {
  readonly text: string;
  /** Begins so from its first word on. */
  readonly whole: boolean;
  readonly renown: number;
}

function compare(a: Found, b: Found): number {
  return Number(b.whole) - Number(a.whole) || b.renown - a.renown || (a.text < b.text ? -1 : 1);
}

function titlesOf(catalogue: Catalogue): Source {
  let most = 1;
  for (let item = 0; item < catalogue.size; item++) {
    most = Math.max(most, catalogue.statistics(item).popularity);
  }
  return {
    count: catalogue.size,
    text: (item) => catalogue.title(item),
    renown: (item) => catalogue.statistics(item).popularity / most,
    keys: titleKeys,
  };
}

function peopleOf(catalogue: Catalogue): Source[] {
  return catalogue.facets
    .filter((facet) => facet.kind === "people")
    .map(({ name }) => {
      const values = catalogue.values(name);
      const most = values[0]?.count ?? 1;
      return {
        count: values.length,
        text: (place) => values[place]?.value ?? "",
        renown: (place) => (values[place]?.count ?? 0) / most,
        keys: personKeys,
      };
    });
}

/** The best known first; steps of 1 %: the first 16 bits of a number of 32. */
const LEVELS = 1 << 15;
const number = new Float32Array(1);
const bits = new Uint32Array(number.buffer);

function levelOf(renown: number): number {
  number[0] = renown;
  return LEVELS - 1 - Math.min(LEVELS - 1, (bits[0] ?? 0) >>> 16);
}

function startsOf(files: Int32Array): Int32Array {
  const starts = new Int32Array(BUCKETS + 1);
  for (const file of files) starts[file + 1] = (starts[file + 1] ?? 0) + 1;
  for (let file = 0; file < BUCKETS; file++) starts[file + 1] = (starts[file + 1] ?? 0) + (starts[file] ?? 0);
  return starts;
}
