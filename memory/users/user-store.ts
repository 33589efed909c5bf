import type { ItemId, UserId } from "../ids.ts";
import type { ItemNote, NewItemNote } from "../items/notes.ts";
import type { HistoryEvent, NewHistoryEvent } from "./history.ts";
import type { Fact, NewFact } from "./profile.ts";

/** What a turn changed, so that "undo" can take exactly that back. */
export interface TurnKey {
  readonly user: UserId;
  readonly dataset: string;
  readonly thread: string;
  readonly turn: number;
}

/** All that is remembered of one user in one dataset, of every conversation: facts that hold, events and the user's own notes, oldest first. */
export interface UserMemory {
  readonly dataset: string;
  readonly facts: readonly Fact[];
  readonly events: readonly HistoryEvent[];
  readonly notes: readonly ItemNote[];
}

/** What selects memories to forget. Each present field narrows; `all` selects everything of the user in the dataset. */
export type ForgetSelection =
  | { readonly kind: "all" }
  | { readonly kind: "facts"; readonly facet?: string; readonly value?: string }
  | { readonly kind: "items"; readonly items: readonly ItemId[] }
  | { readonly kind: "turn"; readonly thread: string; readonly turn: number };

/**
 * The port of user memory: profile facts and history, per user and dataset. One contract suite holds for every store.
 * Nothing of one user is ever returned for another. Forgotten rows are deleted, not flagged.
 *
 * It is a port for stores embedded in the process, and synchronous on purpose: a turn is kept whole or not at all, in one
 * step that no abort, no other turn and no stop of the program can come into. A store behind a network does not fit it.
 */
export interface UserStore {
  /** Facts that hold now: not superseded; `tonight` facts only of the given thread. Oldest first. */
  facts(user: UserId, dataset: string, thread: string): readonly Fact[];
  /** Events by when they happened (`provenance.at`), oldest first; `tonight` events only of the given thread. */
  history(user: UserId, dataset: string, thread: string): readonly HistoryEvent[];
  /**
   * Adds facts (superseding same-key ones), events, and notes where there are any, in one transaction. Events that the turn told though
   * they were known are `heldBack`: nothing shows them until `release`, and what forgets or undoes them otherwise does so here too.
   */
  remember(
    key: TurnKey,
    memories: {
      readonly facts: readonly NewFact[];
      readonly events: readonly NewHistoryEvent[];
      readonly notes?: readonly NewItemNote[];
      readonly heldBack?: readonly NewHistoryEvent[];
    },
  ): { readonly facts: readonly Fact[]; readonly events: readonly HistoryEvent[] };
  /**
   * Deletes and returns what was deleted, oldest first, for the reply that confirms it: with a fact goes all that it had
   * replaced (those carry `supersededBy`), so that forgetting never brings an older opinion back.
   */
  forget(
    user: UserId,
    dataset: string,
    selection: ForgetSelection,
  ): { readonly facts: readonly Fact[]; readonly events: readonly HistoryEvent[] };
  /** Takes back everything a turn added and restores what it superseded. */
  undo(key: TurnKey): { readonly facts: number; readonly events: number };
  /** Events held back, in the order they were remembered. */
  heldBack(user: UserId, dataset: string): readonly HistoryEvent[];
  /** Lets events that were held back count, by their ids. */
  release(user: UserId, dataset: string, ids: readonly number[]): void;
  /** All that `work` does with this store is kept, or nothing of it where it throws. It is done at once: it may not be asynchronous. */
  together<Result>(work: () => Result): Result;
  users(dataset: string): readonly UserId[];
  /** Of every dataset that something is remembered in, by name. */
  everythingOf(user: UserId): readonly UserMemory[];
  close(): void;
}
