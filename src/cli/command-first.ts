import type { Command } from "commander";
import { CiceroneError } from "../../memory/errors.ts";
import { nearest } from "../../memory/nearest.ts";
import { SHARED_OPTIONS } from "./new-command.ts";

/**
 * `--home X ask "…"` means `ask --home X "…"`: shared options may stand before the command. A first word that is no
 * command is refused here, with the nearest one, instead of being taken for an argument of the chat.
 */
export function commandFirst(argv: readonly string[], commands: readonly Command[]): string[] {
  const names = [...commands.map((command) => command.name()), "help"];
  const leading: string[] = [];
  let at = 0;
  while (at < argv.length) {
    const length = sharedLength(argv[at] ?? "");
    if (length === 0) break;
    leading.push(...argv.slice(at, at + length));
    at += length;
  }
  const word = argv[at];
  if (word === undefined || word.startsWith("-")) return [...argv];
  if (!names.includes(word)) throw unknownCommand(word, names, ' To ask something: cicerone ask "…".');
  refuseUnknownWithin(
    commands.find((command) => command.name() === word),
    argv[at + 1],
  );
  return [word, ...leading, ...argv.slice(at + 1)];
}

/** "data nope": a group of commands takes one of its own. */
function refuseUnknownWithin(group: Command | undefined, word: string | undefined): void {
  if (group === undefined || group.commands.length === 0 || word === undefined || word.startsWith("-"))
    return;
  const names = [...group.commands.map((command) => command.name()), "help"];
  if (!names.includes(word)) throw unknownCommand(word, names, "", `${group.name()} `);
}

function unknownCommand(
  word: string,
  names: readonly string[],
  otherwise: string,
  group = "",
): CiceroneError {
  const meant = nearest(word, names);
  return new CiceroneError("usage-unknown-command", `There is no command “${group}${word}”.`, {
    hint: meant === undefined ? `There are ${names.join(", ")}.${otherwise}` : `Did you mean ${meant}?`,
  });
}

/** How many words a shared option takes at this place; 0 where it is none. */
function sharedLength(word: string): number {
  for (const make of Object.values(SHARED_OPTIONS)) {
    const option = make();
    if (word === option.long) return option.required ? 2 : 1;
    if (option.required && word.startsWith(`${option.long}=`)) return 1;
  }
  return 0;
}
