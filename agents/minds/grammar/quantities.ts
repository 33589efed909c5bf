import type { Token } from "../../../tools/language/running-text.ts";
import { wordAt } from "./span.ts";
import { NUMBER_WORDS, SHORT_UNITS } from "./words/quantities.ts";

/** A number in words `from` to `to`, with the unit as written ("" = none). "1h45" has unit "min". */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string;
}

/** A plain number in digits or words ("twenty five", "a hundred", "half") at a word. */
export function numberAt(
  tokens: readonly Token[],
  at: number,
): { readonly to: number; readonly value: number } | undefined {
  const word = wordAt(tokens, at);
  // "3 1/2"
  if (
    /^\d$/.test(word) &&
    wordAt(tokens, at + 1) === "1" &&
    wordAt(tokens, at + 2) === "2" &&
    /^\/$/.test(tokens[at + 2]?.gap ?? "") &&
    /^ $/.test(tokens[at + 1]?.gap ?? "")
  )
    return { to: at + 3, value: Number(word) + 0.5 };
  if (/^\d+(?:\.\d+)?$/.test(word)) return { to: at + 1, value: Number(word) };
  const small = NUMBER_WORDS.get(word);
  if (small === undefined) return undefined;
  const next = NUMBER_WORDS.get(wordAt(tokens, at + 1));
  if (next === 100) return withRest(tokens, at + 2, small * 100);
  if (small >= 20 && small < 100 && next !== undefined && next > 0 && next < 10)
    return { to: at + 2, value: small + next };
  return { to: at + 1, value: small };
}

function withRest(tokens: readonly Token[], at: number, hundreds: number): { to: number; value: number } {
  const start = wordAt(tokens, at) === "and" ? at + 1 : at;
  const rest = NUMBER_WORDS.has(wordAt(tokens, start)) ? numberAt(tokens, start) : undefined;
  return rest === undefined ? { to: at, value: hundreds } : { to: rest.to, value: hundreds + rest.value };
}

const MINUTES = /^(?:m|min|mins|minutes?)$/;
const HOURS = /^(?:h|hr|hrs|hours?)$/;

/** A quantity that begins at a word: "$20", "90min", "1h45", "two and a half hours", "an hour and a half", "half an hour". */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const currency = /([$€£])\s?$/.exec(token.gap)?.[1];
  const glued = /^(\d+(?:\.\d+)?)([a-z]+)(\d*)$/.exec(token.norm);
  if (glued !== null) return gluedQuantity(tokens, at, glued);
  const article = /^an?$/.test(token.norm) && HOURS.test(wordAt(tokens, at + 1));
  if (token.norm === "half" && HOURS.test(wordAt(tokens, at + 2)))
    return { from: at, to: at + 3, value: 30, unit: "min" };
  const number = article ? { to: at + 1, value: 1 } : numberAt(tokens, at);
  if (number === undefined) return undefined;
  if (currency !== undefined) return { from: at, to: number.to, value: number.value, unit: currency };
  const fraction = fractionAt(tokens, number.to);
  const half = fraction.to;
  const value = number.value + fraction.value;
  const unit = wordAt(tokens, half);
  if (!HOURS.test(unit)) {
    const known =
      /^(?:and|to|or|\d.*)$/.test(unit) || SHORT_UNITS.has(unit) || /[.,;]/.test(tokens[half]?.gap ?? "")
        ? ""
        : unit;
    return { from: at, to: known === "" ? half : half + 1, value, unit: known };
  }
  return hours(tokens, at, half + 1, value);
}

/** Hours, and the minutes or the half that follow, in minutes. */
function hours(tokens: readonly Token[], from: number, at: number, value: number): Quantity {
  const fraction = fractionAt(tokens, at);
  if (fraction.to > at) return { from, to: fraction.to, value: (value + fraction.value) * 60, unit: "min" };
  const start = wordAt(tokens, at) === "and" ? at + 1 : at;
  const glued = /^(\d+)(m|mins?)$/.exec(wordAt(tokens, start));
  if (glued !== null) return { from, to: start + 1, value: value * 60 + Number(glued[1]), unit: "min" };
  const more = numberAt(tokens, start);
  if (more !== undefined && MINUTES.test(wordAt(tokens, more.to))) {
    return { from, to: more.to + 1, value: value * 60 + more.value, unit: "min" };
  }
  return { from, to: at, value: value * 60, unit: "min" };
}

/** "and a half", "and a quarter", "and three quarters" at a word: how much it is, and where it ends; the word itself where it does not stand. */
function fractionAt(tokens: readonly Token[], at: number): { readonly to: number; readonly value: number } {
  if (wordAt(tokens, at) !== "and") return { to: at, value: 0 };
  const [one, two] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
  if (one === "a" && two === "half") return { to: at + 3, value: 0.5 };
  if (one === "a" && two === "quarter") return { to: at + 3, value: 0.25 };
  return one === "three" && two === "quarters" ? { to: at + 3, value: 0.75 } : { to: at, value: 0 };
}

function gluedQuantity(tokens: readonly Token[], at: number, parts: RegExpExecArray): Quantity | undefined {
  const value = Number(parts[1]);
  const unit = parts[2] ?? "";
  if (HOURS.test(unit)) {
    if (parts[3]) return { from: at, to: at + 1, value: value * 60 + Number(parts[3]), unit: "min" };
    return hours(tokens, at, at + 1, value);
  }
  if (parts[3]) return undefined;
  return { from: at, to: at + 1, value, unit: MINUTES.test(unit) ? "min" : unit };
}
