import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import { UserId } from "../../memory/ids.ts";
import type { Recommender } from "../recommender.ts";
import type { CheckedDialogue, SayStep } from "./check-dialogue.ts";
import type { Ground } from "./grounds.ts";
import type { ItemNames } from "./item-names.ts";
import type { ReadDialogue } from "./read-dialogues.ts";
import { happened, type SeenMemory, type SeenTurn } from "./seen-turn.ts";
import { statementsOf } from "./statements.ts";

/** An expectation that does not hold. */
export interface Shortfall {
  /** Its key; "answer" where a turn failed that was to be answered. */
  readonly key: string;
  readonly wanted: string;
  readonly came: string;
  /** Where it is written. */
  readonly line: number;
}

export interface TurnResult {
  readonly seen: SeenTurn;
  readonly line: number;
  /** How many expectations there were. */
  readonly expectations: number;
  readonly shortfalls: readonly Shortfall[];
}

export interface DialogueResult {
  readonly dialogue: ReadDialogue;
  readonly turns: readonly TurnResult[];
  readonly passed: boolean;
  readonly milliseconds: number;
}

/**
 * Runs one dialogue: memory and threads begin empty in a folder of their own, which is removed whatever happens. All turns are said,
 * also after one that falls short. Throws CiceroneError `cancelled` where the signal aborts.
 */
export async function runDialogue(
  { read, steps }: CheckedDialogue,
  ground: Ground,
  signal?: AbortSignal,
): Promise<DialogueResult> {
  const start = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "cicerone-dialogue-"));
  let recommender: Recommender | undefined;
  const turns: TurnResult[] = [];
  try {
    for (const step of steps) {
      if (step.kind === "restart") {
        recommender?.close();
        recommender = undefined;
        continue;
      }
      recommender ??= ground.stage.recommender(folder);
      const seen = await say(step, { read, recommender, names: ground.names, signal });
      turns.push(judged(step, seen, turns));
    }
  } finally {
    recommender?.close();
    await rm(folder, { recursive: true, force: true });
  }
  const passed = turns.every(({ shortfalls }) => shortfalls.length === 0);
  return { dialogue: read, turns, passed, milliseconds: performance.now() - start };
}

interface Talk {
  readonly read: ReadDialogue;
  readonly recommender: Recommender;
  readonly names: ItemNames;
  readonly signal: AbortSignal | undefined;
}

async function say({ turn, number }: SayStep, { read, recommender, names, signal }: Talk): Promise<SeenTurn> {
  const user = turn.as ?? read.user ?? "you";
  const thread = turn.thread ?? "main";
  const session = recommender.session({ user, thread });
  const events = session.say(turn.say, { ...(signal && { signal }) });
  const turnSeen = await happened(events, recommender.catalogue, names);
  if (signal?.aborted) throw new CiceroneError("cancelled", "The dialogues were stopped.");
  const memory = memoryOf(recommender, names, UserId.parse(user), thread);
  return { number, said: turn.say, user, thread, ...turnSeen, memory };
}

function memoryOf(
  { users, catalogue }: Recommender,
  names: ItemNames,
  user: UserId,
  thread: string,
): SeenMemory {
  const facts = users.facts(user, catalogue.name, thread);
  const events = users.history(user, catalogue.name, thread);
  const all = users.everythingOf(user);
  return {
    statements: statementsOf({ facts, events }, catalogue, names),
    empty: all.every((of) => of.facts.length + of.events.length + of.notes.length === 0),
  };
}

function judged({ checks, line }: SayStep, seen: SeenTurn, before: readonly TurnResult[]): TurnResult {
  const earlier = before.map((turn) => turn.seen);
  const shortfalls = checks.flatMap(({ key, wanted, line: where, judge }): Shortfall[] => {
    const came = judge(seen, earlier);
    return came === undefined ? [] : [{ key, wanted, came, line: where }];
  });
  const unanswered = seen.failure !== undefined && !checks.some(({ key }) => key === "fails");
  return {
    seen,
    line,
    expectations: checks.length,
    shortfalls: unanswered ? [noAnswer(seen, line), ...shortfalls] : shortfalls,
  };
}

function noAnswer({ failure }: SeenTurn, line: number): Shortfall {
  const { code, message, hint } = failure ?? { code: "", message: "", hint: undefined };
  return {
    key: "answer",
    wanted: "any",
    came: [`${message} (${code})`, hint].filter(Boolean).join(" "),
    line,
  };
}
