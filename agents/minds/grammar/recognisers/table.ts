import type { Recogniser } from "../span.ts";
import { children } from "./children.ts";
import { comparatives } from "./comparatives.ts";
import { counts } from "./counts.ts";
import { degrees } from "./degrees.ts";
import { foreign } from "./foreign.ts";
import { misspelt } from "./misspelt.ts";
import { numbers } from "./numbers.ts";
import { ordered } from "./ordered.ts";
import { orders } from "./orders.ts";
import { people } from "./people.ts";
import { ratings } from "./ratings.ts";
import { references } from "./references.ts";
import { renown } from "./renown.ts";
import { titles } from "./titles.ts";
import { values } from "./values.ts";
import { years } from "./years.ts";

/** Every kind of span there is. A new kind is one file and one line here. */
export const RECOGNISERS: readonly Recogniser[] = [
  titles,
  values,
  children,
  foreign,
  people,
  misspelt,
  years,
  numbers,
  ordered,
  orders,
  comparatives,
  degrees,
  counts,
  references,
  ratings,
  renown,
];
