import type { Command } from "commander";
import type { CheckReport } from "../../../../memory/datasets/checking/check-dataset.ts";
import type { Finding } from "../../../../memory/datasets/checking/finding.ts";
import { CiceroneError } from "../../../../memory/errors.ts";
import { sanitiseLine } from "../../../sanitise.ts";
import { newCommand, withShared } from "../../new-command.ts";
import type { Cli, SharedValues } from "../../open.ts";
import { progressLine } from "../../progress-line.ts";
import { placesText } from "../../row-places.ts";
import { print, printJson } from "../../terminal.ts";

interface CheckValues extends SharedValues {
  readonly from?: string;
  readonly text?: string;
}

export function checkCommand(cli: Cli): Command {
  const command = newCommand("check", "what an import would turn away, and why; nothing is imported", [
    { command: "cicerone data check my.yaml", purpose: "with line numbers and what to write instead" },
  ]);
  return withShared(command, "json")
    .argument("<descriptor>", "a .yaml descriptor")
    .option("--from <dir>", "the folder with its files (default: the descriptor's own)")
    .option("--text <dir>", "the folder with its texts")
    .action(async (path: string, values: CheckValues) => {
      const { terminal } = cli;
      const report = await checked(cli, path, values);
      const errors = report.findings.filter(({ severity }) => severity === "error").length;
      if (values.json === true) await printJson(terminal, { ok: errors === 0, ...report });
      else for (const line of checkLines(report)) await print(terminal, line);
      if (errors === 0) return;
      throw new CiceroneError("check-failed", `${sanitiseLine(path)} cannot be imported as it is.`);
    });
}

async function checked(cli: Cli, path: string, values: CheckValues): Promise<CheckReport> {
  const { terminal } = cli;
  const [{ mkdtemp, rm }, { tmpdir }, { dirname, join }] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("node:path"),
  ]);
  const { readDescriptor } = await import("../../../../memory/datasets/descriptor.ts");
  const { checkDataset } = await import("../../../../memory/datasets/checking/check-dataset.ts");
  const descriptor = readDescriptor(path);
  const scratch = await mkdtemp(join(tmpdir(), "cicerone-check-"));
  const progress = progressLine(terminal);
  try {
    return await checkDataset({
      descriptor,
      from: values.from ?? dirname(path),
      text: values.text,
      scratch,
      clock: terminal.clock,
      onProgress: progress.show,
      signal: terminal.interrupted,
    });
  } finally {
    progress.clear();
    await rm(scratch, { recursive: true, force: true });
  }
}

function checkLines({ name, imported, findings }: CheckReport): string[] {
  const kept =
    imported === undefined
      ? []
      : [
          `${name}: ${imported.items.kept} of ${imported.items.read} items, ${imported.interactions.kept} of ${imported.interactions.read} interactions, ${imported.users} users`,
        ];
  if (findings.length === 0) return [...kept, "Nothing to complain of."];
  return [...kept, ...findings.flatMap(findingLines)];
}

function findingLines(finding: Finding): string[] {
  const { severity, what, count, examples, advice } = finding;
  const places = placesText(finding);
  return [
    `${severity === "error" ? "ERROR   " : "warning "}${count === undefined ? "" : `${count.toLocaleString("en")} × `}${sanitiseLine(what)}`,
    ...(places === "" ? [] : [`        ${places}`]),
    ...examples.map((example) => `        ${sanitiseLine(example)}`),
    ...(advice === undefined ? [] : [`        → ${sanitiseLine(advice)}`]),
  ];
}
