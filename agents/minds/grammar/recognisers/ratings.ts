import { numberAt } from "../quantities.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { isInTitle } from "./number-in-title.ts";

/** Ratings: "4 stars", "four and a half stars", "7/10", "8 out of 10", "rate it 4". On the catalogue's scale; 0..1 without one. */
export const ratings: Recogniser = {
  name: "ratings",
  find(reading) {
    const { tokens } = reading;
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const number = numberAt(tokens, at);
      if (number === undefined || isInTitle(reading, at)) continue;
      const found = ratingAt(reading, number);
      if (found === undefined) continue;
      const value = scaled(reading, found.value, found.of);
      const from = /^(?:a|gets|deserves)$/.test(wordAt(tokens, at - 1)) ? at - 1 : at;
      // A bare number that the scale does not have is something else: "4 stars for 1917".
      if (value === undefined && !found.stated) continue;
      const meaning = value === undefined ? BEYOND : { kind: "rating" as const, value };
      spans.push({ from, to: found.to, weight: 10, meaning });
    }
    return spans;
  },
};

const BEYOND = { kind: "rating", value: 0, beyond: true } as const;

interface Found {
  readonly value: number;
  /** What the rating is out of; undefined where only stars were named. */
  readonly of: number | undefined;
  readonly to: number;
  /** Whether stars or a total say that it is a rating. */
  readonly stated: boolean;
}

function ratingAt({ tokens, mentions }: Reading, number: { to: number; value: number }): Found | undefined {
  let { to, value } = number;
  if (wordAt(tokens, to) === "and" && wordAt(tokens, to + 1) === "a" && wordAt(tokens, to + 2) === "half") {
    value += 0.5;
    to += 3;
  }
  const slash = /^\s*\/\s*$/.test(tokens[to]?.gap ?? "") ? numberAt(tokens, to) : undefined;
  if (slash !== undefined)
    return {
      value,
      of: slash.value,
      stated: true,
      to: afterStars(
        tokens.map((token) => token.norm),
        slash.to,
      ),
    };
  const stars = /^(?:stars?|points?)$/.test(wordAt(tokens, to));
  const out =
    wordAt(tokens, to) === "out" || (stars && wordAt(tokens, to + 1) === "out")
      ? to + (stars ? 1 : 0)
      : undefined;
  const total = out !== undefined && wordAt(tokens, out + 1) === "of" ? numberAt(tokens, out + 2) : undefined;
  if (total !== undefined) return { value, of: total.value, to: total.to, stated: true };
  if (stars) return { value, of: undefined, to: to + 1, stated: true };
  const rated =
    tokens.slice(0, to).some((token) => /^(?:rate|rated|rating|give|gave)$/.test(token.norm)) ||
    isMade({ tokens, mentions }, number.to - 1);
  const series = MARK.test(
    tokens
      .slice(0, number.to - 1)
      .map(({ norm }) => norm)
      .join(" "),
  );
  if (series && /^(?:for|to)$/.test(wordAt(tokens, to))) return { value, of: undefined, to, stated: false };
  if (isListed({ tokens, mentions }, number.to - 1)) return { value, of: undefined, to, stated: false };
  const ends =
    to === tokens.length || /^[.,;!]/.test(tokens[to]?.gap ?? "") || /^(?:and|but)$/.test(wordAt(tokens, to));
  const given = (rated || series) && ends;
  return given && !tokens.some((token) => token.norm === "me")
    ? { value, of: undefined, to, stated: false }
    : undefined;
}

/** "make Titanic a 3", "make that a 4" */
function isMade({ tokens, mentions }: Pick<Reading, "tokens" | "mentions">, at: number): boolean {
  if (wordAt(tokens, at - 1) !== "a") return false;
  const it = /^(?:it|that|this)$/.test(wordAt(tokens, at - 2)) && wordAt(tokens, at - 3) === "make";
  const title = mentions.find(({ end }) => end === tokens[at - 2]?.end);
  return (
    it ||
    (title !== undefined &&
      tokens.some(({ norm, end }) => norm === "make" && end <= title.start && title.start - end < 3))
  );
}

/** "Fargo 5, Heat 4 and Titanic 2 stars": numbers right behind titles, one of which says that they are marks. */
function isListed({ tokens, mentions }: Pick<Reading, "tokens" | "mentions">, at: number): boolean {
  const behind = (place: number): boolean =>
    mentions.some(({ end }) => end === tokens[place - 1]?.end) && /^\s*:?\s*$/.test(tokens[place]?.gap ?? "");
  if (!behind(at)) return false;
  const numbers = tokens.filter((_, place) => numberAt(tokens, place) !== undefined && behind(place));
  return (
    numbers.length > 1 && tokens.some(({ norm }) => /^(?:stars?|points?|out|rate|rating|ratings)$/.test(norm))
  );
}

/** A mark given earlier in the text, beside which a bare number is one too: "5 stars for the first and 2 for the last". */
const MARK = /\b(?:\d|one|two|three|four|five|half|ten) (?:stars?|points?)\b|\bout of \d/;

function afterStars(words: readonly string[], at: number): number {
  return words[at] === "stars" ? at + 1 : at;
}

function scaled({ catalogue }: Reading, value: number, of: number | undefined): number | undefined {
  const scale = catalogue.scale;
  const total = of ?? (scale !== undefined && value <= scale.max ? scale.max : value <= 5 ? 5 : 10);
  if (value > total || total <= 0) return undefined;
  if (scale === undefined) return value / total;
  return Math.min(scale.max, Math.max(scale.min, (value / total) * scale.max));
}
