import type { FacetTest } from "../../../memory/items/constraint.ts";
import { chance, pick, pickSome } from "./drawing.ts";
import { constrained, named, type PartMaker } from "./part.ts";

export const director: PartMaker = ({ directors, writes }, random) => {
  if (directors.length === 0) return undefined;
  const person = pick(random, directors);
  const name = named(person);
  return constrained("director", wanted("director", person), {
    after: [
      `directed by ${name}`,
      `directed by ${name}`,
      `by director ${name}`,
      `that ${name} directed`,
      `with ${name} as the director`,
      `with ${name} directing`,
      ...(writes(person) ? [] : [`by ${name}`, `by ${name}`]),
    ],
    sentence: [
      `${name} should be the director.`,
      `{It|They} should be directed by ${name}.`,
      `The director should be ${name}.`,
      `I want {one|ones} that ${name} directed.`,
    ],
  });
};

export const writer: PartMaker = ({ writers }, random) => {
  if (writers.length === 0) return undefined;
  const person = pick(random, writers);
  const name = named(person);
  return constrained("writer", wanted("writer", person), {
    after: [
      `written by ${name}`,
      `written by ${name}`,
      `that ${name} wrote`,
      `scripted by ${name}`,
      `with a script by ${name}`,
      `with ${name} as the writer`,
    ],
    sentence: [
      `${name} should have written {it|them}.`,
      `{It|They} should be written by ${name}.`,
      `The writer should be ${name}.`,
    ],
  });
};

export const actor: PartMaker = ({ actors }, random) => {
  if (actors.length === 0) return undefined;
  const person = pick(random, actors);
  const name = named(person);
  return constrained("actor", wanted("cast", person), {
    after: [
      `starring ${name}`,
      `starring ${name}`,
      `with ${name}`,
      `with ${name} in {it|them}`,
      `featuring ${name}`,
      `that {stars|star} ${name}`,
      `with ${name} in the cast`,
      `in which ${name} appears`,
    ],
    sentence: [
      `${name} should be in {it|them}.`,
      `{It has|They have} to star ${name}.`,
      `${name} has to be in the cast.`,
      `I want to see ${name} in {it|them}.`,
    ],
  });
};

export const bothActors: PartMaker = ({ actors }, random) => {
  const people = pickSome(random, actors, 2);
  const [a, b] = people.map(named);
  if (a === undefined || b === undefined) return undefined;
  return constrained("both-actors", cast({ op: "all-of", values: people }), {
    after: [
      `starring ${a} and ${b}`,
      `with ${a} and ${b}`,
      `with both ${a} and ${b}`,
      `with ${a} and ${b} together`,
      `that {stars|star} both ${a} and ${b}`,
      `in which ${a} and ${b} appear together`,
    ],
    sentence: [
      `${a} and ${b} should both be in {it|them}.`,
      `I want to see ${a} and ${b} together.`,
      `{It|They} should star ${a} alongside ${b}.`,
    ],
  });
};

export const eitherActor: PartMaker = ({ actors }, random) => {
  const people = pickSome(random, actors, 2);
  const [a, b] = people.map(named);
  if (a === undefined || b === undefined) return undefined;
  return constrained("either-actor", cast({ op: "any-of", values: people }), {
    after: [
      `starring ${a} or ${b}`,
      `starring either ${a} or ${b}`,
      `with ${a} or ${b}`,
      `with either ${a} or ${b} in {it|them}`,
      `that {stars|star} ${a} or ${b}`,
      `featuring ${a} or ${b}`,
    ],
    sentence: [
      `${a} or ${b} should be in {it|them}.`,
      `{It|They} should star ${a} or ${b}.`,
      `At least one of ${a} and ${b} has to be in {it|them}.`,
    ],
  });
};

export const withoutActor: PartMaker = ({ actors }, random) => {
  if (actors.length === 0) return undefined;
  const person = pick(random, actors);
  const name = named(person);
  return constrained("without-actor", cast({ op: "none-of", values: [person] }), {
    aside: [
      `but without ${name}`,
      `but not with ${name}`,
      `not starring ${name}`,
      `but without ${name} in the cast`,
      `as long as ${name} isn't in {it|them}`,
      `but nothing with ${name} in it`,
    ],
    sentence: [
      `${name} shouldn't be in {it|them}.`,
      `Nothing with ${name} in it, please.`,
      `{It|They} must not star ${name}.`,
      `Just not with ${name}.`,
    ],
  });
};

/** One wish that either of two roles meets. */
export const directorOrActor: PartMaker = ({ directors, actors }, random) => {
  if (directors.length === 0 || actors.length === 0) return undefined;
  const both = directors.filter((person) => actors.includes(person));
  const same = both.length > 0 && chance(random, 0.25);
  const one = pick(random, same ? both : directors);
  const other = same ? one : pick(random, actors);
  const [a, b] = [named(one), named(other)];
  return constrained(
    "director-or-actor",
    { ...wanted("director", one), or: [wanted("cast", other)] },
    same
      ? {
          after: [
            `directed by or starring ${a}`,
            `either directed by or starring ${a}`,
            `that ${a} either directed or starred in`,
          ],
          sentence: [
            `${a} should have directed {it|them} or starred in {it|them}.`,
            `${a} should either be in {it|them} or have directed {it|them}.`,
          ],
        }
      : {
          after: [
            `directed by ${a} or starring ${b}`,
            `either directed by ${a} or starring ${b}`,
            `that {is|are} directed by ${a} or {stars|star} ${b}`,
            `with ${a} as the director or ${b} in the cast`,
          ],
          sentence: [
            `${a} should have directed {it|them} or ${b} should be in {it|them}.`,
            `{It|They} should either be directed by ${a} or star ${b}.`,
          ],
        },
  );
};

function wanted(facet: string, person: string): { facet: string; test: FacetTest } {
  return { facet, test: { op: "any-of", values: [person] } };
}

function cast(test: FacetTest): { facet: string; test: FacetTest } {
  return { facet: "cast", test };
}
