import { count, like, renown, sort } from "./answer-parts.ts";
import { bothGenres, eitherGenre, genre, withoutGenre } from "./genre-parts.ts";
import { certificate, certificateUpTo, country, language } from "./label-parts.ts";
import type { PartMaker } from "./part.ts";
import {
  actor,
  bothActors,
  director,
  directorOrActor,
  eitherActor,
  withoutActor,
  writer,
} from "./people-parts.ts";
import { aboutLong, atLeast, atMost, betweenLengths, longer, shorter } from "./runtime-parts.ts";
import { keyword, withoutKeyword } from "./topic-parts.ts";
import type { WishKind } from "./wish.ts";
import { after, before, since } from "./year-limit-parts.ts";
import { betweenYears, decade, inYear, notDecade, partOfDecade } from "./year-parts.ts";

export interface PartRow {
  readonly make: PartMaker;
  /** A message has one part of a group at most. */
  readonly groups: readonly string[];
  /** How often it is drawn, against the others. */
  readonly weight: number;
}

/** What messages are made of. */
export const PART_TABLE: Readonly<Record<WishKind, PartRow>> = {
  genre: { make: genre, groups: ["genre"], weight: 9 },
  "either-genre": { make: eitherGenre, groups: ["genre"], weight: 2 },
  "both-genres": { make: bothGenres, groups: ["genre"], weight: 3 },
  "without-genre": { make: withoutGenre, groups: ["without-genre"], weight: 4 },
  decade: { make: decade, groups: ["year"], weight: 3 },
  "part-of-decade": { make: partOfDecade, groups: ["year"], weight: 1.5 },
  before: { make: before, groups: ["year"], weight: 1.5 },
  after: { make: after, groups: ["year"], weight: 1.5 },
  since: { make: since, groups: ["year"], weight: 1.5 },
  "between-years": { make: betweenYears, groups: ["year"], weight: 1.5 },
  "in-year": { make: inYear, groups: ["year", "year-order"], weight: 1 },
  "not-decade": { make: notDecade, groups: ["year"], weight: 1 },
  shorter: { make: shorter, groups: ["runtime"], weight: 2 },
  longer: { make: longer, groups: ["runtime"], weight: 1.5 },
  "at-most": { make: atMost, groups: ["runtime"], weight: 1.5 },
  "at-least": { make: atLeast, groups: ["runtime"], weight: 1 },
  "about-long": { make: aboutLong, groups: ["runtime"], weight: 1 },
  "between-lengths": { make: betweenLengths, groups: ["runtime"], weight: 1 },
  director: { make: director, groups: ["director"], weight: 3 },
  "director-or-actor": { make: directorOrActor, groups: ["director", "cast"], weight: 1 },
  actor: { make: actor, groups: ["cast"], weight: 3 },
  "both-actors": { make: bothActors, groups: ["cast"], weight: 1 },
  "either-actor": { make: eitherActor, groups: ["cast"], weight: 1 },
  "without-actor": { make: withoutActor, groups: ["without-actor"], weight: 1.5 },
  writer: { make: writer, groups: ["writer"], weight: 1.5 },
  country: { make: country, groups: ["country"], weight: 2 },
  language: { make: language, groups: ["language"], weight: 2 },
  certificate: { make: certificate, groups: ["certificate"], weight: 1 },
  "certificate-up-to": { make: certificateUpTo, groups: ["certificate"], weight: 1 },
  keyword: { make: keyword, groups: ["keyword"], weight: 3 },
  "without-keyword": { make: withoutKeyword, groups: ["without-keyword"], weight: 1.5 },
  count: { make: count, groups: ["count"], weight: 2.5 },
  renown: { make: renown, groups: ["renown"], weight: 2 },
  like: { make: like, groups: ["like"], weight: 2.5 },
  sort: { make: sort, groups: ["sort", "year-order"], weight: 1.5 },
};
