import { describe, expect, it } from "vitest";
import type { ItemId } from "../../memory/ids.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import { parseWhere } from "../../src/where.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";
import { faultsOf, type Standard, temptations } from "./asked-wishes/faults.ts";
import type { Heard } from "./asked-wishes/hearing.ts";
import { askers } from "./asked-wishes/people.ts";
import { reading } from "./asked-wishes/reading.ts";
import { exactShare, figures, misunderstood } from "./asked-wishes/report.ts";
import type { WordedWish } from "./wishes/wish.ts";

const catalogue = filmCatalogue();
const WESTERNS = ["High Noon", "Once Upon a Time in the West", "Unforgiven"].map(filmId);
const wish: WordedWish = {
  said: "three westerns since 1950, but nothing with Gene Hackman in it",
  kinds: ["count", "genre", "without-actor", "since"],
  count: 3,
  constraints: where("genre=Western", "cast!=Gene Hackman", "year>=1950"),
};

describe("how a wish was understood", () => {
  it("is exact where all that was said is meant, in whatever order and form", () => {
    const heard = answered({ count: 3, constraints: ["year>=1950", "cast!=Gene Hackman", "genre=Western"] });
    expect(reading(wish, heard, catalogue)).toMatchObject({ isExact: true, missed: [], added: [] });
  });

  it("tells which parts were missed, and what was added", () => {
    const heard = answered({ constraints: ["genre=Western", "cast=Gene Hackman", "year>=1950"] });
    expect(reading(wish, heard, catalogue)).toMatchObject({
      isExact: false,
      missed: ["count", "without-actor"],
      added: ["cast=Gene Hackman", "count 5"],
    });
  });

  it("counts examples, order and renown as parts", () => {
    const asks: WordedWish = {
      said: "famous films like Alien, oldest first",
      kinds: ["renown", "like", "sort"],
      constraints: [],
      renown: "popular",
      like: [filmId("Alien")],
      sort: { facet: "year", direction: "ascending" },
    };
    const same = answered({
      renown: "popular",
      like: [filmId("Alien")],
      sort: { facet: "year", direction: "ascending" },
    });
    expect(reading(asks, same, catalogue).isExact).toBe(true);
    const other = answered({
      renown: "obscure",
      like: [filmId("Aliens")],
      sort: { facet: "year", direction: "descending" },
    });
    expect(reading(asks, other, catalogue).missed).toEqual(["renown", "like", "sort"]);
  });

  it("leaves what memory adds out, but not what this message made it add", () => {
    const known: Constraint = { ...one("genre!=Horror"), source: "profile", said: "I hate horror" };
    const noted: Constraint = { ...one("year>=1950"), source: "profile", said: wish.said };
    const heard = answered({ count: 3, constraints: ["genre=Western", "cast!=Gene Hackman"] }, [
      known,
      noted,
    ]);
    expect(reading(wish, heard, catalogue).isExact).toBe(true);
  });
});

describe("an answer's faults", () => {
  const westerns = { constraints: where("genre=Western") };

  it("are none where everything is met", () => {
    expect(faults(answered({ constraints: ["genre=Western"] }, [], WESTERNS), westerns)).toEqual([]);
  });

  it("are items that break a constraint", () => {
    const heard = answered({ constraints: ["genre=Western"] }, [], [...WESTERNS, filmId("Alien")]);
    expect(faults(heard, westerns)).toEqual(["an item breaks a constraint that was not let go"]);
  });

  it("are constraints let go that the reply is silent about, or need not have been", () => {
    const standard = { constraints: where("genre=Western", "year>=2000"), said: "new westerns" };
    const letGo = { ...answered({}, [], WESTERNS), reply: "Here are three westerns:" };
    const relaxed = [{ ...one("year>=2000"), said: "new" }];
    const silent = { ...letGo, answer: { ...letGo.answer, relaxed } };
    expect(faults(silent, standard)).toEqual(["a constraint was let go and the reply does not name it"]);
    expect(faults(replying(silent, "I let go of “new”."), standard)).toEqual([]);
    expect(faults(replying(silent, "None is from 2000 on, so I let go of that."), standard)).toEqual([]);
    const needless = { ...standard, constraints: where("genre=Western", "year>=1960") };
    expect(faults(replying(silent, "I let go of “new”."), needless)).toContain(
      "a constraint was let go though something met them all",
    );
  });

  it("are alternatives of which only one is named", () => {
    const either = { ...one("genre=Musical"), or: [one("genre=Animation")], said: "sung or drawn" };
    const heard = answered({}, [], WESTERNS);
    const relaxing = { ...heard, answer: { ...heard.answer, relaxed: [either] } };
    const standard = { constraints: where("genre=Western", "year>=2010"), said: "sung or drawn" };
    const named = (reply: string): readonly string[] => faults(replying(relaxing, reply), standard);
    expect(named("I let go of “Musical”.")).toContain(
      "a constraint was let go and the reply does not name it",
    );
    expect(named("I let go of “Musical or Animation”.")).not.toContain(
      "a constraint was let go and the reply does not name it",
    );
  });

  it("are films that came back", () => {
    const known = new Set([filmId("Unforgiven")]);
    const heard = answered({ constraints: ["genre=Western"] }, [], WESTERNS);
    expect(faults(heard, { ...westerns, known })).toEqual(["something seen or turned down came back"]);
    expect(temptations({ ...standardOf(westerns), known }, catalogue)).toBe(1);
  });

  it("are lists that are too short, unless no list was due", () => {
    const short = answered({ constraints: ["genre=Western"] }, [], WESTERNS.slice(0, 2));
    expect(faults(short, westerns)).toEqual(["fewer came than asked for, though more met it"]);
    expect(faults(short, { ...westerns, isExcused: true })).toEqual([]);
    expect(faults({ ...short, request: { ...short.request, count: 2 } }, westerns)).toEqual([]);
  });

  it("are lists out of order", () => {
    const sort = { facet: "year", direction: "ascending" } as const;
    const heard = answered({ constraints: ["genre=Western"], sort }, [], WESTERNS);
    expect(faults(heard, westerns)).toEqual([]);
    const turned = answered({ constraints: ["genre=Western"], sort }, [], WESTERNS.toReversed());
    expect(faults(turned, westerns)).toEqual(["the list is not in the order asked for"]);
  });

  it("are wishes that were kept for good", () => {
    const heard = { ...answered({ constraints: ["genre=Western"] }, [], WESTERNS), remembered: 1 };
    expect(faults(heard, westerns)).toEqual(["a wish was remembered as a lasting taste or a verdict"]);
  });
});

