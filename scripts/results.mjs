// Writes docs/results.md: every table in it by the command that stands above it, with the built program.
// Needs the datasets: CICERONE_DATA names their folder (default ../shared/data). `--only NAME` runs a part and prints it.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { only: { type: "string" }, home: { type: "string" } } });
const data = resolve(process.env.CICERONE_DATA ?? join(root, "../shared/data"));
const home = values.home ?? mkdtempSync(join(tmpdir(), "cicerone-results-"));

const IMPORTS = {
  demo: undefined,
  "ml-100k": ["ml-100k", "--from", join(data, "ml-100k"), "--text", join(data, "ml-1m-text")],
  "ml-1m": ["ml-1m", "--from", join(data, "ml-1m"), "--text", join(data, "ml-1m-text")],
  "amazon-beauty": ["amazon-beauty", "--from", join(data, "amazon-beauty")],
  "amazon-musical-instruments": [
    "amazon-musical-instruments",
    "--from",
    join(data, "amazon-musical-instruments"),
  ],
  redial: ["redial", "--from", join(data, "redial")],
};

/** The dataset, and what is measured on it: arguments of `cicerone evaluate`. {data} is the folder of the datasets. */
const MEASURED = [
  ["ml-100k", "retrieval"],
  ["ml-100k", "ranking"],
  ["ml-100k", "ranking --no-mask-seen"],
  ["ml-100k", "pipeline"],
  ["ml-100k", "rating --folds-from {data}/ml-100k --fold-names u1,u2,u3,u4,u5"],
  ["ml-100k", "rating"],
  ["ml-100k", "cold-start"],
  ["ml-1m", "ranking --core 5"],
  ["ml-1m", "ranking --core 5 --negatives 19"],
  ["ml-1m", "ranking --core 5 --negatives 99"],
  ["ml-1m", "pipeline"],
  ["ml-1m", "explanation"],
  ["ml-1m", "conversation simulated"],
  ["ml-1m", "conversation simulated --kind target"],
  ["amazon-beauty", "ranking"],
  ["amazon-musical-instruments", "rating --split leave-one-out"],
  ["amazon-musical-instruments", "explanation"],
  ["amazon-musical-instruments", "summary"],
  ["redial", "conversation turns --dialogues {data}/redial"],
];

const wanted = MEASURED.filter(
  ([name, what]) => values.only === undefined || `${name} ${what}`.includes(values.only),
);
const missing = [...new Set(wanted.map(([name]) => name))].filter(
  (name) => IMPORTS[name] && !existsSync(join(data, name)),
);
if (missing.length > 0) {
  console.error(`not in ${data}: ${missing.join(", ")} (set CICERONE_DATA)`);
  process.exit(1);
}
try {
  for (const name of new Set(wanted.map(([dataset]) => dataset))) {
    if (existsSync(join(home, "datasets", name)) || IMPORTS[name] === undefined) continue;
    cicerone(["data", "import", ...IMPORTS[name]]);
  }
  const parts = wanted.map(([name, what]) => {
    const given = ["evaluate", ...what.replaceAll("{data}", data).split(" "), "--data", name];
    const shown = `cicerone evaluate ${what.replaceAll("{data}/", "")} --data ${name}`;
    console.error(shown);
    // The page is for everybody: it names the datasets' folders as the person who reads it would.
    return cicerone([...given, "--markdown"])
      .replaceAll(`${data}/`, "")
      .trim();
  });
  const text = `${head()}\n\n${parts.join("\n\n")}\n`;
  if (values.only === undefined) writeFileSync(join(root, "docs/results.md"), text);
  else process.stdout.write(text);
} finally {
  if (values.home === undefined) rmSync(home, { recursive: true, force: true });
}

function head() {
  return `# Results

Every table stands under the command that makes it; \`node scripts/results.mjs\` makes them all anew. What each protocol is:
[evaluation.md](evaluation.md). Intervals are 95 %, by bootstrap over users (or dialogues). Published rows were not run here: their
protocols differ as is said beside them.`;
}

function cicerone(args) {
  const run = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args, "--home", home], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`cicerone ${args.join(" ")} ended with ${run.status}`);
  return run.stdout;
}
