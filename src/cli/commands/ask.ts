import type { Command } from "commander";
import { sanitise } from "../../sanitise.ts";
import { answerLines } from "../../talk/prose.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, type SharedValues, whoOf, withRecommender } from "../open.ts";
import { narrate, narrateSimulation, print, printJson } from "../terminal.ts";

export function askCommand(cli: Cli): Command {
  const command = newCommand("ask", "one question, one answer", [
    { command: 'cicerone ask "something like Heat, shorter than two hours"', purpose: "the answer in prose" },
    { command: 'cicerone ask "90s sci-fi" --json', purpose: "the answer for a program" },
    { command: 'cicerone ask "shorter" --thread t1', purpose: "go on with a conversation" },
  ]);
  return withShared(command, "data", "user", "thread", "json")
    .argument("<sentence...>", "what you want, in your own words")
    .action((words: string[], values: SharedValues) => ask(cli, words.join(" "), values));
}

async function ask(cli: Cli, sentence: string, values: SharedValues): Promise<void> {
  const { terminal } = cli;
  const who = await whoOf(terminal, values, false);
  return withRecommender(cli, values, async (recommender) => {
    const answer = await recommender.session(who).ask(sentence, { signal: terminal.interrupted });
    if (values.json === true) return printJson(terminal, answer);
    narrateSimulation(terminal, recommender.catalogue);
    if (answer.understood !== "") narrate(terminal, `[${sanitise(answer.understood)}]`);
    for (const line of answerLines(answer, recommender.catalogue)) await print(terminal, line);
  });
}
