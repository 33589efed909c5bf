import { nearest } from "../../memory/nearest.ts";

/** What a slash command makes happen; whoever holds the conversation does it. */
export type SlashAction =
  | { readonly kind: "help" }
  | { readonly kind: "memory" }
  /** `number` counts from 1; undefined = every item on the table. */
  | { readonly kind: "why"; readonly number: number | undefined }
  | { readonly kind: "plan" }
  | { readonly kind: "quit" }
  /** A sentence said to the agent in the person's stead. */
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "mistake"; readonly message: string; readonly hint: string };

/** The catalogue's rating scale. */
interface Scale {
  readonly min: number;
  readonly max: number;
}

export interface SlashCommand {
  readonly name: string;
  /** "/rate N V", as help shows it. */
  readonly usage: string;
  readonly purpose: string;
  readonly parse: (words: readonly string[], command: SlashCommand, scale: Scale | undefined) => SlashAction;
}

/** Every slash command there is. Help, completion and the nearest name come from this table. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  { name: "help", usage: "/help", purpose: "what you can type", parse: () => ({ kind: "help" }) },
  { name: "memory", usage: "/memory", purpose: "what I remember of you", parse: () => ({ kind: "memory" }) },
  { name: "why", usage: "/why [N]", purpose: "every reason for item N, with evidence", parse: parseWhy },
  {
    name: "plan",
    usage: "/plan",
    purpose: "how the last answer came about",
    parse: () => ({ kind: "plan" }),
  },
  {
    name: "undo",
    usage: "/undo",
    purpose: "go back one turn",
    parse: () => ({ kind: "say", text: "undo" }),
  },
  { name: "seen", usage: "/seen N", purpose: "you know item N already", parse: parseSeen },
  { name: "rate", usage: "/rate N V", purpose: "give item N the rating V", parse: parseRate },
  { name: "quit", usage: "/quit", purpose: "leave", parse: () => ({ kind: "quit" }) },
];

export function isSlash(line: string): boolean {
  return /^\/[a-z?]/i.test(line.trimStart());
}

/** Parses a line that `isSlash`; a mistake names what would have been valid. */
export function parseSlash(line: string, scale?: Scale): SlashAction {
  const [name = "", ...words] = line.trim().slice(1).split(/\s+/);
  const asked = name.toLowerCase();
  const command = SLASH_COMMANDS.find((candidate) => candidate.name === asked);
  if (command !== undefined) return command.parse(words, command, scale);
  const names = SLASH_COMMANDS.map((candidate) => candidate.name);
  const meant = names.find((candidate) => candidate.startsWith(asked)) ?? nearest(asked, names);
  return {
    kind: "mistake",
    message: `There is no /${name}.`,
    hint:
      meant === undefined ? `There are ${names.map((n) => `/${n}`).join(" ")}.` : `Did you mean /${meant}?`,
  };
}

function parseWhy(words: readonly string[], command: SlashCommand): SlashAction {
  const [word] = words;
  if (word === undefined) return { kind: "why", number: undefined };
  const number = positionOf(word);
  return number === undefined ? wrongNumber(word, command) : { kind: "why", number };
}

function parseSeen(words: readonly string[], command: SlashCommand): SlashAction {
  const number = positionOf(words[0]);
  return number === undefined
    ? wrongNumber(words[0], command)
    : { kind: "say", text: `I have seen number ${number}` };
}

function parseRate(words: readonly string[], command: SlashCommand, scale: Scale | undefined): SlashAction {
  const number = positionOf(words[0]);
  if (number === undefined) return wrongNumber(words[0], command);
  const value = Number(words[1]);
  if (words[1] === undefined || !Number.isFinite(value)) return wrongNumber(words[1], command);
  if (scale !== undefined && (value < scale.min || value > scale.max)) {
    return {
      kind: "mistake",
      message: `${value} is not on the scale.`,
      hint: `Ratings here go from ${scale.min} to ${scale.max}.`,
    };
  }
  return { kind: "say", text: `I rate number ${number} ${value}` };
}

function positionOf(word: string | undefined): number | undefined {
  const digits = /^#?(\d{1,2})$/.exec(word ?? "")?.[1];
  const number = Number(digits);
  return digits === undefined || number < 1 ? undefined : number;
}

function wrongNumber(word: string | undefined, command: SlashCommand): SlashAction {
  return {
    kind: "mistake",
    message: word === undefined ? `/${command.name} needs a number.` : `“${word}” is not a number I can use.`,
    hint: `Write ${command.usage}: N is the number on a card${command.name === "rate" ? ", V a rating" : ""}.`,
  };
}
