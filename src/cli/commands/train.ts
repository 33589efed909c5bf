import type { Command } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import { nearest } from "../../../memory/nearest.ts";
import { SCORER_KINDS, type ScorerKind } from "../../training/choose-scorer.ts";
import { fittedLines } from "../import-lines.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, type SharedValues, withProgress } from "../open.ts";
import { print, printJson } from "../terminal.ts";

export function trainCommand(cli: Cli): Command {
  const command = newCommand("train", "fit an imported dataset's models anew: scorer, rater, text index", [
    { command: "cicerone train --data ml-1m", purpose: "the scorer is chosen by the catalogue's size" },
    {
      command: "cicerone train linear --data ml-1m",
      purpose: "item-item weights, most accurate: thousands of items",
    },
    { command: "cicerone train factors --data ml-1m", purpose: "vectors: up to millions of items" },
  ]).argument("[scorer]", `${SCORER_KINDS.join(" or ")} (default: by size)`);
  return withShared(command, "data", "json").action(
    async (scorer: string | undefined, values: SharedValues) => {
      const { terminal } = cli;
      const kind = kindNamed(scorer);
      const { fitModels } = await import("../../prepare.ts");
      const fitted = await withProgress(cli, values, (surroundings) =>
        fitModels({ name: values.data, scorer: kind, ...surroundings }),
      );
      if (values.json === true) return printJson(terminal, fitted);
      for (const line of fittedLines(fitted)) await print(terminal, line);
    },
  );
}

function kindNamed(name: string | undefined): ScorerKind | undefined {
  const kind = SCORER_KINDS.find((each) => each === name);
  if (name === undefined || kind !== undefined) return kind;
  const meant = nearest(name, SCORER_KINDS);
  throw new CiceroneError("usage-scorer", `There is no scorer “${name}” to train.`, {
    hint: meant === undefined ? `There are ${SCORER_KINDS.join(" and ")}.` : `Did you mean ${meant}?`,
  });
}
