import { describe, expect, it } from "vitest";
import { Expectation, type ExpectationKey } from "../../../src/dialogues/dialogue.ts";
import { itemNames } from "../../../src/dialogues/item-names.ts";
import { readKey } from "../../../src/dialogues/read-expectation.ts";
import type { SeenTurn } from "../../../src/dialogues/seen-turn.ts";
import { filmCatalogue } from "../../fixtures/films.ts";
import { seenTurn } from "../../support/seen-turn.ts";

const catalogue = filmCatalogue();
const names = itemNames(catalogue);

/** What came instead; undefined where it holds. The turn before had Alien, Heat and Fargo. */
function judge<Key extends ExpectationKey>(
  key: Key,
  value: NonNullable<Expectation[Key]>,
  seen: SeenTurn,
): string | undefined {
  const earlier = seenTurn(["Alien", "Heat", "Fargo"]);
  const reading = { catalogue, names, turn: (reference: string | number) => Number(reference) };
  return readKey(key, value, reading)({ ...seen, number: 2 }, [earlier]);
}

type Case = {
  readonly [Key in ExpectationKey]: readonly [
    key: Key,
    value: NonNullable<Expectation[Key]>,
    seen: SeenTurn,
    /** Where it does not hold. */
    came?: string,
  ];
}[ExpectationKey];

const SCI_FI = seenTurn(["Alien", "Blade Runner", "Gattaca"]);
const NONE = seenTurn([]);
const ASKING = seenTurn([], { options: ["Drama", "Comedy"] });
const WISH = seenTurn(["Gattaca"], {
  constraints: ["genre!=Horror", "genre=Sci-Fi", "year=1990..1999"],
  like: ["Alien"],
  relaxed: ["runtime"],
});
const WORDS = seenTurn(["Alien"], {
  reply: "I found one film\nclose to Heat.",
  understood: "Sci-Fi · not Horror",
  reasons: ["Also directed by Ridley Scott", "Outer space, like Alien"],
});
const KNOWN = seenTurn([], {
  memory: {
    statements: ["dislikes genre=Horror", "likes year>=1990 tonight", "rated Heat 4"],
    empty: false,
    changed: true,
  },
});
const FAILED = seenTurn([], { failure: { code: "budget-exceeded", message: "Too long.", hint: undefined } });

