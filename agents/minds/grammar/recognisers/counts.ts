import { numberAt } from "../quantities.ts";
import { type Recogniser, type Span, wordAt } from "../span.ts";

const ASKING =
  /^(?:top|best|another|next|me|recommend|suggest|find|list|want|need|show|only|just|give|like)$/;
const FEW: Readonly<Record<string, number>> = { couple: 2, few: 3, handful: 5, dozen: 12, pair: 2 };
const MOST = 50;

/** How many to show: "top 3", "five films", "a couple", "3 more", "just one". */
export const counts: Recogniser = {
  name: "counts",
  find({ tokens, lexicon, situation }) {
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const few =
        wordAt(tokens, at) === "dozen" || /^(?:a|another|next)$/.test(wordAt(tokens, at - 1))
          ? FEW[wordAt(tokens, at)]
          : undefined;
      const number = few === undefined ? numberAt(tokens, at) : { to: at + 1, value: few };
      if (number === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > MOST)
        continue;
      if (/[#$€£./]\s?$/.test(tokens[at]?.gap ?? "") || /^\//.test(tokens[number.to]?.gap ?? "")) continue;
      const before = wordAt(tokens, at - 1);
      const after = wordAt(tokens, number.to);
      const more =
        /^(?:more|other|others|new|different)$/.test(after) && !/^than$/.test(wordAt(tokens, number.to + 1));
      const noun = nounWithin(
        tokens.slice(number.to, number.to + 5).map((token) => token.norm),
        lexicon.nouns,
      );
      const last = number.to === tokens.length;
      const single = number.value === 1 && !/^(?:just|only|me)$/.test(before);
      if (single && few === undefined && !noun.next) continue;
      const asked = ASKING.test(before) && !/^(?:like|want|need)$/.test(before);
      const plain =
        after === "" || noun.any || more || after === "please" || after === "of" || after === "results";
      const stands =
        before === "top" ||
        before === "best" ||
        more ||
        noun.next ||
        (few !== undefined && plain) ||
        (asked && plain);
      const counted = !stands && ASKING.test(before) && !last && noun.any;
      if (!stands && !counted && !(noun.any && few === undefined && at === 0)) continue;
      if (
        /^(?:first|last|number|no|the)$/.test(before) &&
        !more &&
        situation.shortlist.shown > 0 &&
        before !== "the"
      )
        continue;
      const from = before === "top" || before === "a" || before === "another" ? at - 1 : at;
      const meaning = { kind: "count", count: number.value, more } as const;
      spans.push({ from, to: number.to, weight: 4, meaning });
    }
    return spans;
  },
};

/** Whether a word for the catalogue's items follows, right away or after a few others. */
function nounWithin(words: readonly string[], nouns: ReadonlySet<string>): { next: boolean; any: boolean } {
  return {
    next: nouns.has(words[0] ?? ""),
    any: words.some((word) => nouns.has(word) || (word.endsWith("s") && word.length > 4)),
  };
}
