import type { Interactions } from "../../../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../../../memory/errors.ts";
import type { Random } from "../../../../memory/random.ts";
import { keepRows } from "../../../../tools/scoring/interaction-rows.ts";
import { timeOrder } from "../../../../tools/scoring/sequences.ts";
import { shuffled } from "./person.ts";

/** One interaction of a person's history. */
export interface Happening {
  readonly item: number;
  /** On the dataset's scale; undefined where there is none. */
  readonly value: number | undefined;
  readonly liked: boolean;
}

/** A person's history in two parts: what can be told, and what happened after. */
export interface History {
  readonly user: number;
  readonly earlier: readonly Happening[];
  readonly later: readonly Happening[];
}

export interface DrawOptions {
  readonly count: number;
  /** Rating from which an interaction counts as a like; undefined: each does. */
  readonly positiveFrom: number | undefined;
  /** Fewest likes in either part; with fewer there is nothing to tell, or nothing to find. */
  readonly fewest: number;
}

/** Users drawn from a dataset, and all interactions of the others. */
export interface Drawn {
  readonly histories: readonly History[];
  readonly train: Interactions;
}

/**
 * Draws users at random among those with enough likes in either half of their history, by time. All that the drawn users did is taken
 * out of `train`. Throws CiceroneError `nothing-to-measure` where nobody has enough.
 */
export function drawHistories(interactions: Interactions, options: DrawOptions, random: Random): Drawn {
  const { count, positiveFrom, fewest } = options;
  const { offsets, order } = timeOrder(interactions);
  const likes = (part: readonly Happening[]): number => part.filter(({ liked }) => liked).length;
  const eligible = interactions.userIds.flatMap((_, user) => {
    const rows = order.subarray(offsets[user] ?? 0, offsets[user + 1] ?? 0);
    const all = Array.from(rows, (row) => happeningOf(interactions, row, positiveFrom));
    const half = Math.floor(all.length / 2);
    const history = { user, earlier: all.slice(0, half), later: all.slice(half) };
    return likes(history.earlier) >= fewest && likes(history.later) >= fewest ? [history] : [];
  });
  if (eligible.length === 0) {
    throw new CiceroneError("nothing-to-measure", `nobody has ${fewest} likes in either half of a history`, {
      hint: "import a dataset with longer histories",
    });
  }
  const histories = shuffled(eligible, random).slice(0, count);
  const drawn = new Set(histories.map(({ user }) => user));
  const train = keepRows(interactions, (row) => !drawn.has(interactions.users[row] ?? -1));
  return { histories, train };
}

function happeningOf(
  { items, values }: Interactions,
  row: number,
  positiveFrom: number | undefined,
): Happening {
  const given = values?.[row] ?? Number.NaN;
  const value = Number.isNaN(given) ? undefined : given;
  const liked = positiveFrom === undefined || (value !== undefined && value >= positiveFrom);
  return { item: items[row] ?? 0, value, liked };
}
