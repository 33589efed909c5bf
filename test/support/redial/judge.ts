import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { conditionsOf } from "../../../memory/items/constraint.ts";
import { parseWhere } from "../../../src/where.ts";
import type { Label, Reading } from "./label.ts";
import { atomsOf, filmMark, type Held, type HeldThing, thingsHeld } from "./marks.ts";

/** `partly`: nothing false, but something is missing. `wrong`: something was noted or asked that was not said. */
export type Outcome = "right" | "partly" | "wrong";

export interface Judgement {
  readonly outcome: Outcome;
  readonly missed: readonly string[];
  readonly untrue: readonly string[];
  /** How much the label asks for; 0 where nothing should change. */
  readonly due: number;
}

const RANK: readonly Outcome[] = ["right", "partly", "wrong"];

/**
 * What a message changed, against its label: the reading of it that fits best counts. What the label asks for must hold afterwards, from
 * this message or from before; everything that is new must be in the label.
 */
export function judge(label: Label, before: Held, after: Held, catalogue: Catalogue): Judgement {
  const held = thingsHeld(after, catalogue);
  const earlier = thingsHeld(before, catalogue);
  const fresh = without(held, earlier);
  const lost = without(earlier, held);
  const judgements = [label, ...label.or].map((reading): Judgement => {
    const allowed = [reading, ...(label.may === undefined ? [] : [label.may])].flatMap((one) =>
      allowedBy(one, catalogue),
    );
    const due = dueIn(reading, catalogue);
    const missed = due.filter((marks) => !marks.some((mark) => held.some((thing) => shows(thing, mark))));
    const untrue = fresh.filter((thing) => !allowed.some((mark) => shows(thing, mark)));
    const dropped = reading.nothing === true ? lost : [];
    return {
      outcome: untrue.length + dropped.length > 0 ? "wrong" : missed.length > 0 ? "partly" : "right",
      missed: missed.map((marks) => marks.join(" | ")),
      untrue: [...untrue.map(told), ...dropped.map((thing) => `lost ${told(thing)}`)],
      due: due.length,
    };
  });
  const [first, ...rest] = judgements;
  if (first === undefined) throw new RangeError("a label has a reading");
  return rest.reduce(
    (best, one) => (RANK.indexOf(one.outcome) < RANK.indexOf(best.outcome) ? one : best),
    first,
  );
}

function without(things: readonly HeldThing[], others: readonly HeldThing[]): HeldThing[] {
  const known = new Set(others.map(told));
  return things.filter((thing) => !known.has(told(thing)));
}

function told({ marks }: HeldThing): string {
  return marks.join(" | ");
}

/** "text heist" is shown by every text that holds the word. */
function shows({ marks }: HeldThing, mark: string): boolean {
  if (!mark.startsWith(TEXT)) return marks.includes(mark);
  const word = mark.slice(TEXT.length);
  return marks.some((held) => held.startsWith(TEXT) && held.includes(word));
}

const TEXT = "text ";

/** What must hold, each as the marks of which one will do. A like or a dislike tells as well that a film was seen. */
function dueIn(reading: Reading, catalogue: Catalogue): string[][] {
  const films = marksOf(catalogue);
  return [
    ...films(reading.likes, "liked"),
    ...films(reading.dislikes, "disliked"),
    ...films(reading.seen, "seen", "liked", "disliked"),
    ...films(reading.wants, "example"),
    ...films(reading.examples, "liked", "example"),
    ...wishesIn(reading, catalogue),
  ];
}

/**
 * What may be new: all that is due, and what follows from it. Who likes a film or wants another like it has seen it and likes it; a film
 * that is liked can serve as an example, one that is not, or was turned down, as an example of what is not wanted; what somebody knows or turned down need not come.
 */
function allowedBy(reading: Reading, catalogue: Catalogue): string[] {
  const films = marksOf(catalogue);
  const { likes, dislikes, seen, wants, examples, rejected } = reading;
  return [
    ...films([...likes, ...wants, ...examples], "liked", "example", "seen", "besides"),
    ...films(dislikes, "disliked", "unlike", "seen", "besides"),
    ...films(seen, "seen", "besides"),
    ...films(rejected, "unlike", "besides"),
    ...wishesIn(reading, catalogue),
  ].flat();
}

function wishesIn(reading: Reading, catalogue: Catalogue): string[][] {
  const films = marksOf(catalogue);
  const values = (wheres: readonly string[], ...kinds: string[]): string[][] =>
    wheres.flatMap((where) =>
      atomsIn(where, catalogue).map((atom) => kinds.map((kind) => `${kind} ${atom}`)),
    );
  return [
    ...films(reading.unlike, "unlike"),
    ...films(reading.rejected, "rejected"),
    ...films(reading.accepts, "wanted"),
    ...values(reading.asks, "wish"),
    ...values(reading.either, "taste", "wish"),
    ...(reading.era === undefined ? [] : [[`wish ${reading.era}`, `taste ${reading.era}`]]),
    ...reading.text.map((words) => words.split("|").map((word) => TEXT + word)),
  ];
}

function marksOf(catalogue: Catalogue): (ids: readonly ItemId[], ...marks: string[]) => string[][] {
  return (ids, ...marks) => ids.map((id) => marks.map((mark) => filmMark(mark, id, catalogue)));
}

function atomsIn(where: string, catalogue: Catalogue): string[] {
  return conditionsOf(parseWhere(catalogue, where)).flatMap(atomsOf);
}
