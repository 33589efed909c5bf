import type { Claim } from "./claim.ts";

/** A claim on its way into an answer. */
export interface Reason {
  readonly claim: Claim;
  /** The sentence for when the line before has already told how the person stands to these items: "Also by X, like Heat". */
  readonly again?: string;
  /** 0..1: how much it tells the person; the strongest comes first. */
  readonly strength: number;
  /** What it is about ("contribution", "shared"), and the items it leans on: first reasons of one answer should differ in both. */
  readonly topic: string;
  readonly anchors: readonly number[];
  /** Whether it leans on what was asked for as an example: then every item of the answer may begin with it. */
  readonly asked?: boolean;
  /**
   * Whether it opens an item's reasons only where nothing tells more. `standout` says how the item differs from the others, which nobody
   * asked about: at most one item of an answer opens with one. `plain` is what may be said of any item. `echo` repeats what was asked for:
   * it opens only where nothing else is there at all.
   */
  readonly atNeed?: "standout" | "plain" | "echo";
  /** Whether it is among the reasons that are told, however many are stronger. */
  readonly reserved?: boolean;
}
