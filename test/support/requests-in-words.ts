import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { FacetTest } from "../../memory/items/constraint.ts";

/** A request as constraints and as somebody might say it. The wordings share nothing with the parser. */
export interface WordedRequest {
  readonly said: string;
  readonly constraints: readonly { readonly facet: string; readonly test: FacetTest }[];
}

/** Mulberry32: the same requests in every run. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONE: Readonly<Record<string, string>> = {
  ...{ "Sci-Fi": "sci-fi", Comedy: "comedy", Horror: "horror", Romance: "romance", Animation: "animated" },
  ...{ Crime: "crime", War: "war", Western: "western", Thriller: "thriller", Musical: "musical" },
  ...{ Drama: "drama", Action: "action", Mystery: "mystery", Fantasy: "fantasy", Documentary: "documentary" },
};
const MANY: Readonly<Record<string, string>> = {
  ...{ Comedy: "comedies", Western: "westerns", Thriller: "thrillers", Musical: "musicals" },
  ...{ Drama: "dramas", Documentary: "documentaries", Mystery: "mysteries", Romance: "romances" },
};
const DECADES: Readonly<Record<number, string>> = {
  ...{ 1930: "thirties", 1940: "forties", 1950: "fifties", 1960: "sixties", 1970: "seventies" },
  ...{ 1980: "eighties", 1990: "nineties" },
};

type Part = readonly [words: string, facet: string, test: FacetTest];

/** Random combinations of facets of a catalogue of films, put into words. */
export function requestsInWords(catalogue: Catalogue, count: number, seed: number): WordedRequest[] {
  const random = randomOf(seed);
  const pick = <One>(choices: readonly One[]): One => {
    const one = choices[Math.floor(random() * choices.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  };
  const names = (facet: string, least: number): string[] =>
    catalogue.values(facet).flatMap((one) => (one.count >= least ? [one.value] : []));
  const [directors, actors] = [names("director", 3), names("cast", 4)];
  const keywords = names("keyword", 15).filter((word) => word.length > 3 && !/\d/.test(word));

  const genre = (): Part => {
    const [first, second] = [pick(Object.keys(ONE)), pick(Object.keys(ONE))];
    const noun = pick(["film", "movie"]);
    const single: FacetTest = { op: "any-of", values: [first] };
    const several = MANY[first];
    if (random() < 0.3 && several !== undefined) return [several, "genre", single];
    if (first === second || random() < 0.6) return [`a ${ONE[first]} ${noun}`, "genre", single];
    const words = `a ${ONE[first]} or ${pick(["", "a "])}${ONE[second]} ${noun}`;
    return [words, "genre", { op: "any-of", values: [first, second] }];
  };
  const year = (): Part => {
    const decade = pick(Object.keys(DECADES).map(Number));
    const [early, late] = [1950 + Math.floor(random() * 40), 1991 + Math.floor(random() * 9)];
    return pick<() => Part>([
      () => [
        pick([`from the ${decade % 100}s`, `from the ${DECADES[decade]}`, `made in the ${decade}s`]),
        "year",
        { op: "between", min: decade, max: decade + 9 },
      ],
      () => [
        pick([`made before ${early}`, `that came out before ${early}`, `older than ${early}`]),
        "year",
        { op: "between", max: early - 1 },
      ],
      () => [
        pick([`released after ${early}`, `newer than ${early}`]),
        "year",
        { op: "between", min: early + 1 },
      ],
      () => [
        pick([`between ${early} and ${late}`, `from ${early} to ${late}`]),
        "year",
        { op: "between", min: early, max: late },
      ],
      () => [
        pick([`from ${early}`, `released in ${early}`]),
        "year",
        { op: "between", min: early, max: early },
      ],
    ])();
  };
  /** "Under 90 minutes" leaves 90 out, "at most 90" does not. */
  const runtime = (): Part => {
    const minutes = pick([80, 90, 95, 100, 110, 120, 150]);
    return pick<() => Part>([
      () => [`over ${minutes} minutes`, "runtime", { op: "between", min: minutes + 1 }],
      () => [`at least ${minutes} min long`, "runtime", { op: "between", min: minutes }],
      () => [
        pick([`under ${minutes} minutes`, `that is shorter than ${minutes} min`]),
        "runtime",
        { op: "between", max: minutes - 1 },
      ],
      () => [
        pick([`no longer than ${minutes} minutes`, `of at most ${minutes} min`]),
        "runtime",
        { op: "between", max: minutes },
      ],
      () => ["under two hours", "runtime", { op: "between", max: 119 }],
      () => ["that runs no more than 2h", "runtime", { op: "between", max: 120 }],
    ])();
  };
  const person = (): Part => {
    if (random() < 0.5) {
      const one = pick(directors);
      return [
        pick([`directed by ${one}`, `by ${one}`, `by ${one.toLowerCase()}`]),
        "director",
        { op: "any-of", values: [one] },
      ];
    }
    const one = pick(actors);
    return [
      pick([`with ${one}`, `starring ${one}`, `with ${one.toLowerCase()}`]),
      "cast",
      { op: "any-of", values: [one] },
    ];
  };
  const topic = (): Part => {
    const one = pick(keywords);
    return [`about ${one}`, "keyword", { op: "any-of", values: [one] }];
  };
  const without = (taken: readonly string[]): Part => {
    const one = pick(Object.keys(MANY).filter((name) => !taken.includes(name)));
    const words = pick([
      `but no ${MANY[one]}`,
      `without ${MANY[one]}`,
      `but not a ${ONE[one]}`,
      `, no ${MANY[one]} please`,
    ]);
    return [words, "genre", { op: "none-of", values: [one] }];
  };

  return Array.from({ length: count }, () => {
    const parts: Part[] = [];
    if (random() < 0.65) parts.push(genre());
    const head = parts[0]?.[0] ?? pick(["something", "a film", "movies", "anything"]);
    const tail: Part[] = [];
    if (random() < 0.55) tail.push(year());
    if (random() < 0.35) tail.push(runtime());
    if (random() < 0.25) tail.push(person());
    if (random() < 0.12) tail.push(topic());
    if (parts.length + tail.length === 0) tail.push(year());
    const taken = parts.flatMap(([, , test]) => ("values" in test ? test.values : []));
    if (random() < 0.2) tail.push(without(taken));
    const lead = pick([
      "",
      "I want ",
      "show me ",
      "recommend ",
      "can you find me ",
      "I'm looking for ",
      "how about ",
    ]);
    const said = [lead + head, ...tail.map(([words]) => words)].join(" ").replaceAll(" ,", ",");
    return { said, constraints: [...parts, ...tail].map(([, facet, test]) => ({ facet, test })) };
  });
}
