import type { Command } from "commander";
import { askCommand } from "./commands/ask.ts";
import { chatCommand } from "./commands/chat.ts";
import { dataCommand } from "./commands/data.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { explainCommand } from "./commands/explain.ts";
import { historyCommand } from "./commands/history.ts";
import { memoryCommand } from "./commands/memory.ts";
import { rateCommand } from "./commands/rate.ts";
import { recommendCommand } from "./commands/recommend.ts";
import { testCommand } from "./commands/test.ts";
import { trainCommand } from "./commands/train.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { newCommand } from "./new-command.ts";
import type { Cli } from "./open.ts";

/** Every command there is, in the order help lists them. The first is what happens without one. */
const COMMANDS: readonly ((cli: Cli) => Command)[] = [
  chatCommand,
  askCommand,
  recommendCommand,
  rateCommand,
  explainCommand,
  historyCommand,
  memoryCommand,
  dataCommand,
  trainCommand,
  evaluateCommand,
  testCommand,
  doctorCommand,
];

/** The whole command line: what parses is what help shows. */
export function buildProgram(cli: Cli, version: string): Command {
  const { terminal } = cli;
  const program = newCommand("cicerone", "A guide who recommends, says why, and remembers.", [
    { command: "cicerone", purpose: "talk about the demo's films" },
    { command: 'cicerone ask "something like Heat, shorter than two hours"', purpose: "one answer" },
    { command: "cicerone doctor", purpose: "what is here, what is missing" },
  ])
    .version(version, "--version", "show the version")
    .usage("[command] [options]")
    .addHelpText("after", () => `\n${exitCodeText()}\n\n${ENVIRONMENT_TEXT}`);
  COMMANDS.forEach((make, index) => {
    program.addCommand(withOutput(make(cli), cli), { isDefault: index === 0 });
  });
  return withOutput(program, cli, terminal.stdout.columns);
}

function withOutput(command: Command, cli: Cli, columns = cli.terminal.stdout.columns): Command {
  const { stdout, stderr } = cli.terminal;
  for (const child of command.commands) withOutput(child, cli, columns);
  return command.configureOutput({
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    outputError: () => undefined,
    getOutHelpWidth: () => columns ?? 100,
    getOutHasColors: () => false,
  });
}

function exitCodeText(): string {
  const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);
  return `Exit codes:\n${rows.join("\n")}`;
}

const ENVIRONMENT_TEXT = `Environment:
  CICERONE_HOME      where everything imported, trained and remembered lives
  CICERONE_MIRROR    an https base address to fetch datasets from, below their publishers' host names
  CICERONE_THEME     light or dark: colours for that background (else COLORFGBG, else colours legible on both)
  HTTPS_PROXY        the way out for datasets that are fetched, with NO_PROXY (Node 24 or newer)
  INK_SCREEN_READER  true: the chat in plain lines, to be read aloud, as with --plain
  NO_COLOR           no colour; FORCE_COLOR=1 overrules it`;
