/**
 * Figures, not tests: `npm run bench`, or a part of it: `npm run bench -- startup turns import ranking evaluation`.
 * `npm run bench -- scale …` is apart: it makes its own data (see scale.ts).
 * The parts on MovieLens need the datasets: CICERONE_DATA names their folder (default ../shared/data).
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { prepareDataset } from "cicerone";
import { benchEvaluation } from "./evaluation.ts";
import { line } from "./figures.ts";
import { benchRanking } from "./ranking.ts";
import { benchStartup } from "./startup.ts";

if (process.argv[2] === "scale") {
  const { benchScale } = await import("./scale.ts");
  await benchScale(process.argv.slice(3));
  process.exit(0);
}
const PARTS = ["startup", "import", "ranking", "evaluation", "turns"];
const data = resolve(process.env.CICERONE_DATA ?? "../shared/data");
const asked = process.argv.slice(2);
const strange = asked.filter((part) => !PARTS.includes(part));
if (strange.length > 0) {
  console.error(`there is no part ${strange.join(", ")}; parts: ${PARTS.join(", ")}`);
  process.exit(2);
}
const wants = (part: string): boolean => asked.length === 0 || asked.includes(part);

const work = mkdtempSync(join(tmpdir(), "cicerone-bench-"));
const home = join(work, "home");
const fresh = (): string => mkdtempSync(join(work, "fresh-"));
console.log(
  `node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
);
try {
  if (wants("startup")) await benchStartup(home, fresh);
  if (wants("turns")) await turnsOn("demo");
  if (!existsSync(join(data, "ml-1m"))) {
    console.log(`\nSKIPPED import, ranking and turns on MovieLens: nothing at ${data} (set CICERONE_DATA)`);
  } else {
    await onMovieLens();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function onMovieLens(): Promise<void> {
  const clock = Date.now;
  const started = performance.now();
  await prepareDataset({
    dataset: "ml-1m",
    from: join(data, "ml-1m"),
    text: join(data, "ml-1m-text"),
    home,
    clock,
  });
  const seconds = (performance.now() - started) / 1000;
  if (wants("import")) line("ml-1m with texts: import, fit, index", `${seconds.toFixed(1)} s`, "≤ 30 s");
  if (wants("ranking")) {
    await prepareDataset({ dataset: "ml-100k", from: join(data, "ml-100k"), home, clock });
    const bars = { "recall@10": 0.205, "ndcg@10": 0.107, "recall@100": 0.62 };
    await benchRanking(home, "ml-100k", {}, bars, 3);
    await benchRanking(home, "ml-1m", { positiveFrom: 4, core: 5 }, { "ndcg@10": 0.125 }, 20);
  }
  if (wants("evaluation")) await onAll(clock);
  if (wants("turns")) await turnsOn("ml-1m");
}

async function onAll(clock: () => number): Promise<void> {
  const names = ["ml-100k", "amazon-beauty"].filter((name) => existsSync(join(data, name)));
  for (const name of names) await prepareDataset({ dataset: name, from: join(data, name), home, clock });
  benchEvaluation(home, new Set(["ml-1m", ...names]));
}

/** In a process of its own: resident memory must not count what importing and fitting left behind. */
async function turnsOn(dataset: string): Promise<void> {
  if (dataset === "demo") await prepareDataset({ dataset, home, clock: Date.now });
  const { spawnSync } = await import("node:child_process");
  const script = `import(${JSON.stringify(new URL("turns.ts", import.meta.url).href)}).then(({ benchTurns }) => benchTurns(${JSON.stringify(home)}, ${JSON.stringify(dataset)}))`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`the turns ended with ${status}`);
}
