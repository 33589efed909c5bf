import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { type BadCase, writeGood } from "../../../support/bad-input/bad-case.ts";
import { DESCRIPTOR_CASES } from "../../../support/bad-input/descriptor-cases.ts";
import { FILE_CASES } from "../../../support/bad-input/file-cases.ts";
import { ROW_CASES } from "../../../support/bad-input/row-cases.ts";
import { runScripted } from "../../../support/scripted-terminal.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const DOCUMENT = join(ROOT, "docs/bad-input.md");
const root = mkdtempSync(join(tmpdir(), "cicerone-bad-"));
const goodHome = join(root, "good-home");
/** Title of a case → what was said. */
const said = new Map<string, string>();

beforeAll(async () => {
  const folder = join(root, "good");
  mkdirSync(folder);
  writeGood(folder);
  const { code, stderr } = await importing(folder, goodHome);
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function importing(folder: string, home: string) {
  const environment = { CICERONE_HOME: home };
  return runScripted(["data", "import", join(folder, "books.yaml")], { environment });
}

/** A folder with the good files, and a home with a snapshot of them. */
function fresh(): { folder: string; home: string } {
  const place = mkdtempSync(join(root, "case-"));
  const [folder, home] = [join(place, "tables"), join(place, "home")];
  mkdirSync(folder);
  writeGood(folder);
  cpSync(goodHome, home, { recursive: true });
  return { folder, home };
}

/** Nothing but whole snapshots; the dataset opens. */
function expectWhole(home: string): void {
  expect(readdirSync(join(home, "datasets"))).toEqual(["books"]);
  const { catalogue } = openDataset(home, "books");
  expect(catalogue.size).toBeGreaterThanOrEqual(1);
  catalogue.close();
}

function manifest(home: string): string {
  return readFileSync(join(home, "datasets/books/manifest.json"), "utf8");
}

describe.each([
  ["file", FILE_CASES],
  ["row", ROW_CASES],
  ["descriptor", DESCRIPTOR_CASES],
])("a bad %s", (_kind, cases) => {
  it.each(cases.map((bad): [string, BadCase] => [bad.title, bad]))(
    "is said in words, and nothing half imported is seen: %s",
    async (title, { spoil, outcome, says }) => {
      const { folder, home } = fresh();
      spoil(folder);
      const { code, stdout, stderr } = await importing(folder, home);
      const words = (outcome === "refused" ? complaint(stderr) : losses(stdout)).replaceAll(folder, "DIR");
      said.set(title, words);
      for (const part of says) expect(words).toContain(part);
      expect(code === 0).toBe(outcome === "taken");
      if (outcome === "refused") expect(manifest(home)).toBe(manifest(goodHome));
      expectWhole(home);
    },
  );
});

/** Without the stages that came before. */
function complaint(stderr: string): string {
  return stderr.slice(stderr.indexOf("cicerone: ")).trimEnd();
}

function losses(stdout: string): string {
  return stdout
    .split("\n")
    .filter((line) => /turned away|left out/.test(line))
    .join("\n");
}

const ENTRY = join(ROOT, "src/cli/entry.ts");

/** The program in a process of its own, where the process itself is limited or killed. */
function start(folder: string, home: string, prefix = "") {
  const command = `${prefix}exec "$0" "$1" data import "$2"`;
  return {
    command,
    args: [process.execPath, ENTRY, join(folder, "books.yaml")],
    env: { ...process.env, CICERONE_HOME: home },
  };
}

function runLimited(
  folder: string,
  home: string,
  prefix: string,
  options: { uid?: number; gid?: number } = {},
) {
  const { command, args, env } = start(folder, home, prefix);
  return spawnSync("bash", ["-c", command, ...args], { env, encoding: "utf8", ...options });
}

describe.skipIf(process.platform !== "linux")("a bad machine", () => {
  it("no space left leaves the old snapshot, and no crumbs", () => {
    const { folder, home } = fresh();
    // 8 blocks of 1 KB for any file: the catalogue does not fit. The signal is ignored, so that writing fails.
    const { status, stderr } = runLimited(folder, home, "trap '' XFSZ; ulimit -f 8; ");
    said.set("no space", stderr.replaceAll(home, "HOME").trim());
    expect(status).toBe(1);
    expect(stderr).toContain("Check the folder, your rights and the free space");
    expect(manifest(home)).toBe(manifest(goodHome));
    expectWhole(home);
  });

  it("an import that is killed leaves the old snapshot, and the next one sweeps and succeeds", async () => {
    const { folder, home } = fresh();
    const rows = Array.from(
      { length: 300_000 },
      (_, at) => `u${at % 900},b${1 + (at % 3)},4,${1577836800 + at}\n`,
    );
    writeFileSync(join(folder, "loans.csv"), `reader,isbn,stars,day\n${rows.join("")}`);
    const { args, env } = start(folder, home);
    const child = spawn(args[0] ?? "", [args[1] ?? "", "data", "import", args[2] ?? ""], {
      env,
      stdio: "ignore",
    });
    const ended = new Promise((done) => child.on("close", done));
    const datasets = join(home, "datasets");
    for (let round = 0; round < 2_000 && readdirSync(datasets).length < 2; round++)
      await new Promise((next) => setTimeout(next, 5));
    expect(readdirSync(datasets).some((name) => name.startsWith(".books.importing-"))).toBe(true);
    child.kill("SIGKILL");
    await ended;
    expect(manifest(home)).toBe(manifest(goodHome));
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.size).toBe(3);
    catalogue.close();
    expect(runLimited(folder, home, "").status).toBe(0);
    expectWhole(home);
  });

  it("two imports at once both end well, and one of them stands", async () => {
    const { folder, home } = fresh();
    const results = await Promise.all([importing(folder, home), importing(folder, home)]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expectWhole(home);
  });

  const nobody = { uid: 65_534, gid: 65_534 };
  const drops = process.getuid?.() === 0 && runsAs(nobody);
  it.skipIf(process.getuid?.() === 0 && !drops)(
    "a file that may not be read, and a home that may not be written",
    () => {
      const { folder, home } = fresh();
      const who = process.getuid?.() === 0 ? nobody : {};
      for (const path of [root, join(folder, ".."), folder]) chmodSync(path, 0o755);
      const readOnly = runLimited(folder, join(folder, "no-home"), "", who);
      chmodSync(join(folder, "books.csv"), 0o000);
      const unreadable = runLimited(folder, home, "", who);
      chmodSync(join(folder, "books.csv"), 0o644);
      said.set("a file that may not be read", unreadable.stderr.replaceAll(folder, "DIR").trim());
      expect(unreadable.status).toBe(1);
      expect(unreadable.stderr).toContain("books.csv may not be read");
      expect(manifest(home)).toBe(manifest(goodHome));
      if (process.getuid?.() !== 0) return;
      said.set("a home that may not be written", readOnly.stderr.replaceAll(folder, "DIR").trim());
      expect(readOnly.status).toBe(1);
      expect(readOnly.stderr).toContain("cannot be made");
      expect(existsSync(join(folder, "no-home"))).toBe(false);
    },
  );
});

/** Whether this checkout can be run by somebody without rights. */
function runsAs(who: { uid: number; gid: number }): boolean {
  const { status } = spawnSync(process.execPath, [ENTRY, "--version"], {
    env: { PATH: process.env.PATH },
    ...who,
  });
  return status === 0;
}

it("the document says what the program says", async () => {
  const kinds = [
    ["Files", FILE_CASES],
    ["Rows", ROW_CASES],
    ["Descriptors", DESCRIPTOR_CASES],
  ] as const;
  const sections = kinds.map(([heading, cases]) =>
    [`## ${heading}`, ...cases.map((bad) => section(bad.title, bad.outcome, said.get(bad.title)))].join(
      "\n\n",
    ),
  );
  await expect([INTRODUCTION, ...sections, MACHINES].join("\n\n")).toMatchFileSnapshot(DOCUMENT);
});

function section(title: string, outcome: BadCase["outcome"], words: string | undefined): string {
  if (words === undefined) throw new Error(`${title} did not run`);
  const what = outcome === "refused" ? "refused; the old snapshot stays" : "imported without it";
  return `### ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${what}:\n\n\`\`\`text\n${words}\n\`\`\``;
}

const INTRODUCTION = `# Bad input, and what is said of it

Every case here is run by \`test/memory/datasets/importing/bad-input.test.ts\` through \`cicerone data import\`, which also writes this
document (\`vitest run test/memory/datasets/importing/bad-input.test.ts -u\`). DIR is the folder with the files. An import fills a folder beside
the snapshot and takes its place when it is whole: whatever happens, nothing half imported is seen. \`cicerone data check\`
tells the same with advice, and imports nothing.`;

const MACHINES = `## Machines

- **No space left, or a home that may not be written**: refused with the system's own words; the old snapshot stays, and no crumbs.
- **A file that may not be read**: refused, with the file's name.
- **Killed in the middle**: the old snapshot stays. What was left behind begins with a dot, is never read, and the next import of
  that dataset sweeps it away (six hours later, where another machine left it).
- **Two imports of one dataset at once**: each fills a folder of its own; the last to finish stands.
`;
