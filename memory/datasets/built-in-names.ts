import { CiceroneError } from "../errors.ts";
import { AMAZON_NAMES } from "./built-in/amazon-categories.ts";

const GOODBOOKS_NAME = "goodbooks-10k";
const MOVIELENS_NAMES = ["ml-latest-small", "ml-100k", "ml-1m", "ml-25m", "ml-32m"];

/** The datasets that have a name of their own, demo first. Apart from what they are made of: opening one needs only its name. */
export const BUILT_IN_NAMES: readonly string[] = [
  "demo",
  ...MOVIELENS_NAMES,
  GOODBOOKS_NAME,
  "amazon-beauty",
  "amazon-musical-instruments",
  "redial",
  ...AMAZON_NAMES,
];

/** Those that `cicerone data add` fetches from their publishers. */
export const FETCHABLE_NAMES: readonly string[] = [...MOVIELENS_NAMES, GOODBOOKS_NAME, ...AMAZON_NAMES];

/** As a person reads them: the many categories of Amazon as one. */
export const BUILT_IN_SUMMARY = [
  ...BUILT_IN_NAMES.filter((name) => !AMAZON_NAMES.includes(name)),
  "amazon-2018-… and amazon-2023-… (cicerone data list amazon)",
].join(", ");

/** Somebody's own data under a built-in name would be taken for that dataset, and made over. Throws CiceroneError `reserved-name`. */
export function refuseBuiltInName(name: string): void {
  if (!BUILT_IN_NAMES.includes(name)) return;
  throw new CiceroneError("reserved-name", `${name} is the name of a built-in dataset.`, {
    hint: `Give your own another name, such as my-${name}.`,
  });
}
