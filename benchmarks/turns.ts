import { createRecommender } from "cicerone";
import { line, quantile } from "./figures.ts";
import { UTTERANCES } from "./utterances.ts";

/** 200 mixed turns in one process, through the whole graph with its SQLite checkpoints. Milliseconds as the caller waits. */
export async function benchTurns(home: string, data: string): Promise<void> {
  const recommender = await createRecommender({ home, data });
  const took: number[] = [];
  const slow: { readonly text: string; readonly ms: number }[] = [];
  for (let round = 0; round < 8; round++) {
    const talk = recommender.session({
      user: `bench-${round}`,
      thread: `bench-${round}-${performance.now()}`,
    });
    for (const text of UTTERANCES) {
      const started = performance.now();
      await talk.ask(text);
      const ms = performance.now() - started;
      took.push(ms);
      slow.push({ text, ms });
    }
  }
  const rss = process.memoryUsage().rss / 2 ** 20;
  recommender.close();
  line(`${data}: ${took.length} mixed turns, median`, `${quantile(took, 0.5).toFixed(1)} ms`, "≤ 20 ms");
  line(`${data}: 95th percentile`, `${quantile(took, 0.95).toFixed(1)} ms`, "≤ 60 ms");
  line(`${data}: resident set after them`, `${rss.toFixed(0)} MiB`, "≤ 400 MiB");
  slow.sort((a, b) => b.ms - a.ms);
  const slowest = slow.slice(0, 4).map(({ text, ms }) => `"${text}" ${ms.toFixed(0)} ms`);
  console.log(`  slowest: ${slowest.join(", ")}`);
}
