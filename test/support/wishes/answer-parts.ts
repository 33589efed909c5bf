import type { Random } from "../../../memory/random.ts";
import { chance, pick } from "./drawing.ts";
import { capitalised, named, namedInCapitals, type Part, type PartMaker, withArticle } from "./part.ts";
import type { Wish } from "./wish.ts";

/** Each number with the ways to say it; figures last. */
const COUNTS: readonly (readonly [number, readonly string[]])[] = [
  [1, ["one", "a single"]],
  [2, ["two", "a couple of", "a couple of", "a pair of", "2"]],
  [3, ["three", "3"]],
  [4, ["four", "4"]],
  [5, ["five", "5"]],
  [6, ["six", "half a dozen", "6"]],
  [7, ["seven", "7"]],
  [8, ["eight", "8"]],
  [10, ["ten", "10"]],
  [12, ["twelve", "a dozen", "12"]],
  [15, ["fifteen", "15"]],
  [20, ["twenty", "20"]],
];

const JUST_ONE = ["Just one, please.", "One is enough.", "One will do."];

export const count: PartMaker = (_, random) => {
  const [number, ways] = pick(random, COUNTS);
  if (number === 1) return asking("count", { count: 1 }, { determiner: ways, sentence: JUST_ONE });
  const said = pick(random, ways);
  const alone = said.replace(/ of$/, "");
  return asking(
    "count",
    { count: number },
    {
      determiner: [said, said, said],
      aside: [`${alone} of them`, `${alone} in all`],
      sentence: [
        `${capitalised(alone)} will do.`,
        `Give me ${alone} of them.`,
        `I'd like ${alone} of them.`,
        `Just ${alone} of them, please.`,
      ],
    },
  );
};

export const renown: PartMaker = (_, random) =>
  chance(random, 0.5)
    ? asking(
        "renown",
        { renown: "popular" },
        {
          before: ["well-known", "famous", "popular"],
          after: [
            "that everybody knows",
            "that everyone has heard of",
            "that a lot of people have seen",
            "that {is|are} well known",
          ],
          sentence: adjectiveSentences("well known", random, ["famous", "well-known"]),
        },
      )
    : asking(
        "renown",
        { renown: "obscure" },
        {
          before: ["little-known", "obscure", "lesser-known"],
          after: [
            "that hardly anybody knows",
            "that almost nobody has seen",
            "that few people have heard of",
            "that {is|are} little known",
          ],
          sentence: adjectiveSentences("little known", random, ["obscure", "little-known", "lesser-known"]),
        },
      );

export const like: PartMaker = ({ titles }, random) => {
  if (titles.length === 0) return undefined;
  const { id, title, clear } = pick(random, titles);
  const name = chance(random, 0.2) ? `"${named(title)}"` : clear ? named(title) : namedInCapitals(title);
  return asking(
    "like",
    { like: [id] },
    {
      after: [
        `like ${name}`,
        `like ${name}`,
        `like ${name}`,
        `similar to ${name}`,
        `along the lines of ${name}`,
        `in the vein of ${name}`,
        `in the style of ${name}`,
        `that {reminds|remind} me of ${name}`,
      ],
      sentence: [
        `{It|They} should be like ${name}.`,
        `{It|They} should be similar to ${name}.`,
        `Something like ${name} would be great.`,
        `Something in the direction of ${name}.`,
      ],
    },
  );
};

const ENDS = {
  year: { ascending: ["oldest", "newest"], descending: ["newest", "oldest"] },
  runtime: { ascending: ["shortest", "longest"], descending: ["longest", "shortest"] },
} as const;

export const sort: PartMaker = ({ years, hasRuntime }, random) => {
  const facets = [
    ...(years === undefined ? [] : (["year"] as const)),
    ...(hasRuntime ? (["runtime"] as const) : []),
  ];
  if (facets.length === 0) return undefined;
  const facet = pick(random, facets);
  const direction = pick(random, ["ascending", "descending"] as const);
  const [first, last] = ENDS[facet][direction];
  return asking(
    "sort",
    { sort: { facet, direction } },
    {
      aside: [
        `${first} first`,
        `${first} first`,
        `the ${first} ones first`,
        `starting with the ${first}`,
        `sorted from ${first} to ${last}`,
        `with the ${first} at the top`,
        ...(facet === "year" ? [`by year, ${first} first`] : [`by length, ${first} first`]),
      ],
      sentence: [
        `${capitalised(first)} first, please.`,
        `Put the ${first} first.`,
        `Sort them from ${first} to ${last}.`,
        `Start with the ${first}.`,
      ],
    },
  );
};

function adjectiveSentences(plain: string, random: Random, adjectives: readonly string[]): string[] {
  const adjective = pick(random, adjectives);
  return [
    `{It|They} should be ${plain}.`,
    `I want {${withArticle(adjective)} one|${adjective} ones}.`,
    `{${capitalised(withArticle(adjective))} one|${capitalised(adjective)} ones}, please.`,
  ];
}

function asking(kind: Part["kind"], asks: Partial<Wish>, words: Part["words"]): Part {
  return { kind, asks: { constraints: [], ...asks }, words };
}
