import type { Interactions } from "../../../memory/datasets/interactions.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { RecordedDialogue, Said } from "../../../tools/dialogue/said.ts";
import type { ItemVectors } from "../../../tools/retrieval/item-vectors.ts";

/** A moment at which somebody is to be recommended something, and all that was said before. */
export interface DialogueTurn {
  readonly dialogue: string;
  /** Oldest first. `typed` is the message with titles, as somebody would have typed it. */
  readonly before: readonly (Said & { readonly typed: string })[];
}

/** What systems are fitted on, and where. */
export interface TurnContext {
  readonly home: string;
  /** Of the imported dataset. */
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly vectors: ItemVectors;
  /** Names of the training dialogues, which are the users of their interactions. */
  readonly training: readonly string[];
  /** All of the dataset's. */
  readonly interactions: Interactions;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

/** Something that recommends in a dialogue; turns come dialogue by dialogue, in the order in which they were said. */
export interface FittedTurnSystem {
  /**
   * Catalogue indices, best first, without repetitions. They may hold items that were named before: these are left out of the
   * `k` that are counted, so give more where in doubt.
   */
  recommend(turn: DialogueTurn, k: number, signal?: AbortSignal): Promise<readonly number[]>;
  close(): Promise<void>;
}

export interface TurnSystem {
  readonly name: string;
  /** In a sentence, for the report. */
  readonly about: string;
  fit(training: readonly RecordedDialogue[], context: TurnContext): Promise<FittedTurnSystem>;
}
