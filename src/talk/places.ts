import { BUILT_IN_NAMES } from "../../memory/datasets/built-in-names.ts";
import type { ListedDataset } from "../../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../../memory/errors.ts";
import { nearest } from "../../memory/nearest.ts";
import { sanitiseLine } from "../sanitise.ts";

/** What is imported here, and where the talk is. */
export function datasetLines(known: readonly ListedDataset[], here: string): string[] {
  const width = Math.max(...known.map(({ name }) => name.length));
  const rows = known.map((dataset) => {
    const size =
      "problem" in dataset
        ? "cannot be read: cicerone doctor says why"
        : `${dataset.manifest.counts.items.toLocaleString("en")} items`;
    return `  ${sanitiseLine(dataset.name).padEnd(width)}  ${size}${dataset.name === here ? ", where we are" : ""}`;
  });
  return [
    rows.length === 0 ? "Nothing is imported here." : "Imported here:",
    ...rows,
    "/data NAME goes there. What can be added: cicerone data list",
  ];
}

/**
 * The name of a dataset that is here, or that can be made under its own name, whatever its case.
 *
 * @throws CiceroneError `unknown-dataset` with the nearest name
 */
export function datasetNamed(asked: string, known: readonly ListedDataset[]): string {
  const names = [...known.map(({ name }) => name), ...BUILT_IN_NAMES];
  const same = names.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (same !== undefined) return same;
  const meant = nearest(asked, names);
  throw new CiceroneError("unknown-dataset", `There is no dataset ${sanitiseLine(asked)} here.`, {
    hint: `${meant === undefined ? "" : `Did you mean ${meant}? `}/data shows what is here, cicerone data list what can be added.`,
  });
}

/** A screen holds no thousand names. */
const MOST_USERS = 30;

/** Who is known in this dataset, and with whom the talk is. */
export function userLines(known: readonly string[], here: string): string[] {
  const left = known.length - MOST_USERS;
  const rows = known
    .slice(0, MOST_USERS)
    .map((name) => `  ${sanitiseLine(name)}${name === here ? ", with whom I am talking" : ""}`);
  const others = known.includes(here)
    ? []
    : [`I am talking with ${sanitiseLine(here)}, of whom I know nothing yet.`];
  return [
    ...others,
    rows.length === 0 ? "I know nobody here yet." : "I know here:",
    ...rows,
    ...(left > 0 ? [`  and ${left} more`] : []),
    "/user NAME goes on as somebody else.",
  ];
}
