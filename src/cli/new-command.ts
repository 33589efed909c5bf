import { Command, InvalidArgumentError, Option } from "commander";

export interface Example {
  readonly command: string;
  readonly purpose: string;
}

/**
 * A command that throws instead of ending the process, tells the nearest valid flag, and whose help begins with examples.
 * Help is made of the very objects that parse.
 */
export function newCommand(name: string, summary: string, examples: readonly Example[]): Command {
  const command = new Command(name)
    .description(summary)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError(true)
    .helpOption("-h, --help", "show this help")
    .configureHelp({ sortOptions: false });
  return examples.length === 0 ? command : command.addHelpText("before", exampleText(examples));
}

/** The options that mean the same wherever they appear. */
export const SHARED_OPTIONS = {
  home: () =>
    new Option("--home <dir>", "where everything lives (default: CICERONE_HOME, else the data folder)"),
  data: () => new Option("--data <name>", "an imported dataset").default("demo"),
  user: () => new Option("--user <name>", "whose memory").default("you"),
  thread: () =>
    new Option(
      "--thread <name>",
      "a conversation to go on with (default: today's on a terminal, else a new one)",
    ),
  json: () => new Option("--json", "data for programs, on stdout"),
  verbose: () => new Option("--verbose", "show where an error came from"),
} as const;

export type SharedOption = keyof typeof SHARED_OPTIONS;

/** Adds the named shared options, and --home and --verbose, which every command has. */
export function withShared(command: Command, ...names: readonly SharedOption[]): Command {
  for (const name of new Set<SharedOption>([...names, "home", "verbose"]))
    command.addOption(SHARED_OPTIONS[name]());
  return command;
}

/** Parses a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least)
      throw new InvalidArgumentError(`It takes a whole number from ${least}.`);
    return value;
  };
}

/** Parses any finite number. */
export function numberOption(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("It takes a number.");
  return value;
}

/** Collects an option that may be given several times. */
export function collect(text: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), text];
}

function exampleText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map((example) => example.command.length));
  const lines = examples.map((example) => `  ${example.command.padEnd(width)}  ${example.purpose}`.trimEnd());
  return `Examples:\n${lines.join("\n")}\n`;
}
