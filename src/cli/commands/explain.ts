import type { Command } from "commander";
import { whyLines } from "../../talk/account.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, type SharedValues, userOf, withRecommender } from "../open.ts";
import { print, printJson } from "../terminal.ts";

export function explainCommand(cli: Cli): Command {
  const command = newCommand("explain", "why an item would suit somebody, with the evidence", [
    { command: 'cicerone explain "Fargo" --user ada', purpose: "every claim and what it rests on" },
  ]);
  return withShared(command, "data", "user", "json")
    .argument("<title...>", "by title or id")
    .action((titles: string[], values: SharedValues) => explain(cli, titles, values));
}

async function explain(cli: Cli, titles: readonly string[], values: SharedValues): Promise<void> {
  const { terminal } = cli;
  const user = await userOf(values);
  const { explainOnce } = await import("../one-shot.ts");
  const { itemsNamed } = await import("../../item-named.ts");
  return withRecommender(cli, values, async (recommender) => {
    const ids = itemsNamed(recommender.catalogue, titles);
    for (const id of ids) {
      const item = await explainOnce(recommender, user, id, terminal.interrupted);
      if (values.json === true) await printJson(terminal, { user, ...item });
      else for (const line of whyLines([item], undefined)) await print(terminal, line);
    }
  });
}
