import { nearest } from "../../memory/nearest.ts";
import { SENTENCES } from "./sentences.ts";
import type { SlashAction, SlashCommand } from "./slash-action.ts";
import { aboutPlace, exportTo, plainly, rate, wholeRest, why } from "./slash-parsers.ts";

/** A row of the table below: name, usage, purpose, how it is read, what its argument is. */
function command(
  group: SlashCommand["group"],
  usage: string,
  purpose: string,
  parse: SlashCommand["parse"],
  argument?: SlashCommand["argument"],
): SlashCommand {
  const name = /^\/(\w+)/.exec(usage)?.[1] ?? usage;
  return { name, group, usage, purpose, parse, ...(argument && { argument }) };
}

/** Every slash command there is. Help, completion and the nearest name come from this table. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  command("list", "/why [N]", "every reason for item N, with evidence", why, "place"),
  command("list", "/about N", "what item N is about", aboutPlace(SENTENCES.about), "place"),
  command("list", "/seen N", "you know item N already", aboutPlace(SENTENCES.seen), "place"),
  command("list", "/like N", "you liked item N", aboutPlace(SENTENCES.like), "place"),
  command("list", "/dislike N", "item N was not for you", aboutPlace(SENTENCES.dislike), "place"),
  command("list", "/rate N V", "give item N the rating V", rate, "place"),
  command("list", "/watch N", "keep item N for later", aboutPlace(SENTENCES.watch), "place"),
  command("talk", "/undo", "go back one turn", plainly({ kind: "say", text: "undo" })),
  command("talk", "/plan", "how the last answer came about", plainly({ kind: "plan" })),
  command("talk", "/export [FILE]", "write the talk to a file, as Markdown", exportTo),
  command("talk", "/help", "what you can type", plainly({ kind: "help" })),
  command("talk", "/quit", "leave", plainly({ kind: "quit" })),
  command("place", "/memory", "what I remember of you", plainly({ kind: "memory" })),
  command("place", "/user [NAME]", "who is known here; talk as NAME", wholeRest("user"), "user"),
  command("place", "/data [NAME]", "what is here; talk about NAME", wholeRest("data"), "dataset"),
];

export function isSlash(line: string): boolean {
  return /^\/[a-z?]/i.test(line.trimStart());
}

/** Parses a line that `isSlash`; a mistake names what would have been valid. */
export function parseSlash(line: string, scale?: Parameters<SlashCommand["parse"]>[2]): SlashAction {
  const [, name = "", rest = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  const asked = name.toLowerCase();
  const known = SLASH_COMMANDS.find((candidate) => candidate.name === asked);
  if (known !== undefined) return known.parse(rest, known, scale);
  const names = SLASH_COMMANDS.map((candidate) => candidate.name);
  const meant = names.find((candidate) => candidate.startsWith(asked)) ?? nearest(asked, names);
  return {
    kind: "mistake",
    message: `There is no /${name}.`,
    hint:
      meant === undefined ? `There are ${names.map((n) => `/${n}`).join(" ")}.` : `Did you mean /${meant}?`,
  };
}
