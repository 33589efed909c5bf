import { describe, expect, it } from "vitest";
import { type ItemId, UserId } from "../../../../memory/ids.ts";
import type { HistoryEvent } from "../../../../memory/users/history.ts";
import type { ExplanationQuery } from "../../../../src/evaluation/explanation/explanation-system.ts";
import { claimsThatHold } from "../../../../src/evaluation/explanation/recheck-claims.ts";
import type { Evidence } from "../../../../tools/explaining/claim.ts";
import { createExplainer } from "../../../../tools/explaining/explainer.ts";
import { fitTextVectors } from "../../../../tools/retrieval/text-vectors.ts";
import { filmCatalogue, filmId, filmIndex, filmInteractions } from "../../../fixtures/films.ts";
import { neighbourScorer } from "../../../support/neighbour-scorer.ts";

const catalogue = filmCatalogue();
const scorer = neighbourScorer(filmInteractions(), catalogue.size);
const { vectors } = await fitTextVectors(catalogue);
const parts = { catalogue, scorer, vectors };

/** Loves crime; next comes Fargo. */
const query: ExplanationQuery = {
  user: "ann",
  history: ["Heat", "Seven", "Alien"].map(
    (title, at): HistoryEvent => ({
      id: at + 1,
      user: UserId.parse("ann"),
      dataset: "films",
      item: filmId(title),
      verdict: "rated",
      value: 5,
      scope: "always",
      provenance: { thread: "t", turn: 0, said: "", at },
    }),
  ),
  item: filmId("Fargo"),
};
const holding = (...evidence: Evidence[]): Promise<number> =>
  claimsThatHold([{ claim: "Because", evidence }], query, parts);

/** What adds to the score, as the scorer says. */
const [shares = []] = await scorer.contributions(
  query.history.map(({ item }) => ({ item: filmIndexOf(item), weight: 1 })),
  [filmIndex("Fargo")],
);
const mass = shares.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
const heat = shares.find(({ item }) => item === filmIndex("Heat"))?.amount ?? 0;

function filmIndexOf(id: ItemId): number {
  return catalogue.indexOf(id) ?? -1;
}

describe("checking claims anew", () => {
  it("finds that all hold which the agent's explainer makes, ranks and all", async () => {
    const explain = createExplainer({ catalogue, scorer });
    const taste = query.history.map(({ item, verdict, value }) => ({ item, weight: 1, verdict, value }));
    const [explanation] = await explain({
      items: [query.item],
      taste,
      like: [],
      constraints: [],
      preferences: [],
      depth: "full",
    });
    const claims = explanation?.claims ?? [];
    expect(claims.length).toBeGreaterThan(2);
    expect(claims.flatMap(({ evidence }) => evidence).map(({ kind }) => kind)).toContain("counterfactual");
    expect(await claimsThatHold(claims, query, parts)).toBe(claims.length);
    // The same words of another film are not true.
    expect(await claimsThatHold(claims, { ...query, item: filmId("Alien") }, parts)).toBe(0);
  });

  it("believes true numbers of a contribution and no others", async () => {
    const claimed = { kind: "contribution" as const, item: filmId("Heat"), title: "Heat" };
    expect(heat).toBeGreaterThan(0);
    expect(await holding({ ...claimed, amount: heat, share: heat / mass })).toBe(1);
    expect(await holding({ ...claimed, amount: 2 * heat, share: heat / mass })).toBe(0);
    expect(await holding({ ...claimed, title: "Alien", amount: heat, share: heat / mass })).toBe(0);
    expect(
      await holding({
        ...claimed,
        item: filmId("Goodfellas"),
        title: "Goodfellas",
        amount: heat,
        share: heat / mass,
      }),
    ).toBe(0);
  });

  it("believes no invented facet, fame, rank or wish", async () => {
    const { count, mean } = catalogue.statistics(filmIndex("Fargo"));
    expect(await holding({ kind: "statistics", count, mean })).toBe(1);
    expect(await holding({ kind: "statistics", count: count + 1, mean })).toBe(0);
    const shared = { kind: "shared-facet" as const, facet: "genre", with: [filmId("Heat")] };
    expect(await holding({ ...shared, values: ["Crime"] })).toBe(1);
    expect(await holding({ ...shared, values: ["Western"] })).toBe(0);
    expect(
      await holding({ kind: "counterfactual", without: filmId("Heat"), title: "Heat", from: 1, to: 999 }),
    ).toBe(0);
    expect(await holding({ kind: "constraint", facet: "genre", value: "Crime", said: "crime please" })).toBe(
      0,
    );
    expect(await holding({ kind: "wanted", item: query.item })).toBe(0);
  });

  it("lets no claim pass without evidence, and one false piece of evidence spoils a claim", async () => {
    expect(await holding()).toBe(0);
    const { count, mean } = catalogue.statistics(filmIndex("Fargo"));
    const fame: Evidence = { kind: "statistics", count, mean };
    expect(await holding(fame, { ...fame, count: 0 })).toBe(0);
    expect(await claimsThatHold([], query, parts)).toBe(0);
  });
});
