import type { ItemId } from "../../memory/ids.ts";
import type { Entry, GivenValue } from "../../memory/users/exports/entry.ts";
import type { NewHistoryEvent } from "../../memory/users/history.ts";

interface Scale {
  readonly min: number;
  readonly max: number;
}

/** What happened on a day that the file does not tell: before everything that has a day. */
export const UNDATED = 0;

/**
 * What an entry says of the item it was linked to. A rating keeps its share of the best there is: 4.5 of 5 is 4.5 of 1..5, 9 of 10 too, and
 * what falls below the catalogue's lowest counts as that. Where the catalogue has no ratings, the upper third is a like, the lower two
 * fifths a dislike.
 *
 * @param thread of the import
 */
export function eventOf(
  entry: Entry,
  item: ItemId,
  scale: Scale | undefined,
  thread: string,
): NewHistoryEvent {
  const rated = entry.rating === undefined ? undefined : verdictOf(entry.rating, scale);
  return {
    item,
    ...(rated ?? { verdict: entry.verdict }),
    scope: "always",
    provenance: { thread, turn: IMPORT_TURN, said: said(entry), at: entry.at ?? UNDATED },
  };
}

/** An import is one turn of a thread of its own. */
export const IMPORT_TURN = 0;

function verdictOf(rating: GivenValue, scale: Scale | undefined): Pick<NewHistoryEvent, "verdict" | "value"> {
  const share = rating.value / rating.max;
  if (scale !== undefined) return { verdict: "rated", value: converted(rating, scale) };
  return { verdict: share > 2 / 3 ? "liked" : share <= 2 / 5 ? "disliked" : "seen" };
}

/** By the share of the maximum, to a hundredth; linearly where a scale goes below zero and shares mean nothing. */
export function converted({ value, min, max }: GivenValue, scale: Scale): number {
  const shared = (value / max) * scale.max;
  const linear = scale.min + ((value - min) / (max - min || 1)) * (scale.max - scale.min);
  const kept = scale.min < 0 ? linear : Math.max(scale.min, shared);
  return Math.round(100 * kept) / 100;
}

/** "Letterboxd ratings.csv: Heat (1995), 4.5 of 5, 2021-03-02". */
export function said({ source, title, year, rating, verdict, again, at }: Entry): string {
  const name = year === undefined ? title : `${title} (${year})`;
  const told = rating === undefined ? verdict : `${rating.value} of ${rating.max}`;
  const parts = [
    name || "untitled",
    again ? `${told} again` : told,
    ...(at === undefined ? [] : [dayOf(at)]),
  ];
  return `${source}: ${parts.join(", ")}`;
}

/** "2021-03-02"; "" where the day is not known. */
export function dayOf(at: number): string {
  return at === UNDATED ? "" : new Date(at).toISOString().slice(0, 10);
}
