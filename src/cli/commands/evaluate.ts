import type { Command } from "commander";
import { newCommand } from "../new-command.ts";
import type { Cli } from "../open.ts";
import { allCommand } from "./evaluate/all.ts";
import { coldStartCommand } from "./evaluate/cold-start.ts";
import { conversationCommand } from "./evaluate/conversation.ts";
import { explanationCommand } from "./evaluate/explanation.ts";
import { pipelineCommand } from "./evaluate/pipeline.ts";
import { rankingCommand } from "./evaluate/ranking.ts";
import { ratingCommand } from "./evaluate/rating.ts";
import { retrievalCommand } from "./evaluate/retrieval.ts";
import { summaryCommand } from "./evaluate/summary.ts";

export function evaluateCommand(cli: Cli): Command {
  return newCommand("evaluate", "measure, with protocol and interval beside every number", [
    { command: "cicerone evaluate ranking --data ml-100k", purpose: "all scorers, leave-one-out" },
    { command: "cicerone evaluate retrieval --html page.html", purpose: "one page with tables and plots" },
    {
      command: "cicerone evaluate ranking --json > before.json",
      purpose: "for a program, or to --compare with",
    },
  ])
    .addCommand(retrievalCommand(cli))
    .addCommand(rankingCommand(cli))
    .addCommand(pipelineCommand(cli))
    .addCommand(ratingCommand(cli))
    .addCommand(coldStartCommand(cli))
    .addCommand(explanationCommand(cli))
    .addCommand(summaryCommand(cli))
    .addCommand(conversationCommand(cli))
    .addCommand(allCommand(cli));
}
