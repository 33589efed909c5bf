import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Random, seededRandom } from "../../../memory/random.ts";
import { pickSome } from "../wishes/drawing.ts";
import { exampleTitles } from "../wishes/titles.ts";
import type { ExampleTitle } from "../wishes/vocabulary.ts";

const PEOPLE = 20;
/** So many titles are well known: those that most people have rated. */
const WELL_KNOWN = 150;
const SEEN = 12;
const TURNED_DOWN = 2;
const SEEN_AT_ONCE = 3;

/** Somebody who asks, with what they say of well-known titles in an earlier talk. */
export interface Asker {
  readonly user: string;
  readonly seen: readonly ItemId[];
  readonly turnedDown: readonly ItemId[];
  /** The sentences that say so, a turn each; empty for a stranger. */
  readonly tells: readonly string[];
}

/** Askers, every other of whom is a stranger. The same seed gives the same. */
export function askers(catalogue: Catalogue, seed: number): readonly Asker[] {
  const random = seededRandom(seed);
  const titles = wellKnown(catalogue);
  return Array.from({ length: PEOPLE }, (_, index) => {
    const user = `asker-${index + 1}`;
    return index % 2 === 0 ? { user, seen: [], turnedDown: [], tells: [] } : acquainted(user, titles, random);
  });
}

function acquainted(user: string, titles: readonly ExampleTitle[], random: Random): Asker {
  const drawn = pickSome(random, titles, SEEN + TURNED_DOWN);
  const [seen, turnedDown] = [drawn.slice(0, SEEN), drawn.slice(SEEN)];
  const groups = Array.from({ length: SEEN / SEEN_AT_ONCE }, (_, group) =>
    seen.slice(group * SEEN_AT_ONCE, (group + 1) * SEEN_AT_ONCE).map(({ title }) => title),
  );
  return {
    user,
    seen: seen.map(({ id }) => id),
    turnedDown: turnedDown.map(({ id }) => id),
    tells: [
      ...groups.map((names) => `I've seen ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`),
      ...turnedDown.map(({ title }) => `I'm not interested in ${title}.`),
    ],
  };
}

/** Only titles that name one item and nothing else: whether others are told apart is no question here. */
function wellKnown(catalogue: Catalogue): readonly ExampleTitle[] {
  const ratings = ({ id }: ExampleTitle): number => catalogue.statistics(catalogue.indexOf(id) ?? 0).count;
  return exampleTitles(catalogue)
    .sort((a, b) => ratings(b) - ratings(a))
    .slice(0, WELL_KNOWN);
}
