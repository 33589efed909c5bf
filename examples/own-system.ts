import { createRecommender, evaluateRanking, type RankingSystem, scoresOfList } from "cicerone";

// Makes the demo where it is not there yet.
const home = process.env.CICERONE_HOME ?? "home";
(await createRecommender({ home })).close();

// #region snippet
/** Newest in the catalogue's order first: whatever makes a list can be measured. */
const backwards: RankingSystem = {
  name: "backwards",
  fit: async ({ itemCount }) => ({
    ranksBy: "the catalogue's order, turned round",
    device: "cpu",
    parameters: {},
    rank: async ({ candidates }) => {
      const list = [...candidates.keys()].filter((item) => candidates[item] === 1).reverse();
      return scoresOfList(list, itemCount);
    },
    close: async () => {},
  }),
};

const report = await evaluateRanking({
  home,
  name: "demo",
  systems: ["popular", "linear"],
  others: [backwards],
  users: 200,
  clock: () => performance.now(),
  versions: {},
});
for (const { system, metrics } of report.results) {
  const { value, low, high } = metrics["ndcg@10"] ?? { value: 0, low: 0, high: 0 };
  console.log(`${system.padEnd(10)} ${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`);
}
// #endregion

const ndcg = (name: string): number =>
  report.results.find(({ system }) => system === name)?.metrics["ndcg@10"]?.value ?? Number.NaN;
if (!(ndcg("linear") > ndcg("popular") && ndcg("popular") > ndcg("backwards"))) {
  throw new Error("the systems stand in another order than they should");
}
