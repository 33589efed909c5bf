const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

/** Number words by value. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...SMALL.split(" ").map((word, value): [string, number] => [word, value]),
  ...TENS.split(" ").map((word, at): [string, number] => [word, (at + 2) * 10]),
  ["hundred", 100],
]);

/** Ordinals by place; "last" counts from the end. */
export const ORDINALS: ReadonlyMap<string, number> = new Map<string, number>([
  ..."first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, at): [string, number] => [word, at + 1]),
  ..."1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th"
    .split(" ")
    .map((word, at): [string, number] => [word, at + 1]),
  ["top", 1],
  ["last", -1],
  ["final", -1],
  ["bottom", -1],
]);

export interface Unit {
  /** As a facet declares it. */
  readonly unit: string;
  /** How many of the facet's unit one of these is. */
  readonly factor: number;
}

/** How people write units → the units that facets may declare. */
export const UNITS: ReadonlyMap<string, readonly Unit[]> = new Map(
  Object.entries({
    "min mins minute minutes": [
      { unit: "min", factor: 1 },
      { unit: "h", factor: 1 / 60 },
    ],
    "h hr hrs hour hours": [
      { unit: "min", factor: 60 },
      { unit: "h", factor: 1 },
    ],
    "$ usd dollar dollars buck bucks": [
      { unit: "USD", factor: 1 },
      { unit: "$", factor: 1 },
    ],
    "€ eur euro euros": [
      { unit: "EUR", factor: 1 },
      { unit: "€", factor: 1 },
    ],
    "£ gbp pound pounds quid": [
      { unit: "GBP", factor: 1 },
      { unit: "£", factor: 1 },
    ],
    "page pages": [
      { unit: "pages", factor: 1 },
      { unit: "page", factor: 1 },
    ],
    "ml millilitre millilitres milliliters": [{ unit: "ml", factor: 1 }],
    "oz ounce ounces": [{ unit: "oz", factor: 1 }],
    "g gram grams": [{ unit: "g", factor: 1 }],
  }).flatMap(([words, units]) => words.split(" ").map((word): [string, readonly Unit[]] => [word, units])),
);

/** Units written in one letter, which count only right after digits. */
export const SHORT_UNITS: ReadonlySet<string> = new Set(["h", "g", "m"]);
