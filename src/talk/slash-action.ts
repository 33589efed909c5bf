import type { Catalogue } from "../../memory/items/catalogue.ts";

/** What a slash command makes happen; whoever holds the chat does it. */
export type SlashAction =
  | { readonly kind: "help" }
  | { readonly kind: "memory" }
  /** `place` counts from 1; undefined = every item on the table. */
  | { readonly kind: "why"; readonly place: number | undefined }
  | { readonly kind: "plan" }
  | { readonly kind: "quit" }
  /** A sentence said to the agent in the person's stead, about the item at a place where it names one. */
  | { readonly kind: "say"; readonly text: string; readonly place?: number }
  /** Undefined: under a name of its own. */
  | { readonly kind: "export"; readonly file: string | undefined }
  /** Undefined: lists them. */
  | { readonly kind: "data"; readonly name: string | undefined }
  | { readonly kind: "user"; readonly name: string | undefined }
  | { readonly kind: "mistake"; readonly message: string; readonly hint: string };

/** What a command acts on, in the order help lists them. */
export type SlashGroup = "list" | "talk" | "place";

export interface SlashCommand {
  readonly name: string;
  readonly group: SlashGroup;
  /** "/rate N V", as help shows it. */
  readonly usage: string;
  readonly purpose: string;
  /** What its first argument is, for completion. */
  readonly argument?: "place" | "dataset" | "user";
  readonly parse: (rest: string, command: SlashCommand, scale: Catalogue["scale"]) => SlashAction;
}
