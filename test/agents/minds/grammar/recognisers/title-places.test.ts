import { describe, expect, it } from "vitest";
import {
  announced,
  asksAbout,
  isAskedAbout,
  isOfInterest,
  isOwned,
  isPraised,
  isPredicate,
  isSubject,
  isWhole,
} from "../../../../../agents/minds/grammar/recognisers/title-places.ts";
import { type Token, tokenise } from "../../../../../tools/language/running-text.ts";

type Place = (tokens: readonly Token[], from: number, to: number) => boolean;

/** Whether a place is one; the words in question stand between brackets: "how long is [brazil]?". */
function holds(place: Place, marked: string): boolean {
  const text = marked.replace(/[[\]]/g, "");
  const tokens = tokenise(text);
  const [start, end] = [marked.indexOf("["), marked.indexOf("]") - 1];
  const from = tokens.findIndex((token) => token.start === start);
  const to = tokens.findIndex((token) => token.end === end) + 1;
  if (from < 0 || to <= from) throw new RangeError(`nothing is marked in "${marked}"`);
  return place(tokens, from, to);
}

const places: readonly (readonly [
  name: string,
  place: Place,
  yes: readonly string[],
  no: readonly string[],
])[] = [
  [
    "is asked about, and nothing after",
    asksAbout,
    [
      "what's [psycho] about?",
      "how long is [brazil]?",
      "would I like [Halloween]?",
      "who directed [heat], anyway",
    ],
    [
      "how long is [brazil] nuts?",
      "would I like [halloween] candy?",
      "I like [psycho]",
      "[psycho] about time",
    ],
  ],
  [
    "is asked about, though it is a little word",
    isAskedAbout,
    ["what is [her] about?", "who made [up]?"],
    ["what's [it] about?", "what's [that] about?", "who directed [this]?", "a film for [her]"],
  ],
  [
    "opens the text and is spoken of then",
    announced,
    ["[2046]: what's that about?", "[heat] - any good?"],
    ["[2046] is what about?", "see [2046]: what's that?", "[heat], then"],
  ],
  [
    "is all that is said",
    isWhole,
    ["[ghostbusters]", "or [ghostbusters]?", "ok maybe [toy story]"],
    ["[ghostbusters] please", "give me [ghostbusters]"],
  ],
  [
    "is a little word where only a title can stand",
    isOwned,
    ["i loved [big]", "4 stars for [up]", "something like [up], please"],
    ["i loved [big] films", "stand [up]", "i loved [heat]"],
  ],
  [
    "is a verdict where one is given",
    isPredicate,
    ["it was [awesome]", "is really [fantastic]", "it looks [great]"],
    ["I saw [awesome]", "it was [long]", "[fantastic] is"],
  ],
  [
    "is what somebody is interested in",
    isOfInterest,
    ["not interested in [toy story]"],
    ["set in [toy story]", "interested [toy story]"],
  ],
  [
    "is a little word of which something is said",
    isPraised,
    ["[Up] was wonderful", "I think [Her] was boring"],
    ["[up] was wonderful", "[Heat] was wonderful", "[Up] next"],
  ],
  [
    "opens its clause and something is said of it",
    isSubject,
    ["[true romance] is great", "well, [true romance] was fun", "and [true romance] has charm"],
    ["a [true romance] is great", "[true romance], is it?", "[true romance] films"],
  ],
];

describe.each(places)("words stand where a title %s", (_, place, yes, no) => {
  it.each(yes)("%s", (marked) => expect(holds(place, marked)).toBe(true));
  it.each(no)("but not: %s", (marked) => expect(holds(place, marked)).toBe(false));
});
