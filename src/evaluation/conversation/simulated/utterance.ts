import type { Condition } from "../../../../memory/items/constraint.ts";

/** What a person commits to by saying something: the simulator's own record, against which replies are judged. */
export type Effect =
  /** Known already, and said so. */
  | { readonly kind: "known"; readonly items: readonly number[] }
  | { readonly kind: "turned-down"; readonly items: readonly number[] }
  /** Other items than those shown so far are asked for, in the next reply. */
  | { readonly kind: "others" }
  /** Holds from now on. With `replaces`, what was wished for of that facet holds no longer; what was ruled out does. */
  | { readonly kind: "wish"; readonly wish: Condition; readonly replaces: boolean };

/** One thing said by a simulated person. */
export interface Utterance {
  /** "also-liked", "others" and so on. */
  readonly act: string;
  readonly text: string;
  readonly effects: readonly Effect[];
}
