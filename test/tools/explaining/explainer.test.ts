import { describe, expect, test } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { Constraint } from "../../../memory/items/constraint.ts";
import type { Claim, Evidence } from "../../../tools/explaining/claim.ts";
import { createExplainer, ExplainInput, type Explanation } from "../../../tools/explaining/explainer.ts";
import type { TastedItem } from "../../../tools/explaining/grounds.ts";
import { cosmeticCatalogue, cosmetics } from "../../fixtures/cosmetics.ts";
import { filmCatalogue, filmId, filmInteractions } from "../../fixtures/films.ts";
import { neighbourScorer } from "../../support/neighbour-scorer.ts";

const catalogue = filmCatalogue();
const scorer = neighbourScorer(filmInteractions(), catalogue.size);
const explain = createExplainer({ catalogue, scorer });

type Wish = Partial<Omit<ExplainInput, "items">>;

async function why(titles: readonly string[], wish: Wish = {}): Promise<readonly Explanation[]> {
  return explain(ExplainInput.parse({ items: titles.map(filmId), ...wish }));
}

async function whyOne(title: string, wish: Wish = {}): Promise<readonly Claim[]> {
  return (await why([title], wish))[0]?.claims ?? [];
}

const sentences = (claims: readonly Claim[]): string[] => claims.map(({ claim }) => claim);

function evidenceOf<Kind extends Evidence["kind"]>(
  claims: readonly Claim[],
  kind: Kind,
): Extract<Evidence, { kind: Kind }>[] {
  return claims
    .flatMap(({ evidence }) => evidence)
    .filter((evidence): evidence is Extract<Evidence, { kind: Kind }> => evidence.kind === kind);
}

const liked = (title: string): TastedItem => ({ item: filmId(title), weight: 1, verdict: "liked" });

function said(facet: string, test: Constraint["test"], source: Constraint["source"] = "said"): Constraint {
  return { facet, test, strength: 0.5, said: "so I said", source };
}

describe("what of the history weighs", () => {
  test("names the item that adds most, with its exact share of what adds", async () => {
    const taste = [liked("Heat"), liked("Seven Samurai"), liked("Alien")];
    const [contribution] = evidenceOf(await whyOne("Goodfellas", { taste, depth: "full" }), "contribution");
    const index = (id: ItemId): number => catalogue.indexOf(id) ?? -1;
    const [parts = []] = await scorer.contributions(
      taste.map(({ item, weight }) => ({ item: index(item), weight })),
      [index(filmId("Goodfellas"))],
    );
    const amounts = parts.map(({ amount }) => amount);
    const mass = amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0);
    expect(contribution).toMatchObject({ item: filmId("Heat"), title: "Heat", amount: amounts[0] });
    expect(contribution?.share).toBeCloseTo(Math.max(...amounts) / mass, 12);
  });

  test("speaks of the person's verdict, and of none it does not know", async () => {
    const start = async (entry: Partial<TastedItem>): Promise<string | undefined> => {
      const taste = [{ item: filmId("Heat"), weight: 1, ...entry }, liked("Seven Samurai")];
      return sentences(await whyOne("Goodfellas", { taste, depth: "full" })).find((one) =>
        /\bbecause\b/i.test(one),
      );
    };
    expect(await start({ verdict: "liked" })).toMatch(
      /^Mostly because you liked Heat \(\d+ % of what your taste adds\)$/,
    );
    expect(await start({ verdict: "rated", value: 5 })).toMatch(/because you loved Heat/);
    expect(await start({ verdict: "rated", value: 4 })).toMatch(/because you gave 4 to Heat/);
    expect(await start({ verdict: "seen" })).toMatch(/because you've watched Heat/);
    expect(await start({})).toMatch(/because of Heat/);
  });

  test("never claims that something disliked speaks for an item", async () => {
    const taste = [{ item: filmId("Heat"), weight: -1, verdict: "disliked" as const }];
    const claims = await whyOne("Goodfellas", { taste, depth: "full" });
    expect(JSON.stringify(claims)).not.toContain("Heat");
  });

  test("says where the item would stand without it, by scoring anew", async () => {
    const taste = [liked("Heat"), liked("Spirited Away")];
    const [change] = evidenceOf(await whyOne("Goodfellas", { taste, depth: "full" }), "counterfactual");
    const rank = async (history: readonly TastedItem[]): Promise<number> => {
      const scores = await scorer.score(
        history.map(({ item, weight }) => ({ item: catalogue.indexOf(item) ?? -1, weight })),
      );
      const own = catalogue.indexOf(filmId("Goodfellas")) ?? -1;
      const known = new Set(taste.map(({ item }) => catalogue.indexOf(item)));
      return [...scores.entries()].filter(
        ([index, score]) =>
          !known.has(index) && (score > (scores[own] ?? 0) || (score === scores[own] && index <= own)),
      ).length;
    };
    expect(change).toEqual({
      kind: "counterfactual",
      without: filmId("Heat"),
      title: "Heat",
      from: await rank(taste),
      to: await rank([liked("Spirited Away")]),
    });
  });

  test("ranks among the candidates given, and leaves counterfactuals out of cards", async () => {
    const taste = [liked("Heat"), liked("Spirited Away")];
    const against = ["Goodfellas", "The Godfather", "Toy Story"].map(filmId);
    const [change] = evidenceOf(
      await whyOne("Goodfellas", { taste, against, depth: "full" }),
      "counterfactual",
    );
    expect(change?.to).toBeLessThanOrEqual(3);
    expect(sentences(await whyOne("Goodfellas", { taste, against, depth: "full" }))).toContainEqual(
      expect.stringMatching(/^Without Heat it would fall from \w+ to \w+ of these by your taste$/u),
    );
    expect(evidenceOf(await whyOne("Goodfellas", { taste }), "counterfactual")).toEqual([]);
  });
});

