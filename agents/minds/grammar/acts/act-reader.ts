import type { ItemId } from "../../../../memory/ids.ts";
import type { Act } from "../../../acts.ts";
import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";

/** Words `from` to `to` that an act explains; no later reader sees them. */
export interface Claim {
  readonly from: number;
  readonly to: number;
  readonly acts: readonly Act[];
}

/** Recognises one act. Readers run in the order of the table, each on what those before it left. */
export interface ActReader {
  readonly name: Act["act"];
  read(utterance: Utterance): readonly Claim[];
}

/** A pattern found in a sentence: its words, the items named in them, and the words a group caught. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly match: RegExpExecArray;
  readonly items: readonly ItemId[];
  /** What was pointed at and is not there: "the third", "it". */
  readonly unknown: string | undefined;
  /** Whether the pattern begins its sentence. */
  readonly opens: boolean;
}

/** The first place in each sentence where a pattern stands, together with the items inside it. */
export function find(utterance: Utterance, pattern: RegExp): Found[] {
  return utterance.sentences.flatMap((sentence) => {
    const match = pattern.exec(sentence.pattern);
    if (match === null) return [];
    const from = sentence.tokenAt(match.index);
    const end = match.index + match[0].length;
    const to = end >= sentence.pattern.length ? sentence.to : sentence.tokenAt(end + 1);
    return [{ from, to, match, opens: match.index === 0, ...itemsIn(utterance, from, to) }];
  });
}

export function itemsIn(
  utterance: Utterance,
  from: number,
  to: number,
): { readonly items: readonly ItemId[]; readonly unknown: string | undefined } {
  const items: ItemId[] = [];
  let unknown: string | undefined;
  for (const { span } of utterance.spans) {
    if (span.from < from || span.to > to || !isKind(span, "item")) continue;
    for (const item of span.meaning.items) if (!items.includes(item)) items.push(item);
    unknown ??= span.meaning.items.length === 0 ? (span.meaning.unknown ?? "those") : undefined;
  }
  return { items, unknown };
}

/** A reader of sentences that say one thing: every sentence that has the pattern is the act. */
export function phraseReader(act: Act, pattern: RegExp): ActReader {
  return {
    name: act.act,
    read: (utterance) => find(utterance, pattern).map(({ from, to }) => ({ from, to, acts: [act] })),
  };
}