const CASES: readonly Case[] = [
  ["count", 3, SCI_FI],
  ["count", 0, NONE],
  ["count", "3..", SCI_FI],
  ["count", "..3", SCI_FI],
  ["count", "1..3", SCI_FI],
  ["count", 4, SCI_FI, "3"],
  ["count", "4..", SCI_FI, "3"],
  ["count", "..2", SCI_FI, "3"],
  ["items", ["genre=Sci-Fi", "runtime<=117"], SCI_FI],
  [
    "items",
    ["genre!=Horror", "runtime<117"],
    SCI_FI,
    "Alien has genre Horror, Sci-Fi, runtime 117; Blade Runner has runtime 117",
  ],
  ["items", ["genre=Sci-Fi"], NONE, "nothing is recommended"],
  ["items", ["director=Ridley Scott or runtime<107"], SCI_FI],
  [
    "items",
    ["director=Ridley Scott or runtime<100"],
    SCI_FI,
    "Gattaca has director Andrew Niccol, runtime 106",
  ],
  ["some", ["genre=Drama+Sci-Fi", "year>1990"], SCI_FI],
  ["some", ["genre=Horror", "year>1990"], SCI_FI, "none of them does"],
  ["some", ["genre=Horror"], NONE, "nothing is recommended"],
  ["contain", ["Gattaca", "alien", "f3"], SCI_FI],
  ["contain", ["Gattaca", "Heat", "Fargo"], SCI_FI, "not there: Heat, Fargo"],
  ["exclude", ["Heat", "Fargo"], SCI_FI],
  ["exclude", ["Heat", "Alien"], SCI_FI, "there: Alien"],
  ["first", "Alien (1979)", SCI_FI],
  ["first", "Heat", SCI_FI, "Alien"],
  ["first", "Heat", NONE, "nothing is recommended"],
  ["order", "year ascending", SCI_FI],
  ["order", "runtime descending", SCI_FI],
  ["some", ["rating>3", "popularity>=1"], SCI_FI],
  ["order", "year descending", SCI_FI, "1979, 1982, 1997"],
  ["order", "year ascending", NONE, "nothing is recommended"],
  ["same-items-as", 1, seenTurn(["Fargo", "Alien", "Heat"])],
  ["same-items-as", 1, seenTurn(["Fargo", "Gattaca"]), "new: Gattaca; gone: Alien, Heat"],
  ["no-item-of", 1, seenTurn(["Gattaca"])],
  ["no-item-of", 1, seenTurn(["Gattaca", "Heat"]), "again: Heat"],
  ["constraints", ["year>=1990", "genre=Sci-Fi", "genre!=Horror", "year<2000"], WISH],
  ["constraints", [], NONE],
  ["constraints", ["genre=Sci-Fi"], WISH, "genre!=Horror, genre=Sci-Fi, year=1990..1999"],
  ["constraints", ["genre=Sci-Fi"], NONE, "nothing"],
  ["like", ["alien"], WISH],
  ["like", [], NONE],
  ["like", [], WISH, "Alien"],
  ["like", ["Alien", "Heat"], WISH, "Alien"],
  ["relaxed", ["minutes"], WISH],
  ["relaxed", [], NONE],
  ["relaxed", [], WISH, "runtime"],
  ["relaxed", ["year"], NONE, "nothing"],
  ["reply", "CLOSE TO heat", WORDS],
  ["reply", ["one film", "/film\\s+close/"], WORDS],
  ["reply", "/Close/", WORDS, "“I found one film\nclose to Heat.”"],
  ["reply-not", ["horror", "/Close/"], WORDS],
  ["reply-not", ["horror", "/heat/i"], WORDS, "it says /heat/i"],
  ["understood", "not horror", WORDS],
  ["understood", "drama", NONE, "nothing is said"],
  ["reasons", ["ridley scott", "/^Outer/"], WORDS],
  ["reasons", ["james cameron"], WORDS, "“Also directed by Ridley Scott”; “Outer space, like Alien”"],
  ["acts", ["seek"], SCI_FI],
  ["acts", ["seek", "undo"], SCI_FI, "seek"],
  ["acts-not", ["undo"], SCI_FI],
  ["acts-not", ["undo", "seek"], SCI_FI, "seek"],
  ["plan", ["score", "retrieve"], SCI_FI],
  ["plan", ["ask"], SCI_FI, "retrieve, score"],
  ["plan-not", ["ask"], SCI_FI],
  ["plan-not", ["score"], SCI_FI, "retrieve, score"],
  ["memory", ["dislikes genre=horror", "rated Heat 4", "likes year>=1990 tonight"], KNOWN],
  ["memory", "none", NONE],
  ["memory", ["likes year>=1990"], KNOWN, KNOWN.memory.statements.join(", ")],
  ["memory", ["seen Heat"], NONE, "nothing"],
  ["memory", "none", KNOWN, KNOWN.memory.statements.join(", ")],
  [
    "memory",
    "none",
    seenTurn([], { memory: { statements: [], empty: false, changed: false } }),
    "something, in another conversation",
  ],
  ["memory-not", ["likes genre=Horror", "rated Heat 5"], KNOWN],
  ["memory-not", "none", KNOWN],
  ["memory-not", ["dislikes genre=Horror"], KNOWN, KNOWN.memory.statements.join(", ")],
  ["memory-not", "none", NONE, "nothing"],
  ["asks", true, ASKING],
  ["asks", false, NONE],
  ["asks", ["comedy"], ASKING],
  ["asks", true, NONE, "nothing is asked"],
  ["asks", false, ASKING, "it asks: Drama, Comedy"],
  ["asks", ["Horror"], ASKING, "Drama, Comedy"],
  ["fails", "budget-exceeded", FAILED],
  ["fails", "cancelled", FAILED, "budget-exceeded"],
  ["fails", "cancelled", NONE, "the turn did not fail"],
];

describe("an expectation", () => {
  const holding = CASES.filter(([, , , came]) => came === undefined);
  const failing = CASES.filter(([, , , came]) => came !== undefined);

  for (const [key, value, seen] of holding) {
    it(`${key}: ${JSON.stringify(value)} holds of ${seen.titles.length} items`, () => {
      expect(judge(key, value, seen)).toBeUndefined();
    });
  }

  for (const [key, value, seen, came] of failing) {
    it(`${key}: ${JSON.stringify(value)} says what came instead: ${came}`, () => {
      expect(judge(key, value, seen)).toBe(came);
    });
  }

  it("of every kind is here both holding and failing", () => {
    const keys = Object.keys(Expectation.shape);
    expect(keys.filter((key) => !holding.some(([its]) => its === key))).toEqual([]);
    expect(keys.filter((key) => !failing.some(([its]) => its === key))).toEqual([]);
  });
});
