import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CiceroneError } from "../../memory/errors.ts";
import { UserId } from "../../memory/ids.ts";
import type { Recommender } from "../recommender.ts";
import type { CheckedDialogue, SayStep } from "./check-dialogue.ts";
import type { Ground } from "./grounds.ts";
import type { ItemNames } from "./item-names.ts";
import { judged, type TurnResult } from "./judge-turn.ts";
import type { ReadDialogue } from "./read-dialogues.ts";
import { happened, type SeenMemory, type SeenTurn } from "./seen-turn.ts";
import { statementsOf } from "./statements.ts";

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
      turns.push(
        judged(step, seen, { catalogue: ground.stage.catalogue, names: ground.names, earlier: turns }),
      );
    }
  } finally {
    recommender?.close();
    await rm(folder, { recursive: true, force: true });
  }
  const passed = turns.every(({ shortfalls }) => shortfalls.length === 0);
  return { dialogue: read, turns, passed, milliseconds: performance.now() - start };
}

type Remembered = Omit<SeenMemory, "changed">;

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
  const remembered = (): Remembered => memoryOf(recommender, names, UserId.parse(user), thread);
  const before = remembered();
  const events = session.say(turn.say, { ...(signal && { signal }) });
  const turnSeen = await happened(events, recommender.catalogue, names);
  if (signal?.aborted) throw new CiceroneError("cancelled", "The dialogues were stopped.");
  const after = remembered();
  const changed = !isDeepStrictEqual(before, after);
  return { number, said: turn.say, user, thread, ...turnSeen, memory: { ...after, changed } };
}

function memoryOf(
  { users, catalogue }: Recommender,
  names: ItemNames,
  user: UserId,
  thread: string,
): Remembered {
  const facts = users.facts(user, catalogue.name, thread);
  const events = users.history(user, catalogue.name, thread);
  const all = users.everythingOf(user);
  return {
    statements: statementsOf({ facts, events }, catalogue, names),
    empty: all.every((of) => of.facts.length + of.events.length + of.notes.length === 0),
  };
}
