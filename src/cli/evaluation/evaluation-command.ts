import type { Command } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import { type Example, newCommand, wholeNumber, withShared } from "../new-command.ts";

/** A protocol's command with the options that all protocols share. */
export function evaluationCommand(name: string, summary: string, examples: readonly Example[]): Command {
  return withShared(newCommand(name, summary, examples), "data", "json")
    .option("--markdown", "tables in Markdown, on stdout")
    .option("--html <file>", "write one page with tables and plots, beside what is printed")
    .option("--compare <file>", "what has changed since a report that --json wrote")
    .option("--against <system>", "the system that the others are compared with (default: the first)")
    .option("--seed <n>", "of everything drawn at random", wholeNumber(0), 1)
    .option("--resamples <n>", "of the bootstrap", wholeNumber(1), 1000)
    .option("--fresh", "measure anew what was measured before with the same code");
}

/** The command as it was typed, for the report that says how it was made. */
export function commandLine(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name());
  const given = command.options.flatMap((option) => {
    if (command.getOptionValueSource(option.attributeName()) !== "cli" || OUTPUTS.has(option.name()))
      return [];
    const value: unknown = command.getOptionValue(option.attributeName());
    const flag = option.long ?? "";
    return typeof value === "boolean" ? [flag] : [flag, String(value)];
  });
  return [...names, ...given].join(" ");
}

/** What says where the report goes, not how it is made. */
const OUTPUTS: ReadonlySet<string> = new Set([
  "json",
  "markdown",
  "html",
  "compare",
  "home",
  "verbose",
  "fresh",
]);

/** "popular, linear" → both names; undefined where nothing was asked for. */
export function namesOf(list: string | undefined): readonly string[] | undefined {
  return list?.split(",").map((part) => part.trim());
}

/** "10,100" → both numbers, ascending. @throws CiceroneError "usage-k" */
export function cutoffsOf(list: string | undefined): readonly number[] | undefined {
  if (list === undefined) return undefined;
  const cutoffs = list.split(",").map(Number);
  if (cutoffs.every((k) => Number.isInteger(k) && k >= 1)) return [...new Set(cutoffs)].sort((a, b) => a - b);
  throw new CiceroneError("usage-k", `“${list}” is no list of cut-offs.`, {
    hint: "Write whole numbers from 1, by comma: --k 10,100",
  });
}
