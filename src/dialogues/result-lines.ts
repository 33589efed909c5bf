import { sanitise, sanitiseLine } from "../sanitise.ts";
import type { TurnResult } from "./judge-turn.ts";
import { placeText } from "./problem.ts";
import type { DialogueResult } from "./run-dialogue.ts";
import type { Run } from "./run-dialogues.ts";

const LONGEST_REPLY = 300;

/** A dialogue as a person reads it: a line where it holds; where not, each turn that falls short with what came instead. */
export function resultLines(result: DialogueResult): readonly string[] {
  const { dialogue, passed, turns, milliseconds } = result;
  const expectations = turns.reduce((sum, turn) => sum + turn.expectations, 0);
  const size = `${counted(turns.length, "turn")}, ${expectations === 0 ? "nothing expected" : `${Math.round(milliseconds)} ms`}`;
  const head = `${passed ? "✓" : "✗"} ${sanitiseLine(dialogue.title)}  (${size})`;
  return [head, ...failureLines(result).map((line) => `    ${line}`)];
}

/** What falls short in a dialogue, in a few lines for each turn; none where everything holds. */
export function failureLines({ dialogue, turns }: DialogueResult): readonly string[] {
  return turns
    .filter(({ shortfalls }) => shortfalls.length > 0)
    .flatMap((turn) => turnLines(turn, dialogue.file));
}

/** "12 dialogues, 40 turns: 11 hold, 1 does not. 1.2 s". */
export function summaryLine({ results, left, milliseconds }: Run): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const turns = results.reduce((sum, result) => sum + result.turns.length, 0);
  const parts = [
    `${results.length - failed} hold`,
    ...(failed === 0 ? [] : [`${failed} ${failed === 1 ? "does" : "do"} not`]),
    ...(left.length === 0 ? [] : [`${left.length} not run`]),
  ];
  const all = counted(results.length + left.length, "dialogue");
  return `${all}, ${counted(turns, "turn")}: ${parts.join(", ")}. ${(milliseconds / 1000).toFixed(1)} s`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function turnLines({ seen, shortfalls, line }: TurnResult, file: string): readonly string[] {
  const who = [
    seen.user === "you" ? [] : [`as ${seen.user}`],
    seen.thread === "main" ? [] : [`in ${seen.thread}`],
  ].flat();
  const aside = who.length === 0 ? "" : ` (${sanitiseLine(who.join(", "))})`;
  return [
    `turn ${seen.number}${aside}: “${sanitiseLine(seen.said)}”  ${placeText({ file: sanitiseLine(file), line })}`,
    ...shortfalls.flatMap(({ key, wanted, came, line: where }) => [
      `  ${placeText({ file: sanitiseLine(file), line: where })}  expected ${key}: ${sanitiseLine(wanted)}`,
      `    came: ${sanitiseLine(came)}`,
    ]),
    ...seenLines({ seen }).map((text) => `  ${text}`),
  ];
}

/** What the turn was like: what was recommended under which constraints, and what was said. */
function seenLines({ seen }: Pick<TurnResult, "seen">): readonly string[] {
  const titles = seen.titles.map(sanitiseLine).join(", ");
  const held = seen.constraints.map(sanitiseLine).join(", ");
  const said = sanitise(seen.reply).replace(/\s+/g, " ");
  const reply = said.length > LONGEST_REPLY ? `${said.slice(0, LONGEST_REPLY)}…` : said;
  return [
    `items: ${titles === "" ? "none" : titles}`,
    `constraints: ${held === "" ? "none" : held}`,
    ...(reply === "" ? [] : [`reply: ${reply}`]),
  ];
}
