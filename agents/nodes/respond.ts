import type { Catalogue } from "../../memory/items/catalogue.ts";
import { findingsOf } from "../findings.ts";
import type { Mind } from "../minds/mind.ts";
import { situationOf } from "../situation.ts";
import type { Turn, TurnUpdate } from "../turn.ts";
import { LONGEST_UTTERANCE } from "../utterance.ts";

export interface RespondDependencies {
  readonly mind: Pick<Mind, "respond">;
  readonly catalogue: Catalogue;
}

/** Puts what was found into words, in pieces as they come. */
export async function respond(
  turn: Turn,
  dependencies: RespondDependencies,
  signal: AbortSignal,
  onDelta: (text: string) => void,
): Promise<TurnUpdate> {
  const findings = findingsOf(turn, dependencies.catalogue);
  if (turn.cut) onDelta(CUT);
  const reply = await dependencies.mind.respond(situationOf(turn), findings, signal, onDelta);
  return { items: findings.items, reply: turn.cut ? CUT + reply : reply };
}

const CUT = `That was long: I read the first ${LONGEST_UTTERANCE.toLocaleString("en")} characters.\n`;
