import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { NameIndex } from "../../tools/language/name-index.ts";
import { nameKey } from "../../tools/language/name-keys.ts";
import { STOP_WORDS } from "../../tools/language/stop-words.ts";
import { sanitiseLine } from "../sanitise.ts";
import type { Table } from "./shown.ts";
import { SLASH_COMMANDS } from "./slash.ts";
import type { SlashCommand } from "./slash-action.ts";
import { titleText } from "./wording.ts";

/** One way to go on. */
export interface Candidate {
  /** What is put into the line. */
  readonly text: string;
  /** What is shown of it. */
  readonly label: string;
}

/** What could stand between `from` and `to` of a line; at least one candidate, the likeliest first. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly Candidate[];
}

/** What a line can be completed from. */
export interface Completable {
  readonly table: Table;
  readonly facets: readonly FacetDeclaration[];
  readonly users: () => readonly string[];
  readonly datasets: () => Promise<readonly string[]>;
  /** Titles and people; filed when first asked for. */
  readonly names: () => Promise<NameIndex>;
}

const MOST_CANDIDATES = 12;
/** No longer run of words is looked up as the beginning of a name. */
const MOST_WORDS = 6;

/** How the line can go on at the cursor: a slash command, its argument, or, anywhere in a sentence, a title or a person. */
export async function complete(
  text: string,
  cursor: number,
  known: Completable,
): Promise<Completion | undefined> {
  const typed = text.slice(0, cursor);
  const command = /^\/(\w*)$/.exec(typed)?.[1];
  if (command !== undefined) return offered(0, cursor, commandsFrom(command));
  const [, name, rest] = /^\/(\w+)\s+(.*)$/s.exec(typed) ?? [];
  if (name !== undefined && rest !== undefined) {
    const argument = SLASH_COMMANDS.find((candidate) => candidate.name === name.toLowerCase())?.argument;
    return offered(cursor - rest.length, cursor, await argumentsFrom(argument, rest, known));
  }
  return nameFrom(typed, await known.names());
}

function commandsFrom(typed: string): Candidate[] {
  return SLASH_COMMANDS.filter((command) => command.name.startsWith(typed.toLowerCase())).map(
    ({ name, usage }) => ({ text: usage === `/${name}` ? usage : `/${name} `, label: usage }),
  );
}

async function argumentsFrom(
  argument: SlashCommand["argument"],
  typed: string,
  known: Completable,
): Promise<Candidate[]> {
  switch (argument) {
    case "place":
      return placesFrom(typed, known);
    case "user":
      return beginningWith(typed, known.users());
    case "dataset":
      return beginningWith(typed, await known.datasets());
    case undefined:
      return [];
  }
}

/** A place by its number or by how its title begins. */
function placesFrom(typed: string, { table, facets }: Completable): Candidate[] {
  const key = nameKey(typed);
  return table.items.flatMap((item, index) => {
    const number = String(index + 1);
    const begun = number.startsWith(typed) || (key !== "" && nameKey(item.title).startsWith(key));
    return begun ? [{ text: number, label: `${number} ${titleText(item, facets)}` }] : [];
  });
}

function beginningWith(typed: string, choices: readonly string[]): Candidate[] {
  return choices
    .filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase()))
    .map((choice) => ({ text: choice, label: choice }));
}

/** The longest run of words up to the cursor that begins a name. */
function nameFrom(typed: string, names: NameIndex): Completion | undefined {
  if (/\s$/u.test(typed)) return undefined;
  const starts = [...typed.matchAll(/[\p{L}\p{N}][^\s,;"“”()[\]]*/gu)].slice(-MOST_WORDS);
  const runs = starts.map((start) => typed.slice(start.index));
  // "like wa" is more often something like WALL·E than the beginning of "Like Water for Chocolate".
  const [doubtful, plain] = [runs.filter(isDoubtful), runs.filter((run) => !isDoubtful(run))];
  for (const run of [...plain, ...doubtful]) {
    const found = names.starting(run, MOST_CANDIDATES).map(sanitiseLine);
    const candidates = found.map((name) => ({ text: name, label: name }));
    if (found.length > 0) return offered(typed.length - run.length, typed.length, candidates);
  }
  return undefined;
}

function isDoubtful(run: string): boolean {
  const words = nameKey(run).split(" ");
  return words.length === 2 && STOP_WORDS.has(words[0] ?? "");
}

function offered(from: number, to: number, candidates: readonly Candidate[]): Completion | undefined {
  return candidates.length === 0 ? undefined : { from, to, candidates: candidates.slice(0, MOST_CANDIDATES) };
}
