import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { line } from "./figures.ts";
import { type ScaleSize, writeScaleData } from "./scale-data.ts";

const MIB = 2 ** 20;
const SIZES_OF_TABLE: readonly ScaleSize[] = [
  sized({ interactions: 100_000, items: 10_000 }),
  sized({ interactions: 1_000_000, items: 20_000 }),
  sized({ interactions: 10_000_000, items: 20_000 }),
  sized({ interactions: 1_000_000, items: 100_000, words: 60 }),
  sized({ interactions: 1_000_000, items: 1_000_000, words: 60 }),
];

/** What a process of its own said: seconds and MiB, and the stage's own figures. */
interface Measured {
  readonly seconds: number;
  readonly mebibytes: number;
  readonly figures: Readonly<Record<string, number | string>>;
}

type Stages = Readonly<Record<"import" | "fit" | "open" | "retrieve", Measured | undefined>> & {
  readonly disk: number;
};

/**
 * `npm run bench -- scale`: the two sizes of the bars; `-- scale --interactions N --items N --users N --words N --format
 * csv|parquet`: one size; `-- scale --texts N`: N items with texts of 60 words; `-- scale --table`: the table of docs/scale.md.
 */
export async function benchScale(args: readonly string[]): Promise<void> {
  const number = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      interactions: number,
      items: number,
      users: number,
      words: number,
      texts: number,
      format: { type: "string" },
      only: { type: "string" },
      table: { type: "boolean" },
    },
  });
  const only = values.only?.split(",");
  if (values.table === true) {
    const rows: string[] = [];
    for (const size of SIZES_OF_TABLE) rows.push(row(size, await measure(size, only)));
    console.log(`\n${HEADER}\n${rows.join("\n")}`);
    return;
  }
  const asked = Number(values.interactions ?? 1_000_000);
  const sizes =
    values.interactions === undefined && values.texts === undefined
      ? [
          sized({ interactions: 10_000_000, items: 20_000 }),
          sized({ interactions: 1_000_000, items: 1_000_000, words: 60 }),
        ]
      : [
          sized({
            interactions: asked,
            items: Number(values.texts ?? values.items ?? 20_000),
            words: Number(values.words ?? (values.texts === undefined ? 12 : 60)),
            ...(values.users === undefined ? {} : { users: Number(values.users) }),
            format: values.format === "parquet" ? "parquet" : "csv",
          }),
        ];
  for (const size of sizes) report(size, await measure(size, only));
}

function sized(given: Pick<ScaleSize, "interactions" | "items"> & Partial<ScaleSize>): ScaleSize {
  return { users: Math.max(1000, Math.round(given.interactions / 66)), words: 12, format: "csv", ...given };
}

async function measure(size: ScaleSize, only: readonly string[] | undefined): Promise<Stages> {
  const work = mkdtempSync(join(tmpdir(), "cicerone-scale-"));
  try {
    const folder = join(work, "data");
    const home = join(work, "home");
    mkdirSync(folder);
    await writeScaleData(folder, size);
    const stage = (name: string): Measured | undefined =>
      only === undefined || only.includes(name) ? inOwnProcess(name, home, folder) : undefined;
    const measured = {
      import: stage("import"),
      fit: stage("fit"),
      open: stage("open"),
      retrieve: stage("retrieve"),
    };
    return { ...measured, disk: bytesBelow(home) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function inOwnProcess(stage: string, home: string, folder: string): Measured {
  const url = new URL("scale-stages.ts", import.meta.url).href;
  const script = `
    const { STAGES } = await import(${JSON.stringify(url)});
    const started = performance.now();
    const figures = await STAGES[${JSON.stringify(stage)}](${JSON.stringify(home)}, ${JSON.stringify(folder)});
    const seconds = (performance.now() - started) / 1000;
    console.log(JSON.stringify({ seconds, mebibytes: process.resourceUsage().maxRSS / 1024, figures }));`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the stage ${stage} ended with ${status}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

function report(size: ScaleSize, stages: Stages): void {
  const { interactions, items, words } = size;
  const many = items >= 500_000;
  const what = `${count(interactions)} interactions × ${count(items)} items (${words} words)`;
  console.log(`\n${what}`);
  const told = (name: string, measured: Measured | undefined, bar: string): void => {
    if (measured === undefined) return;
    const extra = typeof measured.figures.scorer === "string" ? ` ${measured.figures.scorer}` : "";
    line(`  ${name}${extra}`, `${measured.seconds.toFixed(1)} s, ${measured.mebibytes.toFixed(0)} MiB`, bar);
  };
  told("import", stages.import, many ? "import and fit ≤ 600 s, < 6 GiB" : "≤ 60 s, < 4 GiB");
  told("fit", stages.fit, many ? "" : "< 4 GiB");
  const open = stages.open?.figures;
  if (open !== undefined) {
    line("  open", `${Number(open.opened).toFixed(1)} s, ${stages.open?.mebibytes.toFixed(0)} MiB`, "");
    line("  whole turn: first, median of others", `${ms(open.first)}, ${ms(open.turn)}`, "");
  }
  const retrieve = stages.retrieve?.figures;
  if (retrieve !== undefined)
    line("  retrieval of a turn: median, 95th", `${ms(retrieve.median)}, ${ms(retrieve.p95)}`, "≤ 50 ms");
  line("  on disk", `${(stages.disk / MIB).toFixed(0)} MiB`, "");
}

const HEADER = `| interactions | items | words | import s | MiB | fit s | MiB | scorer | open s | MiB | turn ms | retrieval ms, median / 95th | disk MiB |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |`;

function row(size: ScaleSize, { import: imported, fit, open, retrieve, disk }: Stages): string {
  const cells = [
    count(size.interactions),
    count(size.items),
    String(size.words),
    imported?.seconds.toFixed(1),
    imported?.mebibytes.toFixed(0),
    fit?.seconds.toFixed(1),
    fit?.mebibytes.toFixed(0),
    fit?.figures.scorer,
    open === undefined ? undefined : Number(open.figures.opened).toFixed(1),
    open?.mebibytes.toFixed(0),
    open === undefined ? undefined : Number(open.figures.turn).toFixed(0),
    retrieve === undefined
      ? undefined
      : `${Number(retrieve.figures.median).toFixed(0)} / ${Number(retrieve.figures.p95).toFixed(0)}`,
    (disk / MIB).toFixed(0),
  ];
  return `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
}

function ms(value: number | string | undefined): string {
  return `${Number(value).toFixed(0)} ms`;
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
