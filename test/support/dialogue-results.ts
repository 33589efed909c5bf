import type { SayStep } from "../../src/dialogues/check-dialogue.ts";
import { itemNames } from "../../src/dialogues/item-names.ts";
import { judged, type Shortfall, type TurnResult } from "../../src/dialogues/judge-turn.ts";
import { dialoguesIn, type ReadDialogue } from "../../src/dialogues/read-dialogues.ts";
import type { DialogueResult } from "../../src/dialogues/run-dialogue.ts";
import type { SeenTurn } from "../../src/dialogues/seen-turn.ts";
import { filmCatalogue } from "../fixtures/films.ts";
import { seenTurn } from "./seen-turn.ts";

const catalogue = filmCatalogue();
const names = itemNames(catalogue);

/** The first dialogue of a text, as it is read from this file. */
export function readDialogue(text: string, file = "dialogues/d.yaml"): ReadDialogue {
  const { dialogues, problems } = dialoguesIn(text, file);
  const [dialogue] = dialogues;
  if (dialogue === undefined) throw new Error(`no dialogue: ${JSON.stringify(problems)}`);
  return dialogue;
}

/** How a dialogue went of which this was seen, turn by turn; `shortfalls` of the last one. */
export function resultOf(
  dialogue: ReadDialogue,
  seen: readonly SeenTurn[],
  shortfalls: readonly Shortfall[] = [],
): DialogueResult {
  const turns = seen.map((turn, at) => turnResult(dialogue, turn, at));
  const last = turns.at(-1);
  return {
    dialogue,
    turns: last === undefined ? [] : [...turns.slice(0, -1), { ...last, shortfalls }],
    passed: shortfalls.length === 0,
    milliseconds: 1234.5,
  };
}

function turnResult(dialogue: ReadDialogue, seen: SeenTurn, at: number): TurnResult {
  const turn = dialogue.turns.filter((one) => "say" in one)[at] ?? { say: "" };
  const step: SayStep = {
    kind: "say",
    number: seen.number,
    at: dialogue.turns.indexOf(turn),
    turn,
    line: dialogue.lineAt(["turns", at]),
    checks: Object.keys(turn.expect ?? {}).map((key) => ({
      key: key as "count",
      wanted: "",
      line: 1,
      judge: () => undefined,
    })),
  };
  return judged(step, seen, { catalogue, names, earlier: [] });
}

/** One that holds, one that falls short in its second turn with all that makes output difficult, one that was not answered. */
export function threeResults(): readonly DialogueResult[] {
  const fine = readDialogue("title: Fine\nturns: [{ say: hi }]", "dialogues/a.yaml");
  const short = readDialogue(
    "title: 'Less # than \\ 100 % <fine> & “good”'\nturns:\n  - say: hi\n  - say: \"bye\\e[31m\"\n    expect:\n      count: 5\n",
  );
  const failed = readDialogue("title: Not answered\nturns: [{ say: hi }]");
  const bye = seenTurn(["Heat", "Alien"], {
    number: 2,
    said: "bye\u001b[31m",
    user: "ada",
    constraints: ["genre!=Horror"],
    reply: "One <b>\nok 7 - two & three\u0000\ud800",
  });
  return [
    resultOf(fine, [seenTurn([])]),
    resultOf(short, [seenTurn([]), bye], [{ key: "count", wanted: "5", came: "2", line: 6 }]),
    resultOf(
      failed,
      [seenTurn([])],
      [{ key: "answer", wanted: "any", came: "Too long. (budget-exceeded)", line: 2 }],
    ),
  ];
}
