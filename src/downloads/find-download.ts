import { BUILT_IN_NAMES } from "../../memory/datasets/built-in-names.ts";
import { CiceroneError } from "../../memory/errors.ts";
import { nearest } from "../../memory/nearest.ts";
import { AMAZON } from "./amazon.ts";
import { GOODBOOKS } from "./goodbooks.ts";
import { MOVIELENS } from "./movielens.ts";
import type { Download } from "./remote-file.ts";

/** Everything that can be fetched by name. */
export const DOWNLOADS: readonly Download[] = [...MOVIELENS, GOODBOOKS, ...AMAZON];

/** Throws CiceroneError `unknown-dataset`, naming the nearest. */
export function findDownload(name: string): Download {
  const found = DOWNLOADS.find((download) => download.name === name);
  if (found !== undefined) return found;
  const close = nearest(
    name,
    DOWNLOADS.map((download) => download.name),
  );
  if (BUILT_IN_NAMES.includes(name)) {
    throw new CiceroneError("unknown-dataset", `${name} is not fetched from anywhere.`, {
      hint: `${name === "demo" ? "It comes with the program: cicerone data import demo" : `Have you its files? cicerone data import ${name} --from DIR`}`,
    });
  }
  throw new CiceroneError("unknown-dataset", `No dataset ${name} can be downloaded.`, {
    hint: `${close === undefined ? "" : `Did you mean ${close}? `}There are ${[...MOVIELENS, GOODBOOKS].map((download) => download.name).join(", ")}, amazon-2018-… and amazon-2023-…: cicerone data list amazon`,
  });
}
