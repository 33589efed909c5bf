import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../../memory/random.ts";
import { hiddenTaste } from "../../../../../src/evaluation/conversation/simulated/hidden-taste.ts";
import {
  drawHistories,
  type History,
} from "../../../../../src/evaluation/conversation/simulated/histories.ts";
import { leakGuard } from "../../../../../src/evaluation/conversation/simulated/leak-guard.ts";
import { peopleOf } from "../../../../../src/evaluation/conversation/simulated/people.ts";
import { targetFacts } from "../../../../../src/evaluation/conversation/simulated/target-facts.ts";
import { tasteOf } from "../../../../../src/evaluation/conversation/simulated/taste.ts";
import { tastePerson } from "../../../../../src/evaluation/conversation/simulated/taste-person.ts";
import {
  TARGET_WORDINGS,
  TASTE_WORDINGS,
  worded,
} from "../../../../../src/evaluation/conversation/simulated/wording.ts";
import type { Rater } from "../../../../../tools/rating/rater.ts";
import { filmCatalogue, filmIndex, filmInteractions, films } from "../../../../fixtures/films.ts";

const catalogue = filmCatalogue();
const interactions = filmInteractions();
const drawing = { count: 6, positiveFrom: 4, fewest: 2 };
const { histories, train } = drawHistories(interactions, drawing, seededRandom(1));

const happening = (title: string, value: number) => ({ item: filmIndex(title), value, liked: value >= 4 });
const ADA: History = {
  user: 0,
  earlier: [
    ...["Heat", "Fargo", "Goodfellas"].map((title) => happening(title, 5)),
    ...["Alien", "Aliens", "The Shining"].map((title) => happening(title, 1)),
  ],
  later: [happening("Seven", 4), happening("Psycho", 2)],
};

describe("histories to simulate people by", () => {
  it("are withheld whole, and split by time", () => {
    expect(histories.length).toBe(6);
    const drawn = new Set(histories.map(({ user }) => user));
    expect(drawn.size).toBe(6);
    expect(Array.from(train.users).some((user) => drawn.has(user))).toBe(false);
    const told = histories.reduce((sum, { earlier, later }) => sum + earlier.length + later.length, 0);
    expect(train.users.length + told).toBe(interactions.users.length);
    for (const { earlier, later } of histories) {
      // The fixture's viewers go through the catalogue in order.
      expect(Math.max(...earlier.map(({ item }) => item))).toBeLessThan(
        Math.min(...later.map(({ item }) => item)),
      );
    }
  });

  it("are the same for the same seed, and others for another", () => {
    const users = (seed: number) =>
      drawHistories(interactions, drawing, seededRandom(seed)).histories.map(({ user }) => user);
    expect(users(1)).toEqual(histories.map(({ user }) => user));
    expect(users(2)).not.toEqual(users(1));
  });

  it("are not made up where nobody has enough", () => {
    expect(() => drawHistories(interactions, { ...drawing, fewest: 99 }, seededRandom(1))).toThrow(
      "99 likes",
    );
  });
});

describe("what a person can tell", () => {
  it("are favourites, kinds that are liked, and kinds that are not", () => {
    const { liked, kinds, unwanted } = tasteOf(ADA.earlier, catalogue);
    expect(liked.map((item) => catalogue.title(item))).toEqual(["Heat", "Fargo", "Goodfellas"]);
    expect(kinds).toEqual([{ facet: "genre", value: "Crime" }]);
    expect(unwanted).toEqual([{ facet: "genre", value: "Horror" }]);
  });

  it("never holds one kind to be both liked and not wanted", () => {
    const mixed = [
      ...Array.from({ length: 3 }, () => happening("Alien", 5)),
      ...Array.from({ length: 9 }, () => happening("The Shining", 1)),
    ];
    const { kinds, unwanted } = tasteOf(mixed, catalogue);
    expect(unwanted.map(({ value }) => value)).toContain("Horror");
    expect(kinds.map(({ value }) => value)).toEqual(["Sci-Fi"]);
  });

  it("is nothing of what comes later", async () => {
    const hidden = await hiddenTaste(ADA, undefined, catalogue.size);
    const later = ["Seven", "Psycho"];
    for (let seed = 0; seed < 40; seed++) {
      const person = tastePerson(ADA, hidden, catalogue, seededRandom(seed));
      const texts = [person.open().text];
      for (let turn = 0; turn < 8; turn++) {
        texts.push(person.answer({ items: [filmIndex("Vertigo"), filmIndex("Alien")], options: [] }).text);
      }
      for (const title of later) expect(texts.join(" · ")).not.toContain(title);
    }
  });

  it("is said in many ways", async () => {
    const hidden = await hiddenTaste(ADA, undefined, catalogue.size);
    const openings = Array.from(
      { length: 60 },
      (_, seed) => tastePerson(ADA, hidden, catalogue, seededRandom(seed)).open().text,
    );
    expect(new Set(openings).size).toBeGreaterThan(20);
    expect(openings.some((text) => /no horror films/.test(text))).toBe(true);
    expect(openings.some((text) => /crime films/i.test(text))).toBe(true);
  });

  it("is what is known of the items shown", async () => {
    const hidden = await hiddenTaste(ADA, undefined, catalogue.size);
    const person = tastePerson(ADA, hidden, catalogue, seededRandom(3));
    const { act, text, effects } = person.answer({
      items: [filmIndex("Vertigo"), filmIndex("Alien")],
      options: [],
    });
    expect(act).toBe("knownDisliked");
    expect(text).toContain("Alien");
    expect(effects[0]).toEqual({ kind: "known", items: [filmIndex("Alien")] });
  });

  it("answers a question truthfully", async () => {
    const hidden = await hiddenTaste(ADA, undefined, catalogue.size);
    const person = tastePerson(ADA, hidden, catalogue, seededRandom(3));
    const { text, effects } = person.answer({ items: [], options: ["War", "Crime"] });
    expect(text).toMatch(/^Crime/);
    expect(effects).toEqual([
      { kind: "wish", wish: { facet: "genre", test: { op: "any-of", values: ["Crime"] } }, replaces: true },
    ]);
    expect(person.answer({ items: [], options: ["War"] }).act).toBe("no-preference");
  });
});

