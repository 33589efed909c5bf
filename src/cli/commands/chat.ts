import type { Command } from "commander";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues, whoOf, withRecommender } from "../open.ts";

interface Values extends SharedValues {
  readonly plain?: boolean;
}

export function chatCommand(cli: Cli): Command {
  const command = newCommand("chat", "talk (what happens without a command)", [
    { command: "cicerone", purpose: "talk about the demo's films" },
    { command: "cicerone chat --user ada --data ml-1m", purpose: "as Ada, about MovieLens" },
    { command: "echo 'short comedies' | cicerone chat --json", purpose: "events for a program" },
  ]);
  return withShared(command, "data", "user", "thread", "json")
    .option("--plain", "plain lines, for screen readers and logs (without a terminal: always)")
    .action((values: Values) => chat(cli, values));
}

async function chat(cli: Cli, values: Values): Promise<void> {
  const { terminal } = cli;
  const interactive = terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
  const who = await whoOf(terminal, values, interactive);
  if (values.json === true) {
    const { jsonChat } = await import("../json-chat.ts");
    return withRecommender(cli, values, (made) => jsonChat(terminal, made, who));
  }
  if (values.plain === true || !interactive || terminal.config.dumbTerminal) {
    const { plainChat } = await import("../plain-chat.ts");
    return withRecommender(cli, values, (made) => plainChat(terminal, made, who));
  }
  const { runChat } = await import("../../ui/run-chat.tsx");
  const ended = await runChat({
    ...who,
    color: terminal.config.color !== false,
    stdin: process.stdin,
    stdout: process.stdout,
    interrupted: terminal.interrupted,
    open: (onProgress, signal) =>
      cli.open({
        data: values.data,
        home: homeOf(terminal, values),
        clock: terminal.clock,
        onProgress,
        signal,
      }),
  });
  if (ended.error !== undefined) throw ended.error;
}
