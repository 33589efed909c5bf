import type { Random } from "../../../memory/random.ts";
import { chance, pick, pickSome } from "./drawing.ts";
import { type GenreWords, genreWords, makesAPair } from "./genre-words.ts";
import { capitalised, constrained, type PartMaker, withArticle } from "./part.ts";

export const genre: PartMaker = ({ genres }, random) => {
  if (genres.length === 0) return undefined;
  const value = pick(random, genres);
  const { one, many, bare } = genreWords(value);
  const noun = forms(genreWords(value), random);
  return constrained(
    "genre",
    { facet: "genre", test: { op: "any-of", values: [value] } },
    {
      after: [
        `that {is ${noun.one}|are ${noun.many}}`,
        ...bare.filter((word) => !word.endsWith("s")).map((word) => `in the ${word} genre`),
      ],
      sentence: [
        `{It|They} should be {${noun.one}|${noun.many}}.`,
        `{It has|They have} to be {${noun.one}|${noun.many}}.`,
        `{${capitalised(noun.one)}|${capitalised(noun.many)}}, please.`,
      ],
    },
    { one, many, bare },
  );
};

export const eitherGenre: PartMaker = ({ genres }, random) => {
  const [a, b] = pickSome(random, genres, 2);
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [forms(genreWords(a), random), forms(genreWords(b), random)];
  const bare = alternatives(x.bare, y.bare);
  return constrained(
    "either-genre",
    { facet: "genre", test: { op: "any-of", values: [a, b] } },
    {
      after: [`that {is|are} either {${x.one} or ${y.one}|${x.many} or ${y.many}}`],
      sentence: [
        `{Either ${x.one} or ${y.one}|Either ${x.many} or ${y.many}} would do.`,
        `{${capitalised(x.one)} or ${y.one}|${capitalised(x.many)} or ${y.many}}, I don't mind which.`,
        `{It|They} can be {${x.one} or ${y.one}|${x.many} or ${y.many}}, nothing else.`,
      ],
    },
    {
      one: [alternatives(x.noun, y.noun)],
      many: [alternatives(x.many, y.many)],
      bare: [bare, `either ${bare}`],
      whole: [`${x.one} or ${y.one}`, `either ${x.one} or ${y.one}`],
    },
  );
};

export const bothGenres: PartMaker = ({ genres }, random) => {
  const [a, b] = pickSome(random, genres, 2);
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [forms(genreWords(a), random), forms(genreWords(b), random)];
  const pair = pairOf(a, b) ?? pairOf(b, a);
  const together = [
    `that {is ${x.one} and ${y.one} at the same time|are ${x.many} and ${y.many} at the same time}`,
    `that {is both ${x.one} and ${y.one}|are both ${x.many} and ${y.many}}`,
    `that {is ${x.one} and also ${y.one}|are ${x.many} and also ${y.many}}`,
  ];
  return constrained(
    "both-genres",
    { facet: "genre", test: { op: "all-of", values: [a, b] } },
    {
      after: together,
      sentence: [
        `{It|They} should be {${x.one} and ${y.one}|${x.many} and ${y.many}} at once.`,
        `{It has|They have} to be both {${x.one} and ${y.one}|${x.many} and ${y.many}}.`,
      ],
    },
    pair && {
      one: [pair.one],
      many: [pair.many],
      bare: [chance(random, 0.5) ? pair.one : pair.many],
    },
  );
};

export const withoutGenre: PartMaker = ({ genres }, random) => {
  const values = pickSome(random, genres, chance(random, 0.65) ? 1 : 2);
  const nouns = values.map((value) => forms(genreWords(value), random));
  const many = nouns.map((noun) => noun.many).reduce(alternatives);
  const one = nouns.map((noun) => noun.one).join(" or ");
  const bare = nouns.map((noun) => noun.bare).reduce(alternatives);

  return constrained(
    "without-genre",
    { facet: "genre", test: { op: "none-of", values } },
    {
      aside: [
        `but no ${bare}`,
        `no ${bare}`,
        `but not {${one}|${many}}`,
        `just no ${many}`,
        `as long as {it isn't ${one}|they aren't ${many}}`,
        `anything but ${bare}`,
        ...(nouns.length === 2 ? [`but neither ${nouns.map((noun) => noun.bare).join(" nor ")}`] : []),
      ],
      sentence: [
        `No ${many}, please.`,
        `But no ${bare}.`,
        `{It|They} shouldn't be {${one}|${many}}.`,
        `Please leave out ${bare.replace(" or ", " and ")}.`,
        `Spare me the ${many.replace(" or ", " and ")}.`,
        `I'm not in the mood for ${bare}.`,
      ],
    },
  );
};

interface Forms {
  /** With an article. */
  readonly one: string;
  readonly noun: string;
  readonly many: string;
  readonly bare: string;
}

function forms(words: GenreWords, random: Random): Forms {
  const which = Math.floor(random() * words.one.length);
  const noun = words.one[which] ?? "";
  return { one: withArticle(noun), noun, many: words.many[which] ?? "", bare: pick(random, words.bare) };
}

/** "comedies or dramas", "horror or war films": what both end in is said once. */
function alternatives(a: string, b: string): string {
  const shared = [" films", " film"].find((ending) => a.endsWith(ending) && b.endsWith(ending));
  return shared === undefined ? `${a} or ${b}` : `${a.slice(0, -shared.length)} or ${b}`;
}

function pairOf(modifier: string, head: string): { one: string; many: string } | undefined {
  const [before, noun] = [genreWords(modifier), genreWords(head)];
  if (before.modifier === undefined || noun.head === undefined || !makesAPair(modifier, head)) {
    return undefined;
  }
  const many = noun.head === "adventure" ? "adventures" : (noun.many[0] ?? "");
  return { one: `${before.modifier} ${noun.head}`, many: `${before.modifier} ${many}` };
}