describe("a hidden taste", () => {
  /** Predicts the item's number in the catalogue. */
  const counting: Rater = {
    name: "counting",
    rate: async (_, items) =>
      items.map((item) => ({
        item,
        value: item,
        low: item,
        high: item,
        level: 0.8,
        reasons: { closest: [], itemMean: undefined, itemCount: 0, userMean: undefined },
      })),
  };

  it("likes what the model thinks as well of as of the typical later like", async () => {
    const seven = filmIndex("Seven");
    const hidden = await hiddenTaste(ADA, counting, catalogue.size);
    expect([seven - 1, seven, seven + 1].map((item) => hidden.likes(item))).toEqual([false, true, true]);
    expect(hidden.positives).toEqual(new Set([seven]));
    expect(hidden.shuns(0)).toBe(true);
  });

  it("never likes what was not liked later, whatever the model says", async () => {
    const hidden = await hiddenTaste(
      { ...ADA, later: [happening("Seven", 4), happening("Paths of Glory", 1)] },
      counting,
      catalogue.size,
    );
    expect(hidden.likes(filmIndex("Paths of Glory"))).toBe(false);
  });

  it("is what happened, without a model", async () => {
    const hidden = await hiddenTaste(ADA, undefined, catalogue.size);
    expect(films.flatMap(({ title }, item) => (hidden.likes(item) ? [title] : []))).toEqual(["Seven"]);
  });
});

describe("a person with one item in mind", () => {
  it("says only what is true of it, and nothing that names it", () => {
    for (const target of films.keys()) {
      const guard = leakGuard(catalogue, target);
      const { opening, further } = targetFacts(catalogue, target, guard, seededRandom(target));
      expect(opening.length + further.length).toBeGreaterThan(3);
      for (const { phrase, sentence, wish } of [...opening, ...further]) {
        expect(guard(`${phrase} ${sentence}`)).toEqual([]);
        if (wish === undefined) continue;
        const mask = catalogue.satisfying({ ...wish, strength: 1, said: phrase, source: "said" });
        expect([phrase, mask[target]]).toEqual([phrase, 1]);
      }
    }
  });

  it("describes, adds facts, and accepts nothing else", async () => {
    const [makePerson] = await peopleOf([ADA], { kind: "target", catalogue, rater: undefined, seed: 1 });
    const person = makePerson?.();
    expect(person?.open().text).toMatch(/(?:crime|thriller|mystery) film from the 1990s/);
    const further = Array.from({ length: 12 }, () => person?.answer({ items: [0], options: [] }).text ?? "");
    expect(further.slice(0, 3).join(" ")).toMatch(/It's|There was something/);
    expect(further.at(-1)).toMatch(/what else|others/);
    expect(films.flatMap(({ title }, item) => (person?.accepts(item) ? [title] : []))).toEqual(["Seven"]);
    expect(person?.answer({ items: [], options: ["War", "Thriller"] }).text).toMatch(/^Thriller/);
    expect(person?.answer({ items: [], options: ["War"] }).text).toBe("None of those");
  });

  it("is the same person for every system", async () => {
    const made = await peopleOf(histories, { kind: "target", catalogue, rater: undefined, seed: 5 });
    for (const makePerson of made) expect(makePerson().open()).toEqual(makePerson().open());
  });
});

describe("wordings", () => {
  it("have all that they speak of", () => {
    const slots = {
      titles: "Heat",
      it: "it",
      kinds: "dramas",
      option: "Drama",
      ordinal: "second",
      fact: "It's a drama",
      facts: "a drama",
    };
    for (const wordings of [...Object.values(TASTE_WORDINGS), ...Object.values(TARGET_WORDINGS)]) {
      for (const one of wordings) {
        expect(worded([one], slots, catalogue, () => 0)).not.toMatch(/[{}]|undefined/);
      }
    }
    expect(() => worded(["{nobody} said so"], slots, catalogue, () => 0)).toThrow("{nobody}");
  });
});
