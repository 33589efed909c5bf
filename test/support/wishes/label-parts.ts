import { COUNTRY_WORDS } from "./country-words.ts";
import { pick } from "./drawing.ts";
import { constrained, type PartMaker, withArticle } from "./part.ts";

export const country: PartMaker = ({ countries }, random) => {
  const value = countries.length > 0 ? pick(random, countries) : "";
  const words = COUNTRY_WORDS[value];
  if (words === undefined) return undefined;
  const { name, adjective } = words;
  return constrained(
    "country",
    { facet: "country", test: { op: "any-of", values: [value] } },
    {
      before: [adjective],
      after: [`from ${name}`, `made in ${name}`, `produced in ${name}`, `out of ${name}`],
      sentence: [
        `{It|They} should be from ${name}.`,
        `{It has|They have} to be ${adjective}.`,
        `{${capitalArticle(adjective)} one|${adjective} ones}, please.`,
      ],
    },
  );
};

export const language: PartMaker = ({ languages }, random) => {
  if (languages.length === 0) return undefined;
  const value = pick(random, languages);
  return constrained(
    "language",
    { facet: "language", test: { op: "any-of", values: [value] } },
    {
      before: [`${value}-language`],
      after: [
        `in ${value}`,
        `in ${value}`,
        `spoken in ${value}`,
        `in the ${value} language`,
        `in which they speak ${value}`,
        `with ${value} dialogue`,
      ],
      sentence: [
        `{It|They} should be in ${value}.`,
        `The language should be ${value}.`,
        `I'd like {it|them} in ${value}.`,
      ],
    },
  );
};

export const certificate: PartMaker = ({ certificates }, random) => {
  if (certificates.length === 0) return undefined;
  const value = pick(random, certificates);
  return constrained(
    "certificate",
    { facet: "certificate", test: { op: "any-of", values: [value] } },
    {
      before: [`${value}-rated`],
      after: [
        `rated ${value}`,
        `rated ${value}`,
        `with ${withArticle(value)} rating`,
        `with ${withArticle(value)} certificate`,
        `that {is|are} rated ${value}`,
      ],
      sentence: [
        `{It|They} should be rated ${value}.`,
        `The rating should be ${value}.`,
        `{It has|They have} to be ${value}-rated.`,
      ],
    },
  );
};

/** A certificate and all weaker ones: the order is the catalogue's own ladder, from G up. */
export const certificateUpTo: PartMaker = ({ certificates }, random) => {
  // All of them would be no wish.
  const limit = certificates.length < 3 ? undefined : pick(random, certificates.slice(1, -1));
  if (limit === undefined) return undefined;
  const values = certificates.slice(0, certificates.indexOf(limit) + 1);
  return constrained(
    "certificate-up-to",
    { facet: "certificate", test: { op: "any-of", values } },
    {
      after: [
        `rated ${limit} or lower`,
        `rated ${limit} or below`,
        `rated ${limit} at most`,
        `rated no higher than ${limit}`,
        `with a rating of ${limit} or lower`,
        `that {is|are} ${limit} or lower`,
      ],
      aside: [
        `but nothing above ${limit}`,
        `nothing rated higher than ${limit}`,
        `rated ${limit} at the most`,
      ],
      sentence: [
        `{It|They} should be rated ${limit} or lower.`,
        `{It|They} can be rated up to ${limit}, but no higher.`,
        `Nothing above ${limit}, please.`,
      ],
    },
  );
};

function capitalArticle(adjective: string): string {
  const words = withArticle(adjective);
  return `A${words.slice(1)}`;
}
