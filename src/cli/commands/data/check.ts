import { dirname } from "node:path";
import type { Command } from "commander";
import type { CheckReport } from "../../../../memory/datasets/checking/check-dataset.ts";
import type { Finding } from "../../../../memory/datasets/checking/finding.ts";
import type { Descriptor } from "../../../../memory/datasets/descriptor.ts";
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
    .argument("<descriptor>", "a .yaml descriptor, or a name that `data list` shows")
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
  const [{ mkdtemp, rm }, { tmpdir }, { join }] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("node:path"),
  ]);
  const { readDescriptor } = await import("../../../../memory/datasets/descriptor.ts");
  const { builtInDescriptor } = await import("../../../../memory/datasets/built-in.ts");
  const { checkDataset } = await import("../../../../memory/datasets/checking/check-dataset.ts");
  const { descriptor, from } = whatToCheck(path, values.from, { readDescriptor, builtInDescriptor });
  const scratch = await mkdtemp(join(tmpdir(), "cicerone-check-"));
  const progress = progressLine(terminal);
  try {
    return await checkDataset({
      descriptor,
      from,
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

interface Readers {
  readonly readDescriptor: (path: string) => Descriptor;
  readonly builtInDescriptor: (name: string) => Descriptor;
}

function whatToCheck(
  name: string,
  from: string | undefined,
  { readDescriptor, builtInDescriptor }: Readers,
): { readonly descriptor: Descriptor; readonly from: string } {
  if (/\.ya?ml$/i.test(name)) return { descriptor: readDescriptor(name), from: from ?? dirname(name) };
  if (name === "demo")
    throw new CiceroneError("usage-folder", "The demo comes with the program: it has no files to check.");
  const descriptor = builtInDescriptor(name);
  if (from !== undefined) return { descriptor, from };
  throw new CiceroneError(
    "no-folder",
    `The files of ${name} are to be checked, and it is not said where they are.`,
    {
      hint: `Name their folder: cicerone data check ${name} --from DIR`,
    },
  );
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
