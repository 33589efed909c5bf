import type { Act } from "../../acts.ts";
import { ACT_READERS } from "./acts/table.ts";
import type { Stanced } from "./stance-scope.ts";
import { spokenWord, type Utterance } from "./utterance.ts";

export interface ActsRead {
  /** In the order they were said. */
  readonly acts: readonly Act[];
  /** Spans that no act explains. */
  readonly free: readonly Stanced[];
  /** 1 for each word that an act explains. */
  readonly claimed: Uint8Array;
  /** The first word that none explains. */
  readonly firstFree: number;
  /** What is left of the text, in words as patterns have them. */
  readonly rest: string;
}

/** Runs the table of acts; every word is explained at most once. */
export function readActs(utterance: Utterance): ActsRead {
  const claimed = new Uint8Array(utterance.tokens.length);
  const found: { readonly from: number; readonly acts: readonly Act[] }[] = [];
  for (const reader of ACT_READERS) {
    const visible = { ...utterance, spans: utterance.spans.filter(({ span }) => claimed[span.from] !== 1) };
    for (const claim of reader.read(visible)) {
      if (claimed.subarray(claim.from, claim.to).every((word) => word === 1)) continue;
      if (overlaps(claimed, claim.from, claim.to) && reader.name !== "feedback") continue;
      claimed.fill(1, claim.from, claim.to);
      found.push(claim);
    }
  }
  found.sort((a, b) => a.from - b.from);
  const free = utterance.spans.filter(({ span }) => claimed[span.from] !== 1);
  const firstFree = Math.max(0, claimed.indexOf(0));
  const rest = utterance.tokens
    .filter((_, at) => claimed[at] !== 1)
    .map((token) => spokenWord(token.norm, utterance.lexicon.nouns))
    .join(" ");
  return { acts: distinct(found.flatMap(({ acts }) => acts)), free, claimed, firstFree, rest };
}

/** A pattern that would explain again what is explained already does not apply. */
function overlaps(claimed: Uint8Array, from: number, to: number): boolean {
  return claimed.subarray(from, to).includes(1);
}

/** The same thing said twice is one act, and feedback of one verdict is one act for all its items. */
function distinct(acts: readonly Act[]): Act[] {
  const result: Act[] = [];
  for (const act of acts) {
    const last = result.at(-1);
    if (act.act === "feedback" && last?.act === "feedback" && sameVerdict(act, last)) {
      result[result.length - 1] = { ...last, items: [...new Set([...last.items, ...act.items])] };
      continue;
    }
    if (!result.some((other) => JSON.stringify(other) === JSON.stringify(act))) result.push(act);
  }
  return result;
}

function sameVerdict(a: Extract<Act, { act: "feedback" }>, b: Extract<Act, { act: "feedback" }>): boolean {
  return a.verdict === b.verdict && a.value === b.value && a.scope === b.scope && a.whose === b.whose;
}
