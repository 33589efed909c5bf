import type { Command } from "commander";
import { sanitiseLine } from "../../../sanitise.ts";
import { newCommand, withShared } from "../../new-command.ts";
import type { Cli, SharedValues } from "../../open.ts";
import { narrate, print, printJson } from "../../terminal.ts";
import { writeNewFile } from "../../write-new-file.ts";

interface InitValues extends SharedValues {
  readonly name?: string;
  readonly out?: string;
  readonly force?: boolean;
}

export function initCommand(cli: Cli): Command {
  const command = newCommand("init", "look at your files and propose a descriptor", [
    { command: "cicerone data init books.csv ratings.csv", purpose: "items and interactions" },
    { command: "cicerone data init purchases.parquet --name shop", purpose: "one wide table with both" },
  ]);
  return withShared(command, "json")
    .argument("<file...>", "CSV, TSV, JSON, JSON lines or Parquet; .gz too")
    .option("--name <name>", "the dataset's name (default: the items file's)")
    .option("--out <file>", "the descriptor to write (default: <name>.yaml beside the files)")
    .option("--force", "overwrite it")
    .action(async (files: readonly string[], values: InitValues) => {
      const { terminal } = cli;
      const { join } = await import("node:path");
      const { proposeDescriptor } = await import("../../../../memory/datasets/proposing/propose.ts");
      const proposal = await proposeDescriptor({ files, name: values.name, signal: terminal.interrupted });
      const path = values.out ?? join(proposal.folder, `${proposal.name}.yaml`);
      writeNewFile(path, proposal.yaml, values.force === true);
      if (values.json === true) return printJson(terminal, { path, ...proposal });
      await print(terminal, sanitiseLine(path));
      for (const line of proposal.evidence) narrate(terminal, `  ${sanitiseLine(line)}`);
      const from = values.out === undefined ? "" : ` --from ${sanitiseLine(proposal.folder)}`;
      narrate(terminal, "These are guesses: read them, mend them, then");
      narrate(terminal, `  cicerone data check ${sanitiseLine(path)}${from}`);
      narrate(terminal, `  cicerone data import ${sanitiseLine(path)}${from}`);
    });
}