describe("what is shared", () => {
  test("puts what it shares with the example named first", async () => {
    const [first, second] = await whyOne("Aliens", { like: [filmId("Alien")], taste: [liked("Heat")] });
    for (const claim of [first, second]) {
      expect(claim?.claim).toMatch(/like Alien\b|with Alien\b/i);
      expect(claim?.evidence[0]).toMatchObject({ kind: "shared-facet", with: [filmId("Alien")] });
    }
  });

  test("says people with the words of their facet, several facets in one sentence", async () => {
    const claims = await whyOne("Rashomon", { taste: [liked("Seven Samurai")] });
    expect(sentences(claims)).toContainEqual(
      expect.stringMatching(
        /^Also directed by Akira Kurosawa and starring Toshiro Mifune, like Seven Samurai/,
      ),
    );
    expect(evidenceOf(claims, "shared-facet").map(({ facet }) => facet)).toEqual(
      expect.arrayContaining(["director", "cast"]),
    );
  });

  test("names several liked items by one maker together", async () => {
    const claims = await whyOne("Yojimbo", { taste: [liked("Seven Samurai"), liked("Rashomon")] });
    expect(sentences(claims)[0]).toMatch(
      /Akira Kurosawa.*, like (Rashomon and Seven Samurai|Seven Samurai and Rashomon), which you liked$/,
    );
  });

  test("does not call shared what nearly everything has", async () => {
    const shared = evidenceOf(
      await whyOne("Goodfellas", { taste: [liked("Heat")], depth: "full" }),
      "shared-facet",
    );
    expect(shared.flatMap(({ values }) => values)).not.toContain("English");
    expect(shared.flatMap(({ values }) => values)).toContain("Crime");
  });

  test("claims closeness only of items whose vectors are close", async () => {
    const [alien, contact] = [catalogue.indexOf(filmId("Alien")), catalogue.indexOf(filmId("Contact"))];
    const close = createExplainer({
      catalogue,
      scorer,
      similarity: (a, b) => (a === contact && b === alien ? 0.8 : 0.1),
    });
    const input = ExplainInput.parse({
      items: [filmId("Contact"), filmId("Amélie")],
      taste: [liked("Alien")],
      depth: "full",
    });
    const [first, second] = await close(input);
    expect(evidenceOf(first?.claims ?? [], "neighbour")).toEqual([
      { kind: "neighbour", item: filmId("Alien"), title: "Alien", similarity: 0.8 },
    ]);
    expect(evidenceOf(second?.claims ?? [], "neighbour")).toEqual([]);
  });
});

describe("what was wished", () => {
  test("answers constraints with the item's own values, and keeps standing ones apart", async () => {
    const constraints = [
      said("genre", { op: "any-of", values: ["Sci-Fi", "War"] }),
      said("year", { op: "between", min: 1990, max: 1999 }),
      said("runtime", { op: "between", max: 120 }),
      said("genre", { op: "none-of", values: ["Horror"] }, "profile"),
    ];
    const claims = sentences(await whyOne("Gattaca", { constraints, depth: "full" }));
    expect(claims).toContain("As you asked: sci-fi, 1997 and 106 min");
    expect(claims).toContain("As you told me before: not horror");
  });

  test("passes over constraints that the item does not meet", async () => {
    const constraints = [
      said("year", { op: "between", min: 2000 }),
      said("genre", { op: "any-of", values: ["Sci-Fi"] }),
    ];
    const found = evidenceOf(await whyOne("Gattaca", { constraints, depth: "full" }), "constraint");
    expect(found.map(({ facet }) => facet)).toEqual(["genre"]);
  });

  test("recalls remembered likings that the item has", async () => {
    const preferences: ExplainInput["preferences"] = [
      { subject: { about: "value", facet: "director", value: "Ridley Scott" }, said: "I love Ridley Scott" },
      { subject: { about: "value", facet: "genre", value: "Comedy" }, said: "I like comedies" },
      { subject: { about: "range", facet: "runtime", max: 120 }, said: "nothing long" },
    ];
    const claims = await whyOne("Blade Runner", { preferences, depth: "full" });
    expect(sentences(claims)).toEqual(
      expect.arrayContaining([
        "Directed by Ridley Scott: you said “I love Ridley Scott”",
        "117 min: you said “nothing long”",
      ]),
    );
    expect(evidenceOf(claims, "preference").map(({ said }) => said)).toEqual([
      "I love Ridley Scott",
      "nothing long",
    ]);
  });

  test("finds words of the request in the item's own text, whatever their ending", async () => {
    const claims = await whyOne("Fargo", {
      text: "something about kidnapping, please, with snow and dragons",
    });
    expect(evidenceOf(claims, "text")).toEqual([{ kind: "text", words: ["kidnapping", "snow"] }]);
  });
});

