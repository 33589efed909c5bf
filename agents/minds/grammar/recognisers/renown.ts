import { phrasesOf, phraseTable } from "../phrases.ts";
import type { Recogniser, Span } from "../span.ts";

const RENOWN = phraseTable(
  phrasesOf<"popular" | "obscure">([
    [
      "a lot of people have seen|lots of people have seen|many people have seen|most people have seen|most people know|everyone has heard of|everybody has heard of|everyone has seen|everybody has seen|a lot of people know|many people know|popular|most popular|famous|well known|mainstream|blockbuster|blockbusters|big hits|hits|bestseller|bestsellers|best selling|crowd pleaser|crowd pleasers|everybody knows|everyone knows|iconic|trending|acclaimed|critically acclaimed|highly rated|high rated|highest rated|best rated|top rated|well rated|award winning|oscar winning|must see|must sees|best ever|of all time|greatest|all time greats|well reviewed",
      "popular",
    ],
    [
      "few people have heard of|few people have seen|few have heard of|few have seen|few know|hardly anybody knows|hardly anyone knows|hardly anybody has seen|hardly anyone has seen|hardly anybody has heard of|hardly anyone has heard of|almost nobody has seen|almost nobody knows|almost no one has seen|almost no one knows|not many people have seen|not many people have heard of|hidden gem|hidden gems|obscure|lesser known|less known|little known|underrated|underseen|under the radar|off the beaten track|off the beaten path|overlooked|not well known|not so popular|less popular|niche|forgotten gems|gems|nobody knows|no one knows|nobody has heard of|no one has heard of|nobody has seen|no one has seen|unknown|unheard of|ive never heard of|i have never heard of|not many people know|few people know",
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
