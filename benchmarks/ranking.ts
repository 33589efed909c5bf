import { evaluateRanking } from "cicerone";
import { line } from "./figures.ts";

interface Bars {
  readonly [metric: string]: number;
}

/** Leave-one-out by time over the full catalogue, seen items masked: the systems side by side, with 95 % intervals. */
export async function benchRanking(
  home: string,
  name: string,
  setup: { readonly positiveFrom?: number; readonly core?: number },
  bars: Bars,
  fitBar: number,
): Promise<void> {
  const { results } = await evaluateRanking({
    home,
    name,
    ...setup,
    k: [10, 100],
    metrics: ["recall", "ndcg"],
    clock: () => performance.now(),
    versions: { node: process.versions.node },
  });
  for (const { system, metrics, seconds } of results) {
    for (const [metric, { value, low, high }] of Object.entries(metrics)) {
      const bar = system === "linear" ? bars[metric] : undefined;
      const figure = `${value.toFixed(4)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
      line(`${name}: ${system} ${metric}`, figure, bar === undefined ? "" : `≥ ${bar}`);
    }
    if (system === "linear")
      line(`${name}: linear fit`, `${(seconds.fit ?? 0).toFixed(2)} s`, `≤ ${fitBar} s`);
  }
}
