import type { Command } from "commander";
import type { ChatOptions } from "../../talk/chat.ts";
import { newCommand, withShared } from "../new-command.ts";
import {
  type Cli,
  homeOf,
  type SharedValues,
  type Who,
  whoOf,
  withProgress,
  withRecommender,
} from "../open.ts";

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
  const { config } = terminal;
  const interactive = terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
  const who = await whoOf(terminal, values, interactive);
  if (values.json === true) {
    const { jsonChat } = await import("../json-chat.ts");
    return withRecommender(cli, values, (made) => jsonChat(terminal, made, who));
  }
  const options = optionsOf(cli, values, who);
  if (values.plain === true || !interactive || config.dumbTerminal || config.screenReader) {
    const { plainChat } = await import("../plain-chat.ts");
    const open: ChatOptions["open"] = (data) =>
      withProgress(cli, values, (surroundings) => cli.open({ data, ...surroundings }));
    return plainChat(terminal, { ...options, open });
  }
  const { runChat } = await import("../../ui/run-chat.tsx");
  const ended = await runChat({
    ...options,
    color: config.color !== false,
    background: config.background,
    stdin: process.stdin,
    stdout: process.stdout,
    interrupted: terminal.interrupted,
    open: (data, onProgress, signal) =>
      cli.open({ data, home: homeOf(terminal, values), clock: terminal.clock, onProgress, signal }),
  });
  if (ended.error !== undefined) throw ended.error;
}

/** Whose chat, about what, and where it finds and leaves things. */
function optionsOf({ terminal }: Cli, values: Values, who: Who): Omit<ChatOptions, "open"> {
  return {
    ...who,
    data: values.data,
    datasets: async () => {
      // Loaded here: SQLite is not needed to paint the first frame.
      const { listDatasets } = await import("../../../memory/datasets/open-dataset.ts");
      return listDatasets(homeOf(terminal, values));
    },
    folder: process.cwd(),
    clock: terminal.clock,
  };
}
