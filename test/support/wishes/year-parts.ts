import { chance, pick, wholeNumber } from "./drawing.ts";
import { constrained, type Part, type PartMaker } from "./part.ts";
import type { WishKind } from "./wish.ts";
import { decadeNames, PARTS_OF_DECADES, theDecade } from "./year-words.ts";

export const decade: PartMaker = ({ decades }, random) => {
  if (decades.length === 0) return undefined;
  const first = pick(random, decades);
  return fromSpan("decade", theDecade(first, random), decadeNames(first), first, first + 9);
};

export const partOfDecade: PartMaker = ({ decades }, random) => {
  if (decades.length === 0) return undefined;
  const first = pick(random, decades);
  const { name, from, to } = pick(random, PARTS_OF_DECADES);
  const names = decadeNames(first);
  const bare = [" ", ...(name === "mid" ? ["-"] : [])].flatMap((gap) =>
    names.map((each) => `${name}${gap}${each}`),
  );
  return fromSpan("part-of-decade", `the ${pick(random, bare)}`, bare, first + from, first + to);
};

export const inYear: PartMaker = ({ years }, random) => {
  if (years === undefined) return undefined;
  const year = wholeNumber(random, years.low, years.high);
  return constrained("in-year", span(year, year), {
    before: [`${year}`],
    after: [`from ${year}`, `made in ${year}`, `released in ${year}`, `that came out in ${year}`],
    sentence: [
      `{It|They} should be from ${year}.`,
      `The year should be ${year}.`,
      `{It|They} must have come out in ${year}.`,
    ],
  });
};

export const betweenYears: PartMaker = ({ years, decades }, random) => {
  if (years === undefined) return undefined;
  const first = decades.find((decade) => decades.includes(decade + 10) && chance(random, 0.3));
  if (first !== undefined && chance(random, 0.4)) {
    const known = Math.min(decadeNames(first).length, decadeNames(first + 10).length);
    const form = wholeNumber(random, 0, known - 1);
    const [a, b] = [first, first + 10].map((decade) => decadeNames(decade)[form] ?? `${decade}s`);
    const names = [`the ${a} or ${b}`, `the ${a} and ${b}`, `the ${a} or the ${b}`];
    return fromSpan("between-years", pick(random, names), [], first, first + 19);
  }
  const low = wholeNumber(random, years.low, years.high - 3);
  const high = wholeNumber(random, low + 2, Math.min(low + 25, years.high));
  return constrained("between-years", span(low, high), {
    after: [
      `from between ${low} and ${high}`,
      `made between ${low} and ${high}`,
      `released between ${low} and ${high}`,
      `from ${low} to ${high}`,
      `from ${low}-${high}`,
      `from the years ${low} to ${high}`,
      `that came out between ${low} and ${high}`,
    ],
    sentence: [
      `{It|They} should be from between ${low} and ${high}.`,
      `{It|They} must have come out between ${low} and ${high}.`,
      `Anywhere from ${low} to ${high} is fine.`,
    ],
  });
};

export const notDecade: PartMaker = ({ decades }, random) => {
  if (decades.length === 0) return undefined;
  const first = pick(random, decades);
  const name = theDecade(first, random);
  return constrained(
    "not-decade",
    { facet: "year", test: { op: "outside", min: first, max: first + 9 } },
    {
      after: [`from any decade but ${name}`, `from any decade except ${name}`],
      aside: [
        `but not from ${name}`,
        `but nothing from ${name}`,
        `nothing from ${name}`,
        `just not from ${name}`,
        `as long as {it isn't|they aren't} from ${name}`,
      ],
      sentence: [
        `Nothing from ${name}, please.`,
        `{It|They} shouldn't be from ${name}.`,
        `Please leave out ${name}.`,
        `Any decade but ${name} is fine.`,
      ],
    },
  );
};

function fromSpan(kind: WishKind, name: string, before: readonly string[], low: number, high: number): Part {
  return constrained(kind, span(low, high), {
    ...(before.length > 0 ? { before } : {}),
    after: [
      `from ${name}`,
      `from ${name}`,
      `made in ${name}`,
      `released in ${name}`,
      `out of ${name}`,
      `that came out in ${name}`,
      `that {was|were} made in ${name}`,
    ],
    sentence: [
      `{It|They} should be from ${name}.`,
      `{It has|They have} to be from ${name}.`,
      `{It|They} must have come out in ${name}.`,
      `From ${name}, please.`,
    ],
  });
}

function span(min: number, max: number): Part["asks"]["constraints"][number] {
  return { facet: "year", test: { op: "between", min, max } };
}
