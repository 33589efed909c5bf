import type { Random } from "../../../memory/random.ts";
import { chance, pick, wholeNumber } from "./drawing.ts";
import { constrained, type PartMaker } from "./part.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { theDecade } from "./year-words.ts";

/** A year or a decade as a limit: its name, and its first and last year. */
interface Limit {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export const before: PartMaker = (vocabulary, random) => {
  const limit = drawLimit(vocabulary, random);
  if (limit === undefined) return undefined;
  return chance(random, 0.3) ? upTo(limit) : strictlyBefore(limit);
};

export const after: PartMaker = (vocabulary, random) => {
  const limit = drawLimit(vocabulary, random);
  if (limit === undefined) return undefined;
  const { name } = limit;
  return constrained(
    "after",
    { facet: "year", test: { op: "between", min: limit.last + 1 } },
    {
      after: [
        `from after ${name}`,
        `made after ${name}`,
        `released after ${name}`,
        `that came out after ${name}`,
        `newer than ${name}`,
      ],
      aside: [`but nothing from ${name} or earlier`, `nothing from ${name} or before`],
      sentence: [
        `{It|They} should be from after ${name}.`,
        `{It|They} should be newer than ${name}.`,
        `Nothing from ${name} or earlier, please.`,
      ],
    },
  );
};

export const since: PartMaker = (vocabulary, random) => {
  const limit = drawLimit(vocabulary, random);
  if (limit === undefined) return undefined;
  const { name } = limit;
  return constrained(
    "since",
    { facet: "year", test: { op: "between", min: limit.first } },
    {
      after: [
        `from ${name} on`,
        `from ${name} onwards`,
        `from ${name} or later`,
        `made since ${name}`,
        `released in ${name} or later`,
        `no older than ${name}`,
        `that came out in ${name} or after`,
      ],
      aside: [`but nothing older than ${name}`, `nothing before ${name}`, `nothing from before ${name}`],
      sentence: [
        `{It|They} should be from ${name} or later.`,
        `Nothing older than ${name}, please.`,
        `{It|They} shouldn't be from before ${name}.`,
      ],
    },
  );
};

function strictlyBefore({ name, first }: Limit): ReturnType<PartMaker> {
  return constrained(
    "before",
    { facet: "year", test: { op: "between", max: first - 1 } },
    {
      after: [
        `from before ${name}`,
        `made before ${name}`,
        `released before ${name}`,
        `that came out before ${name}`,
        `older than ${name}`,
      ],
      aside: [`but nothing from ${name} or later`, `nothing from ${name} or after`],
      sentence: [
        `{It|They} should be from before ${name}.`,
        `{It|They} should be older than ${name}.`,
        `Nothing from ${name} or later, please.`,
      ],
    },
  );
}

function upTo({ name, last }: Limit): ReturnType<PartMaker> {
  return constrained(
    "before",
    { facet: "year", test: { op: "between", max: last } },
    {
      after: [
        `from ${name} or earlier`,
        `made in ${name} or before`,
        `no newer than ${name}`,
        `from ${name} at the latest`,
      ],
      aside: [`but nothing after ${name}`, `nothing newer than ${name}`, `but nothing later than ${name}`],
      sentence: [
        `{It|They} should be from ${name} or earlier.`,
        `Nothing newer than ${name}, please.`,
        `{It|They} shouldn't be from after ${name}.`,
      ],
    },
  );
}

function drawLimit({ years, decades }: Vocabulary, random: Random): Limit | undefined {
  if (years === undefined) return undefined;
  const inside = decades.filter((decade) => decade > years.low && decade + 10 < years.high);
  if (inside.length > 0 && chance(random, 0.25)) {
    const first = pick(random, inside);
    return { name: theDecade(first, random), first, last: first + 9 };
  }
  const low = Math.ceil((years.low + 1) / 5) * 5;
  const year =
    chance(random, 0.6) && low < years.high
      ? wholeNumber(random, low, years.high - 1, 5)
      : wholeNumber(random, years.low + 1, years.high - 1);
  return { name: `${year}`, first: year, last: year };
}
