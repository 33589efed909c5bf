import type { Token } from "../../../tools/language/running-text.ts";
import { pauses } from "./pauses.ts";
import { phrasesOf, phraseTable } from "./phrases.ts";

/** How a phrase around a number or a year bounds it. `strict`: the named number itself is outside. */
export interface Bound {
  readonly side: "most" | "least" | "about" | "exactly" | "from";
  readonly strict: boolean;
}

const most: Bound = { side: "most", strict: false };
const below: Bound = { side: "most", strict: true };
const least: Bound = { side: "least", strict: false };
const above: Bound = { side: "least", strict: true };
const about: Bound = { side: "about", strict: false };
const exactly: Bound = { side: "exactly", strict: false };
const from: Bound = { side: "from", strict: false };

const BEFORE = phraseTable(
  phrasesOf<Bound>([
    [
      "under|below|less than|fewer than|shorter than|cheaper than|smaller than|before|prior to|pre|older than|earlier than|lower than",
      below,
    ],
    [
      "no longer than|no more than|not more than|not longer than|not over|not above|at most|at the most|max|maximum|maximum of|a maximum of|up to|until|till|within|doesnt run over|dont run over|does not run over|do not run over|doesnt exceed|dont exceed|only have|only got|ive only got|just have|ive got|weve got|i have got|we have got|i have|we have|i got|we got|theres only|no higher rated than|nothing rated higher than|nothing rated above|not rated higher than|not rated above|no later than|not after|nothing longer than|nothing over|nothing above|nothing newer than|nothing later than|nothing after|nothing more than|no higher than|not higher than|nothing higher than|nothing stricter than|nothing harsher than|not harsher than|no harsher than|no stricter than|not newer than|no newer than|not exceeding|never over|no more expensive than|no pricier than|not pricier than|nothing pricier than|nothing more expensive than",
      most,
    ],
    [
      "over|above|more than|longer than|greater than|pricier than|more expensive than|after|post|newer than|later than|more recent than|higher than|bigger than",
      above,
    ],
    [
      "no less than|not less than|not under|not below|at least|at the least|min|minimum|minimum of|a minimum of|since|from at least|no older than|not older than|nothing older than|nothing before|nothing shorter than|nothing under|nothing below|nothing less than|no earlier than|nothing earlier than|not before|no shorter than|not shorter than|nothing cheaper than|no cheaper than|starting from|starting in|starting at",
      least,
    ],
    ["about|around|roughly|approximately|approx|circa|ca|some|close to|nearly|almost|maybe", about],
    ["exactly|precisely", exactly],
    ["from|made in|released in|in|of", from],
  ]),
);

const AFTER = phraseTable(
  phrasesOf<Bound>([
    [
      "or less|or under|or below|or shorter|or fewer|or earlier|or older|or before|or cheaper|or lower|or milder|or less|and lower|and under|and older|and earlier|and below|tops|max|maximum|at most|at the most|at the maximum|at maximum|at the latest|or lower|or so less|and before",
      most,
    ],
    [
      "or more|or over|or longer|or later|or newer|or after|or above|or higher|or stricter|and higher|and up|and over|and above|and later|and newer|and after|onwards|onward|on|and onwards|minimum|at least|at the least|at the minimum|at minimum|at the earliest|plus",
      least,
    ],
    ["or so|ish|or thereabouts|give or take", about],
  ]),
);

/** The bound written before word `at`, and where it starts. */
export function boundBefore(
  tokens: readonly Token[],
  at: number,
): (Bound & { readonly start: number }) | undefined {
  // "120 min, rated R": what ends before a comma bounds nothing behind it.
  if (pauses(tokens, at)) return undefined;
  for (let start = Math.max(0, at - 5); start < at; start++) {
    const found = BEFORE.at(tokens, start);
    if (found?.to === at) return { ...found.meaning, start };
  }
  return undefined;
}

/** The bound written from word `at` on, and where it ends. */
export function boundAfter(
  tokens: readonly Token[],
  at: number,
): (Bound & { readonly end: number }) | undefined {
  const found = pauses(tokens, at) ? undefined : AFTER.at(tokens, at);
  // "from 1977 at least 110 minutes": the bound is of the number that follows it.
  const next = found === undefined ? "" : (tokens[found.to]?.norm ?? "");
  const goesOn = found !== undefined && !pauses(tokens, found.to);
  // "from the 80s and up to one and a half hours"
  const upTo = next === "to" && /^(?:up|over|above|under)$/.test(tokens[(found?.to ?? 1) - 1]?.norm ?? "");
  const another =
    upTo ||
    (goesOn && /^\d/.test(next)) ||
    (/^(?:an?|one|two|three)$/.test(next) && /^hours?$/.test(tokens[(found?.to ?? 0) + 1]?.norm ?? ""));
  return found === undefined || another ? undefined : { ...found.meaning, end: found.to };
}
