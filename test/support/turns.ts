import { NEW_CONVERSATION } from "../../agents/conversation.ts";
import { recall } from "../../agents/nodes/recall.ts";
import type { Turn } from "../../agents/turn.ts";
import { type ItemId, UserId } from "../../memory/ids.ts";
import type { Shortlist } from "../../memory/items/shortlist.ts";
import { filmCatalogue } from "../fixtures/films.ts";
import { userMemory } from "./user-memory.ts";

/** A turn as it is after `recall`, in a new thread of a new user, with what a test changes of it. */
export function turnOf(changes: Partial<Turn> = {}): Turn {
  const said = { user: UserId.parse("ada"), thread: "t1", text: "hello" };
  const turn = recall(said, NEW_CONVERSATION, {
    users: userMemory(),
    catalogue: filmCatalogue(),
    clock: () => 1000,
  });
  return { ...turn, attempts: 1, ...changes };
}

export function shortlistOf(items: readonly ItemId[], shown = items.length, version = 1): Shortlist {
  return {
    version,
    candidates: items.map((item, place) => ({ item, score: 1 / (place + 1), ranks: {} })),
    shown,
    considered: items.length,
    trail: [],
  };
}