test("does not take the catalogue's own noun for a topic", async () => {
  const text = "a picture of the talking kind";
  const found = evidenceOf(await whyOne("Singin' in the Rain", { text, depth: "full" }), "text");
  expect(found).toEqual([{ kind: "text", words: ["talking"] }]);
});

describe("an answer's reasons", () => {
  test("hold claims with evidence only, never an internal number", async () => {
    const taste = [liked("Heat"), liked("Alien"), liked("Amélie")];
    const all = ["Goodfellas", "Aliens", "Contact", "Casablanca", "Yojimbo"];
    for (const { claims } of await why(all, { taste, depth: "full" })) {
      expect(claims.length).toBeGreaterThan(0);
      for (const { claim, evidence } of claims) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(claim).not.toMatch(/\d\.\d\d|score|undefined|NaN|null/);
      }
    }
  });

  test("begin differently for each item", async () => {
    const taste = [liked("Heat")];
    const explained = await why(["Goodfellas", "The Godfather", "Seven", "Fargo", "Rashomon"], { taste });
    const firsts = explained.map(({ claims }) => claims[0]?.claim);
    expect(new Set(firsts).size).toBe(5);
  });

  test("tell how the person stands to an item once", async () => {
    const explained = await why(["Goodfellas", "The Godfather", "Seven"], { taste: [liked("Heat")] });
    expect(explained[0]?.claims[0]?.claim).toMatch(/you liked/);
    for (const { claims } of explained) {
      const told = sentences(claims).filter(
        (one) => one.includes("you liked Heat") || one.includes("which you liked"),
      );
      expect(told.length).toBeLessThanOrEqual(2);
    }
  });

  test("tell what sets an item apart from the others of the answer, and from nothing else", async () => {
    const explained = await why(["Casablanca", "Alien", "Heat"], { depth: "full" });
    const told = explained.map(({ claims }) => evidenceOf(claims, "standout").map(({ value }) => value));
    expect(told).toEqual([["Romance"], ["Horror"], ["Crime"]]);
    expect(sentences(explained[1]?.claims ?? [])).toContain("The only horror film of these");
    expect(evidenceOf(await whyOne("Casablanca", { depth: "full" }), "standout")).toEqual([]);
  });

  test("say of constraints on a card only what tells the items apart", async () => {
    const constraints = [said("genre", { op: "any-of", values: ["Horror", "War"] })];
    const [alien] = await why(["Alien", "Casablanca"], { constraints });
    expect(sentences(alien?.claims ?? [])).toContain("As you asked: horror");
  });

  test("say that numbers are simulated where they are", async () => {
    expect(sentences(await whyOne("Casablanca"))).toEqual([
      expect.stringMatching(/\d\.\d from \d+ simulated ratings/),
    ]);
  });

  test("pass over history that the catalogue no longer has", async () => {
    const taste = [{ item: ItemId.parse("gone"), weight: 1 }, liked("Heat")];
    expect(await whyOne("Goodfellas", { taste })).toEqual(
      await whyOne("Goodfellas", { taste: [liked("Heat")] }),
    );
  });

  test("are refused for an unknown item, and stop when aborted", async () => {
    const unknown = explain(ExplainInput.parse({ items: ["nothing"] }));
    await expect(unknown).rejects.toMatchObject({
      code: "unknown-item",
      message: expect.stringContaining("nothing"),
    });
    const reason = new Error("enough");
    const input = ExplainInput.parse({ items: [filmId("Heat")], taste: [liked("Alien")] });
    await expect(explain(input, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

test("speaks of cosmetics as of films", async () => {
  const shop = cosmeticCatalogue();
  const none = {
    userIds: [],
    users: new Int32Array(),
    items: new Int32Array(),
    values: undefined,
    at: new Float64Array(),
  };
  const advise = createExplainer({ catalogue: shop, scorer: neighbourScorer(none, shop.size) });
  const cream = cosmetics[0]?.id;
  const [light, night] = await advise(
    ExplainInput.parse({
      items: [cosmetics[1]?.id, cosmetics[2]?.id],
      taste: [{ item: cream, weight: 1, verdict: "seen" }],
      preferences: [
        { subject: { about: "value", facet: "skin-type", value: "Dry" }, said: "my skin is dry" },
      ],
      depth: "full",
    }),
  );
  expect(sentences(light?.claims ?? [])).toContainEqual(
    expect.stringMatching(/^Also made by Alba & Reed, like Dew Drop Cream/),
  );
  expect(sentences(light?.claims ?? [])[0]).toMatch(/which you've tried\b/);
  expect(sentences(night?.claims ?? [])).toContain("Dry: you said “my skin is dry”");
});
