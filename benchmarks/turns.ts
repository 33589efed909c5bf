import { createRecommender, type Recommender } from "cicerone";
import { line, quantile } from "./figures.ts";
import { UTTERANCES, type Utterance } from "./utterances.ts";

const ROUNDS = 8;

interface Timed extends Utterance {
  /** Milliseconds as the caller waits. */
  readonly ms: number;
}

/** Mixed turns in one process, through the whole graph with its SQLite checkpoints, and what each kind of turn takes. */
export async function benchTurns(home: string, data: string): Promise<void> {
  const recommender = await createRecommender({ home, data });
  const turns: Timed[] = [];
  for (let round = 0; round < ROUNDS; round++) turns.push(...(await talk(recommender, round)));
  const rss = process.memoryUsage().rss / 2 ** 20;
  recommender.close();
  const took = turns.map(({ ms }) => ms);
  line(`${data}: ${took.length} mixed turns, median`, milliseconds(took, 0.5), "≤ 20 ms");
  line(`${data}: 95th percentile`, milliseconds(took, 0.95), "≤ 60 ms");
  // What is made at first use is made in it: it stands in the first wishes' figures as well.
  line("  the first of all", milliseconds(took.slice(0, 1), 1), "");
  for (const [kind, some] of Map.groupBy(turns, (turn) => turn.kind)) {
    const own = some.map(({ ms }) => ms);
    const figure = `${milliseconds(own, 0.5)} / ${milliseconds(own, 0.95)}`;
    line(`  ${kind}, ${own.length} turns: median / 95th percentile`, figure, "");
  }
  line(`${data}: resident set after them`, `${rss.toFixed(0)} MiB`, "≤ 400 MiB");
  const slowest = turns.toSorted((a, b) => b.ms - a.ms).slice(0, 4);
  console.log(
    `  slowest: ${slowest.map(({ text, ms }) => `"${text.slice(0, 60)}" ${ms.toFixed(0)} ms`).join(", ")}`,
  );
}

/** One person's first talk. */
async function talk(recommender: Recommender, round: number): Promise<readonly Timed[]> {
  const session = recommender.session({
    user: `bench-${round}`,
    thread: `bench-${round}-${performance.now()}`,
  });
  const turns: Timed[] = [];
  for (const utterance of UTTERANCES) {
    const started = performance.now();
    await session.ask(utterance.text);
    turns.push({ ...utterance, ms: performance.now() - started });
  }
  return turns;
}

function milliseconds(took: readonly number[], share: number): string {
  return `${quantile(took, share).toFixed(1)} ms`;
}
