import type { ItemId } from "../../../memory/ids.ts";
import type { HistoryEvent } from "../../../memory/users/history.ts";
import type { Claim } from "../../../tools/explaining/claim.ts";

/** Somebody, what they did before, oldest first, and an item that they took next. */
export interface ExplanationQuery {
  readonly user: string;
  readonly history: readonly HistoryEvent[];
  readonly item: ItemId;
}

export interface WrittenExplanation {
  /** As a person reads it. */
  readonly text: string;
  /** Each with what it rests on. A claim without evidence is allowed here, and never counts as one that holds. */
  readonly claims: readonly Claim[];
}

/** Says why an item suits somebody; a language model plugs in here. */
export interface ExplanationSystem {
  readonly name: string;
  /** What it says, for the protocol. */
  readonly says: string;
  /** False where more than the name and the training part decides what it writes: then finished runs are not kept. */
  readonly keep?: boolean;
  explain(query: ExplanationQuery, signal: AbortSignal): Promise<WrittenExplanation>;
}
