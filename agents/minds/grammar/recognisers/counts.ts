import { singular, type Token } from "../../../../tools/language/running-text.ts";
import { numberAt } from "../quantities.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";

const LEADING = /^(?:top|best|another|next|just|only)$/;
const ASKING = /^(?:me|us|recommend|suggest|find|list|want|need|show|give)$/;
const ENDING = /^(?:|please|of|results|suggestions|recommendations|options)$/;
const MORE = /^(?:more|other|others|new|different)$/;
const FEW: Readonly<Record<string, number>> = { couple: 2, pair: 2, few: 3, handful: 5, dozen: 12 };
const MOST = 50;

/** How many to show: "top 3", "five films", "a couple", "3 more", "just one". */
export const counts: Recogniser = {
  name: "counts",
  find(reading) {
    const { tokens } = reading;
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const top = topAt(reading, at) ?? singleAt(reading, at);
      if (top !== undefined) {
        spans.push(top);
        at = top.to - 1;
        continue;
      }
      const few = fewAt(reading, at);
      const number = few ?? numberAt(tokens, at);
      const instead = insteadAt(tokens, at);
      if (instead !== undefined) {
        spans.push(instead);
        at = instead.to - 1;
        continue;
      }
      if (number === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > MOST)
        continue;
      if (partOfSomething(reading, at, number.to)) continue;
      const more = MORE.test(wordAt(tokens, number.to)) && wordAt(tokens, number.to + 1) !== "than";
      if (!more && few === undefined && !isCount(reading, at, number.to, number.value === 1)) continue;
      const from = /^(?:top|a|another)$/.test(wordAt(tokens, at - 1)) ? at - 1 : at;
      spans.push({ from, to: number.to, weight: 4, meaning: { kind: "count", count: number.value, more } });
    }
    return spans;
  },
};

/** "only the top three", "just the first two", "ten of them": so many of what is there. */
function topAt({ tokens, lexicon }: Reading, at: number): Span | undefined {
  const only = /^(?:only|just)$/.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === "the";
  const start = only ? at + 3 : at;
  const number = numberAt(tokens, start);
  if (number === undefined || number.value < 1 || number.value > MOST) return undefined;
  if (only && /^(?:top|first|best)$/.test(wordAt(tokens, at + 2))) {
    return {
      from: at,
      to: number.to,
      weight: 9,
      meaning: { kind: "count", count: number.value, more: false },
    };
  }
  const opens =
    at === 0 ||
    /^(?:me|us|show|give|list|want|need|just|only|see|have|ok|okay|and)$/.test(wordAt(tokens, at - 1));
  const ofThem =
    wordAt(tokens, number.to) === "of" && /^(?:them|these|those)$/.test(wordAt(tokens, number.to + 1));
  if (opens && ofThem && !only)
    return {
      from: at,
      to: number.to + 2,
      weight: 9,
      meaning: { kind: "count", count: number.value, more: false },
    };
  // "the three shortest thrillers"
  const ordered = lexicon.superlatives.at(tokens, number.to) !== undefined;
  if (!ordered || only) return undefined;
  return { from: at, to: number.to, weight: 7, meaning: { kind: "count", count: number.value, more: false } };
}

/** "the longest film", "the newest one": an order of which the first is meant. */
function singleAt({ tokens, lexicon }: Reading, at: number): Span | undefined {
  const best = /^(?:best|worst)$/.test(wordAt(tokens, at)) ? { to: at + 1 } : undefined;
  const order = lexicon.superlatives.at(tokens, at) ?? best;
  if (order === undefined || !/^(?:the|his|her|their|its|your)$/.test(wordAt(tokens, at - 1)))
    return undefined;
  const word = wordAt(tokens, order.to);
  const single = word === "one" || (lexicon.nouns.has(word) && singular(word) === word);
  if (!single || /^(?:which|whats|what)$/.test(wordAt(tokens, 0))) return undefined;
  return { from: order.to, to: order.to + 1, weight: 6, meaning: { kind: "count", count: 1, more: false } };
}

/** "make that 3", "3 instead of 5". */
function insteadAt(tokens: readonly Token[], at: number): Span | undefined {
  const number = numberAt(tokens, at);
  if (number === undefined || number.value < 1 || number.value > MOST) return undefined;
  const of = wordAt(tokens, number.to) === "instead" && wordAt(tokens, number.to + 1) === "of";
  const other = of ? numberAt(tokens, number.to + 2) : undefined;
  const made = wordAt(tokens, at - 2) === "make" && /^(?:that|it)$/.test(wordAt(tokens, at - 1));
  const last = number.to === tokens.length || /^(?:please|instead)$/.test(wordAt(tokens, number.to));
  if (other === undefined && !(made && last)) return undefined;
  const [from, to] = [made ? at - 2 : at, other?.to ?? number.to];
  return { from, to, weight: 9, meaning: { kind: "count", count: number.value, more: false } };
}

/** "a couple", "another few", "dozen". */
function fewAt({ tokens }: Reading, at: number): { to: number; value: number } | undefined {
  const value = FEW[wordAt(tokens, at)];
  const led = wordAt(tokens, at) === "dozen" || /^(?:a|another|next)$/.test(wordAt(tokens, at - 1));
  return value === undefined || !led ? undefined : { to: at + 1, value };
}

/** "#2", "$20", "7/10", "number 3", "the last 2" are no counts. */
function partOfSomething({ tokens, situation }: Reading, at: number, to: number): boolean {
  if (/[#$€£./]\s?$/.test(tokens[at]?.gap ?? "") || /^\//.test(tokens[to]?.gap ?? "")) return true;
  return situation.shortlist.shown > 0 && /^(?:first|last|number|no)$/.test(wordAt(tokens, at - 1));
}

function isCount({ tokens, lexicon }: Reading, at: number, to: number, single: boolean): boolean {
  const before = wordAt(tokens, at - 1);
  const following = tokens.slice(to, to + 5).map((token) => token.norm);
  const next = lexicon.nouns.has(following[0] ?? "");
  if (next || LEADING.test(before)) return true;
  const ends = ENDING.test(following[0] ?? "");
  if (single) return before === "me" && ends;
  const any = following.some((word) => lexicon.nouns.has(word) || (word.endsWith("s") && word.length > 4));
  // "train cases then, three"
  if (before !== "" && /,/.test(tokens[at]?.gap ?? "") && (following[0] ?? "") === "") return true;
  const opens = at === 0 || /[.!?;,]/.test(tokens[at]?.gap ?? "");
  const attached = /^(?:from|by|with|of|in|about)$/.test(following[0] ?? "");
  return (ASKING.test(before) && (any || ends)) || (at === 0 && any) || (opens && attached);
}
