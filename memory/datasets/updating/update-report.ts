import type { Manifest } from "../../store/manifest.ts";
import type { Rejection } from "../importing/import-report.ts";
import type { MergedInteractions } from "./new-interactions.ts";

/** What an update read, took in and turned away: `read` = added + changed + unchanged + the sum of `rejected`. */
export interface UpdateReport {
  readonly name: string;
  readonly items: {
    readonly read: number;
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly rejected: readonly Rejection[];
  };
  readonly interactions: MergedInteractions & {
    readonly read: number;
    readonly rejected: readonly Rejection[];
  };
  /** What the snapshot holds now. */
  readonly counts: Manifest["counts"];
  readonly newUsers: number;
  /** Facet values that could not be read: the item is kept without them. */
  readonly unreadable: readonly Rejection[];
  readonly emptyFacets: readonly string[];
  /** Files of the dataset that were not among those of the update. */
  readonly notThere: readonly string[];
  readonly seconds: number;
}

/** The report where all files are as they were. */
export function nothingNew({ name, counts }: Manifest, seconds: number): UpdateReport {
  const none = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: [] };
  return {
    name,
    items: none,
    interactions: none,
    counts,
    newUsers: 0,
    unreadable: [],
    emptyFacets: [],
    notThere: [],
    seconds,
  };
}
