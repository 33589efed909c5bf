import type { Identifiers } from "../../items/identifiers.ts";

/** What sort of thing a service keeps. A film is not looked for among books. */
export type Kind = "film" | "show" | "book";

/** A rating as the file gives it: 4.5 of 0.5..5. */
export interface GivenValue {
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** One thing that somebody's export tells, before anybody knows which item it means. */
export interface Entry {
  /** The line of the file, or the place in a JSON list, from 1. */
  readonly line: number;
  /** The file as people know it: "Letterboxd ratings.csv". */
  readonly source: string;
  readonly title: string;
  /** Original or alternative titles that the file knows. */
  readonly otherTitles: readonly string[];
  readonly year: number | undefined;
  /** Directors or authors. */
  readonly people: readonly string[];
  readonly ids: Identifiers;
  readonly kind: Kind | undefined;
  readonly verdict: "seen" | "liked" | "disliked" | "wanted" | "rated";
  /** Present exactly when the verdict is `rated`. */
  readonly rating: GivenValue | undefined;
  /** When it happened, in milliseconds since the epoch; undefined where the file does not say. */
  readonly at: number | undefined;
  readonly review: string | undefined;
  /** Not the first time. */
  readonly again: boolean;
  /** The id or the exact title that a person filled in. */
  readonly item: string | undefined;
}

/** What a format makes of one row: an entry, nothing on purpose ("a trailer"), or nothing because the row is broken. */
export type Read = { readonly entry: Entry } | { readonly skipped: string } | { readonly broken: string };

/** An entry of which a format tells only what it knows. */
export function entryOf(known: Pick<Entry, "line" | "source" | "title" | "verdict"> & Partial<Entry>): Entry {
  return {
    otherTitles: [],
    year: undefined,
    people: [],
    ids: {},
    kind: undefined,
    rating: undefined,
    at: undefined,
    review: undefined,
    again: false,
    item: undefined,
    ...known,
  };
}
