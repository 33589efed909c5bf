import { phrasesOf, phraseTable } from "../phrases.ts";
import type { Recogniser, Span } from "../span.ts";

const RENOWN = phraseTable(
  phrasesOf<"popular" | "obscure">([
    [
      "popular|most popular|famous|well known|mainstream|blockbuster|blockbusters|big hits|hits|bestseller|bestsellers|best selling|crowd pleaser|crowd pleasers|everybody knows|everyone knows|iconic|trending|acclaimed|critically acclaimed|highly rated|high rated|highest rated|best rated|top rated|well rated|award winning|oscar winning|must see|must sees|best ever|of all time|greatest|all time greats|well reviewed",
      "popular",
    ],
    [
      "hidden gem|hidden gems|obscure|lesser known|less known|little known|underrated|underseen|under the radar|off the beaten track|off the beaten path|overlooked|not well known|not so popular|less popular|niche|forgotten gems|gems|nobody knows|no one knows|nobody has heard of|no one has heard of|nobody has seen|no one has seen|unknown|unheard of|ive never heard of|i have never heard of|not many people know|few people know",
      "obscure",
    ],
  ]),
);

/** "popular", "hidden gems", "nothing mainstream". */
export const renown: Recogniser = {
  name: "renown",
  find({ tokens }) {
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const found = RENOWN.at(tokens, at);
      if (found !== undefined)
        spans.push({ from: at, to: found.to, weight: 6, meaning: { kind: "renown", renown: found.meaning } });
    }
    return spans;
  },
};
