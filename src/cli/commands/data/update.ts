import type { Command } from "commander";
import { updateLines } from "../../import-lines.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, withProgress } from "../../open.ts";
import { narrate, print, printJson } from "../../terminal.ts";

interface UpdateValues extends SharedValues {
  readonly from?: string;
  readonly text?: string;
}

export function updateCommand(cli: Cli): Command {
  const command = newCommand(
    "update",
    "take in what a dataset's files hold by now, and bring its models up to date",
    [
      { command: "cicerone data update books", purpose: "read again the files it was imported from" },
      { command: "cicerone data update books --from ~/news", purpose: "files that hold only what is new" },
    ],
  );
  return withShared(command, "json")
    .argument("<name>", "of an imported dataset")
    .option(
      "--from <dir>",
      "the folder with its files, or with what is new in them (default: the one it was imported from)",
    )
    .option("--text <dir>", "the folder with its texts")
    .action(async (name: string, values: UpdateValues) => {
      const { terminal } = cli;
      const { updatePrepared } = await import("../../../update.ts");
      const { from, text } = values;
      const done = await withProgress(cli, values, (surroundings) =>
        updatePrepared({ name, from, text, ...surroundings }),
      );
      if (values.json === true) return printJson(terminal, done);
      for (const line of updateLines(done.updated, done.fitted)) await print(terminal, line);
      if (done.fitted !== undefined)
        narrate(terminal, "Nothing was taken away: to leave out what is gone, import anew.");
    });
}