describe("the report", () => {
  const good = answered({ count: 3, constraints: ["genre=Western", "cast!=Gene Hackman", "year>=1950"] });
  const outcomes = [good, answered({ constraints: ["genre=Western"] })].map((heard) => ({
    reading: reading(wish, heard, catalogue),
    reply: heard.answer.reply,
    faults: [],
  }));

  it("counts what was understood, by parts and by kind", () => {
    expect(exactShare(outcomes)).toBe(0.5);
    const text = figures(outcomes);
    expect(text).toContain("understood exactly: 50.0 % of 2");
    expect(text).toMatch(/without-actor +of 2 +1 missed +50\.0 %/);
    expect(text).toMatch(/genre +of 2 +0 missed +100\.0 %/);
    expect(text).toMatch(/added unasked\n +count +1/);
  });

  it("lists what was misunderstood, and nothing else", () => {
    expect(misunderstood(outcomes).match(/three westerns/g)).toHaveLength(1);
    expect(misunderstood(outcomes)).toContain("cast!=Gene Hackman; year>=1950; count 3");
    expect(misunderstood(outcomes.slice(0, 1))).toBe("");
  });
});

describe("people who ask", () => {
  it("are the same for the same seed, every other a stranger, and tell of all that they know", () => {
    const people = askers(catalogue, 1);
    expect(askers(catalogue, 1)).toEqual(people);
    expect(people.filter(({ tells }) => tells.length > 0)).toHaveLength(people.length / 2);
    for (const { seen, turnedDown, tells } of people)
      for (const id of [...seen, ...turnedDown])
        expect(tells.join(" ")).toContain(catalogue.title(catalogue.indexOf(id) ?? -1));
  });
});

function one(condition: string): Constraint {
  return parseWhere(catalogue, condition);
}

function where(...conditions: readonly string[]): Constraint[] {
  return conditions.map(one);
}

type Asked = Partial<Omit<Heard["request"], "constraints">> & { readonly constraints?: readonly string[] };

function answered(
  { constraints = [], ...asked }: Asked,
  more: readonly Constraint[] = [],
  shown: readonly ItemId[] = [],
): Heard {
  const items = shown.map((id) => {
    const { title, facets } = catalogue.item(catalogue.indexOf(id) ?? -1);
    return { id, title, facets, score: 0, reasons: [] };
  });
  return {
    request: { ...EMPTY_REQUEST, ...asked },
    answer: { items, constraints: [...where(...constraints), ...more], relaxed: [], reply: "" },
    remembered: 0,
  };
}

function replying(heard: Heard, reply: string): Heard {
  return { ...heard, answer: { ...heard.answer, reply } };
}

function standardOf(some: Partial<Standard>): Standard {
  return { constraints: [], known: new Set(), said: "", isExcused: false, ...some };
}

function faults(heard: Heard, some: Partial<Standard>): readonly string[] {
  return faultsOf(heard, standardOf(some), catalogue);
}
