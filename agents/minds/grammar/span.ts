import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Token } from "../../../tools/language/running-text.ts";
import type { TitleLinker, TitleMention } from "../../../tools/language/title-linker.ts";
import type { Situation } from "../mind.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";

/** Words `from` to `to` (exclusive) and their meaning. Of overlapping spans the longer wins, then the weightier. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly meaning: Meaning;
}
export type SpanOf<Kind extends Meaning["kind"]> = Span & {
  readonly meaning: Extract<Meaning, { kind: Kind }>;
};

/** What recognisers read from. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly situation: Situation;
  readonly catalogue: Catalogue;
  readonly titles: TitleLinker;
  /** Titles found in the text, some of which may be ordinary words. */
  readonly mentions: readonly TitleMention[];
  readonly lexicon: Lexicon;
}

/** Finds one kind of span. Recognisers do not know of each other. */
export interface Recogniser {
  readonly name: string;
  find(reading: Reading): readonly Span[];
}

export function isKind<Kind extends Meaning["kind"]>(span: Span, kind: Kind): span is SpanOf<Kind> {
  return span.meaning.kind === kind;
}

/** The normalised word at a place; "" outside the text. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? "";
}
