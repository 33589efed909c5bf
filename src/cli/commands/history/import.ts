import { type Command, Option } from "commander";
import { newCommand, numberOption, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, userOf, withRecommender } from "../../open.ts";
import { narrate, print, printJson } from "../../terminal.ts";

interface ImportValues extends SharedValues {
  readonly as?: "seen" | "wanted" | "liked";
  readonly outOf?: number;
  readonly profile?: string;
  readonly unmatched?: string;
  readonly dryRun?: boolean;
}

export function historyImportCommand(cli: Cli): Command {
  const command = newCommand("import", "read exports of other services, recognised by their columns", [
    { command: "cicerone history import letterboxd-export.zip --user ada", purpose: "zip, folder or files" },
    { command: "cicerone history import ratings.csv --dry-run", purpose: "only say what would happen" },
    { command: "cicerone history import ratings.unmatched.csv --user ada", purpose: "what you corrected" },
  ]);
  return withShared(command, "data", "user", "json")
    .argument(
      "<file...>",
      "Letterboxd, IMDb, Trakt, Goodreads, StoryGraph, Netflix, or a table with a column of titles",
    )
    .addOption(
      new Option("--as <meaning>", "what a list means whose columns do not say").choices([
        "seen",
        "wanted",
        "liked",
      ]),
    )
    .option(
      "--out-of <rating>",
      "the best rating of a plain table (default: 5, 10 or 100, by what is in it)",
      numberOption,
    )
    .option("--profile <name>", "whose rows, where several people share the file")
    .option("--unmatched <file>", "where rows go that no item was found for (default: beside the first file)")
    .option("--dry-run", "say what would happen, and keep nothing")
    .action((paths: string[], values: ImportValues) =>
      withRecommender(cli, values, async ({ catalogue, users }) => {
        const { terminal } = cli;
        const user = await userOf(values);
        const { historyFiles } = await import("../../../history/history-files.ts");
        const { planHistoryImport } = await import("../../../history/import-history.ts");
        const { importSummary, summaryLines } = await import("../../history-lines.ts");
        const { keepUnmatched } = await import("../../../history/unmatched-file.ts");
        const files = await historyFiles(paths, terminal.interrupted);
        const plan = planHistoryImport({
          files,
          catalogue,
          users,
          user,
          as: values.as,
          outOf: values.outOf,
          profile: values.profile,
          clock: terminal.clock,
          signal: terminal.interrupted,
        });
        const kept = values.dryRun !== true;
        // First the rows that found no item: if they cannot be written, nothing is kept at all.
        const unmatchedFile = kept
          ? keepUnmatched(plan.unmatched, catalogue, { inputs: paths, chosen: values.unmatched })
          : undefined;
        if (kept) plan.keep();
        const summary = importSummary(plan, { kept, unmatchedFile, catalogue, users, user });
        if (values.json === true) return printJson(terminal, summary);
        for (const line of summaryLines(plan, summary)) await print(terminal, line);
        if (!kept) narrate(terminal, "Nothing was kept: this was a dry run.");
      }),
    );
}
