import { describe, expect, test } from "vitest";
import { Claim } from "../../tools/explaining/claim.ts";
import { createExplainer } from "../../tools/explaining/explainer.ts";
import { createRateTool, RateInput } from "../../tools/rate.ts";
import { fitRater } from "../../tools/rating/fit.ts";
import type { Rater } from "../../tools/rating/rater.ts";
import { createStatisticalRater } from "../../tools/rating/statistical-rater.ts";
import { cosmeticCatalogue, cosmetics } from "../fixtures/cosmetics.ts";
import { filmCatalogue, filmId, filmIndex, filmInteractions } from "../fixtures/films.ts";
import { neighbourScorer } from "../support/neighbour-scorer.ts";

const catalogue = filmCatalogue();
const explain = createExplainer({ catalogue, scorer: neighbourScorer(filmInteractions(), catalogue.size) });
const rater = createStatisticalRater(
  await fitRater(filmInteractions(), { min: 1, max: 5 }, { items: catalogue.size, seed: 1 }),
);
const tool = createRateTool({ catalogue, rater, explain });

describe("rate", () => {
  test("gives the rater's prediction, its interval, and how many ratings it rests on", async () => {
    const ratings = [
      { item: filmId("Aliens"), value: 5 },
      { item: filmId("Casablanca"), value: 2 },
    ];
    const [opinion] = await tool.run(RateInput.parse({ items: [filmId("Alien")], ratings }));
    const [prediction] = await rater.rate(
      ratings.map(({ item, value }) => ({ item: catalogue.indexOf(item) ?? -1, value })),
      [filmIndex("Alien")],
    );
    const { value, low, high, level } = prediction ?? {};
    expect(opinion).toMatchObject({
      item: filmId("Alien"),
      title: "Alien",
      basis: 2,
      prediction: { value, low, high, level },
    });
    for (const claim of opinion?.claims ?? []) expect(Claim.safeParse(claim).success).toBe(true);
  });

  test("names the closest of the user's items in the words in which they were judged", async () => {
    const fixed: Rater = {
      name: "fixed",
      rate: async (given, items) =>
        items.map((item) => ({
          item,
          value: 4,
          low: 3,
          high: 5,
          level: 0.8,
          reasons: {
            closest: given.map((rating, rank) => ({ ...rating, similarity: 0.9 - 0.1 * rank })),
            itemMean: 4.2,
            itemCount: 12,
            userMean: 4,
          },
        })),
    };
    const opinions = await createRateTool({ catalogue, rater: fixed, explain }).run(
      RateInput.parse({
        items: [filmId("Goodfellas")],
        ratings: [
          { item: filmId("Heat"), value: 5, from: "rated" },
          { item: filmId("Seven"), value: 4.6, from: "liked" },
          { item: filmId("Fargo"), value: 3.5 },
          { item: filmId("Amélie"), value: 1.8, from: "disliked" },
        ],
      }),
    );
    const [closest] = opinions[0]?.claims ?? [];
    expect(closest?.claim).toBe(
      "You gave Heat 5 and Fargo 3.5, liked Seven and disliked Amélie: the closest to this one in how people rate them",
    );
    expect(closest?.evidence).toMatchObject([
      { kind: "rated-alike", title: "Heat", value: 5, from: "rated", similarity: 0.9 },
      { kind: "rated-alike", title: "Seven", value: 4.6, from: "liked" },
      { kind: "rated-alike", title: "Fargo", value: 3.5, from: "rated" },
      { kind: "rated-alike", title: "Amélie", value: 1.8, from: "disliked" },
    ]);
  });

  test("claims nothing of items that the user never rated, whatever the rater says", async () => {
    const inventing: Rater = {
      name: "inventing",
      rate: async (_given, items) =>
        items.map((item) => ({
          item,
          value: 4,
          low: 3,
          high: 5,
          level: 0.8,
          reasons: {
            closest: [
              { item: filmIndex("Seven"), value: 5, similarity: 0.9 },
              { item, value: 5, similarity: 1 },
            ],
            itemMean: 4.2,
            itemCount: 12,
            userMean: 4,
          },
        })),
    };
    const ratings = [{ item: filmId("Heat"), value: 5 }];
    const [opinion] = await createRateTool({ catalogue, rater: inventing, explain }).run(
      RateInput.parse({ items: [filmId("Heat")], ratings }),
    );
    const kinds = opinion?.claims.flatMap(({ evidence }) => evidence.map(({ kind }) => kind));
    expect(kinds).toContain("own-rating");
    expect(kinds).not.toContain("rated-alike");
    expect(JSON.stringify(opinion?.claims)).not.toContain("Seven");
  });

  test("says the item's average and how many ratings it is of", async () => {
    const [opinion] = await tool.run(RateInput.parse({ items: [filmId("Casablanca")] }));
    const { count, mean } = catalogue.statistics(filmIndex("Casablanca"));
    expect(opinion?.claims.flatMap(({ evidence }) => evidence)).toMatchObject([
      { kind: "statistics", count, mean },
    ]);
    expect(opinion?.claims[0]?.claim).toContain(`${mean?.toFixed(1)} from ${count} simulated ratings`);
    expect(opinion?.basis).toBe(0);
  });

  test("remembers that the user has judged the item already", async () => {
    const first = async (rating: object): Promise<Claim | undefined> => {
      const input = RateInput.parse({
        items: [filmId("Heat")],
        ratings: [{ item: filmId("Heat"), ...rating }],
      });
      return (await tool.run(input))[0]?.claims[0];
    };
    expect(await first({ value: 4 })).toEqual({
      claim: "You gave it 4 yourself",
      evidence: [{ kind: "own-rating", value: 4, from: "rated" }],
    });
    expect(await first({ value: 4.6, from: "liked" })).toEqual({
      claim: "You liked it yourself",
      evidence: [{ kind: "own-rating", value: 4.6, from: "liked" }],
    });
  });

  test("has no number, but reasons, where the catalogue has no ratings", async () => {
    const shop = cosmeticCatalogue();
    const none = {
      userIds: [],
      users: new Int32Array(),
      items: new Int32Array(),
      values: undefined,
      at: new Float64Array(),
    };
    const advise = createRateTool({
      catalogue: shop,
      explain: createExplainer({ catalogue: shop, scorer: neighbourScorer(none, shop.size) }),
    });
    const opinions = await advise.run(
      RateInput.parse({
        items: [cosmetics[1]?.id],
        taste: [{ item: cosmetics[0]?.id, weight: 1, verdict: "liked" }],
      }),
    );
    expect(opinions[0]?.prediction).toBeUndefined();
    expect(opinions[0]?.claims[0]?.claim).toMatch(/Dew Drop Cream, which you liked\b/);
    expect(advise.tell(opinions)).toContain("no ratings to predict from");
  });

  test("refuses an unknown item, and stops when aborted", async () => {
    await expect(tool.run(RateInput.parse({ items: ["nothing"] }))).rejects.toMatchObject({
      code: "unknown-item",
    });
    const reason = new Error("enough");
    const input = RateInput.parse({ items: [filmId("Heat")] });
    await expect(tool.run(input, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test("tells a model the number, the interval and the basis", async () => {
    const ratings = [{ item: filmId("Aliens"), value: 5 }];
    const told = tool.tell(await tool.run(RateInput.parse({ items: [filmId("Alien")], ratings })));
    expect(told).toMatch(
      /^Alien: \d(\.\d)? of 5 \(80 % sure between \d(\.\d)? and \d(\.\d)?; from 1 rating of the user\)\n- /,
    );
  });
});
