import { SLASH_COMMANDS } from "./slash.ts";
import type { SlashGroup } from "./slash-action.ts";

const HEADINGS: Readonly<Record<SlashGroup, string>> = {
  list: "About the list (N is the number on a card):",
  talk: "This talk:",
  place: "You, and the data:",
};

/** What one can say and type. `keys`: lines about keys, where a surface has some. */
export function helpLines(many: string, keys: readonly string[]): string[] {
  const width = Math.max(...SLASH_COMMANDS.map((command) => command.usage.length));
  const groups = Object.entries(HEADINGS).flatMap(([group, heading]) => [
    heading,
    ...SLASH_COMMANDS.filter((command) => command.group === group).map(
      (command) => `  ${command.usage.padEnd(width)}  ${command.purpose}`,
    ),
  ]);
  return [
    `Say what you want in your own words: kinds of ${many}, people, years, lengths, “like …”, “without …”.`,
    "Then refine: “shorter”, “newer”, “more like the second”, “seen the first”, “why?”, “undo”.",
    ...groups,
    ...(keys.length === 0 ? [] : ["Keys:", ...keys.map((key) => `  ${key}`)]),
  ];
}
