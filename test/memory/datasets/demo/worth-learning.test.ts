import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filmItem, parseFilms } from "../../../../memory/datasets/demo/film.ts";
import { DEMO_FILMS } from "../../../../memory/datasets/demo/source.ts";
import { type SimulatedRating, simulateViewers } from "../../../../memory/datasets/demo/viewers.ts";
import type { Interactions } from "../../../../memory/datasets/interactions.ts";
import { measureRanking, RANKING_DEFAULTS } from "../../../../src/evaluation/ranking/ranking.ts";
import { sharedFits, sharedScorerSystem } from "../../../../src/evaluation/ranking/shared-fits.ts";

const films = parseFilms(readFileSync(DEMO_FILMS, "utf8")).map(filmItem);

function columnsOf(ratings: readonly SimulatedRating[]): Interactions {
  const userIds = [...new Set(ratings.map(({ user }) => user))];
  const user = new Map(userIds.map((id, index) => [id, index]));
  const item = new Map(films.map((film, index) => [String(film.id), index]));
  return {
    userIds,
    users: Int32Array.from(ratings, (rating) => user.get(rating.user) ?? -1),
    items: Int32Array.from(ratings, (rating) => item.get(rating.item) ?? -1),
    values: Float32Array.from(ratings, ({ value }) => value),
    at: Float64Array.from(ratings, ({ at }) => at),
  };
}

it("simulated viewers give a learner a third more to find than what is popular", async () => {
  const interactions = columnsOf(simulateViewers(films, { seed: 7, viewers: 1200 }));
  const fits = sharedFits(() => 0);
  const report = await measureRanking(
    { name: "demo", itemCount: films.length, interactions, time: "clock", simulated: true },
    [sharedScorerSystem("popular", fits), sharedScorerSystem("linear", fits)],
    { ...RANKING_DEFAULTS, k: [10, 100], positiveFrom: 4, resamples: 200 },
    { clock: () => 0, versions: { cicerone: "test" } },
  );
  await fits.close();
  const [popular, linear] = report.results.map(({ metrics }) => metrics["recall@10"]);
  expect(linear?.value).toBeGreaterThan(1.35 * (popular?.value ?? 1));
  expect(report.comparisons[0]?.metrics["recall@10"]?.low).toBeGreaterThan(0.015);
  expect(report.comparisons[0]?.metrics["recall@100"]?.low).toBeGreaterThan(0);
});
