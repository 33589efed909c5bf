import type { Command } from "commander";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Opinion } from "../../../tools/rate.ts";
import { sanitiseLine } from "../../sanitise.ts";
import { ratingText } from "../../talk/wording.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, type SharedValues, userOf, withRecommender } from "../open.ts";
import { narrateSimulation, print, printJson } from "../terminal.ts";

export function rateCommand(cli: Cli): Command {
  const command = newCommand("rate", "what somebody would rate an item, and why", [
    { command: 'cicerone rate "Fargo" --user ada', purpose: "a rating with its interval" },
    { command: 'cicerone rate "Fargo" "Heat" --json', purpose: "several, for a program" },
  ]);
  return withShared(command, "data", "user", "json")
    .argument("<title...>", "by title or id")
    .action((titles: string[], values: SharedValues) => rate(cli, titles, values));
}

async function rate(cli: Cli, titles: readonly string[], values: SharedValues): Promise<void> {
  const { terminal } = cli;
  const user = await userOf(values);
  const { rateOnce } = await import("../one-shot.ts");
  const { itemsNamed } = await import("../../item-named.ts");
  return withRecommender(cli, values, async (recommender) => {
    const items = itemsNamed(recommender.catalogue, titles);
    if (values.json !== true) narrateSimulation(terminal, recommender.catalogue);
    for (const item of items) {
      const opinion = await rateOnce(recommender, user, item, terminal.interrupted);
      if (values.json === true) await printJson(terminal, { user, ...opinion });
      else for (const line of opinionLines(opinion, recommender.catalogue)) await print(terminal, line);
    }
  });
}

function opinionLines(opinion: Opinion, catalogue: Catalogue): string[] {
  const title = sanitiseLine(opinion.title);
  const { prediction, basis } = opinion;
  if (prediction === undefined) return [`${title}: there are no ratings here to predict one from.`];
  const scale =
    catalogue.scale === undefined ? "" : ` on a scale from ${catalogue.scale.min} to ${catalogue.scale.max}`;
  const level = Math.round(100 * prediction.level);
  return [
    `${title}: ${ratingText(prediction)}${scale}; the interval holds ${level} % of the time`,
    `   rests on ${basis === 0 ? "what others gave: you have rated nothing here yet" : `${basis} of your own ratings`}`,
    ...opinion.claims.map((claim) => `   ${sanitiseLine(claim.claim)}`),
  ];
}
