import type { Command } from "commander";
import { cardLines } from "../../talk/prose.ts";
import { parseWhere } from "../../where.ts";
import { collect, newCommand, wholeNumber, withShared } from "../new-command.ts";
import { type Cli, type SharedValues, userOf, withRecommender } from "../open.ts";
import { narrate, narrateSimulation, print, printJson } from "../terminal.ts";

interface Values extends SharedValues {
  readonly like?: readonly string[];
  readonly where?: readonly string[];
  readonly count: number;
}

export function recommendCommand(cli: Cli): Command {
  const command = newCommand("recommend", "a list, without a conversation", [
    { command: "cicerone recommend --user ada", purpose: "for what Ada said before" },
    { command: 'cicerone recommend --like "Heat" "Alien" --count 3', purpose: "like these" },
    { command: 'cicerone recommend --where "genre=Sci-Fi" --where "year<2000"', purpose: "under conditions" },
  ]);
  return withShared(command, "data", "user", "json")
    .option("--like <title...>", "items to go by, by title or id")
    .option(
      "--where <condition>",
      'a condition on a facet: "genre=Drama", "genre=Drama+Crime", "year<2000", "runtime=90..120"',
      collect,
    )
    .option("--count <n>", "how many", wholeNumber(1), 10)
    .action((values: Values) => recommend(cli, values));
}

async function recommend(cli: Cli, values: Values): Promise<void> {
  const { terminal } = cli;
  const user = await userOf(values);
  const { recommendOnce } = await import("../one-shot.ts");
  const { itemNamed } = await import("../../item-named.ts");
  return withRecommender(cli, values, async (recommender) => {
    const { catalogue } = recommender;
    const wish = {
      constraints: (values.where ?? []).map((text) => parseWhere(catalogue, text)),
      like: (values.like ?? []).map((title) => itemNamed(catalogue, title)),
      count: Math.min(values.count, 50),
    };
    const found = await recommendOnce(recommender, user, wish, terminal.interrupted);
    if (values.json === true) return printJson(terminal, found);
    narrateSimulation(terminal, catalogue);
    if (found.items.length === 0) narrate(terminal, `No ${catalogue.noun.one} meets all of that.`);
    for (const line of cardLines(found.items, catalogue)) await print(terminal, line);
  });
}
