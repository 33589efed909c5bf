import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../../memory/errors.ts";
import { timeOrder } from "../../../tools/scoring/sequences.ts";
import { type Holdout, type Split, splitBy } from "./split.ts";

type Place = "train" | "test" | "later";

/**
 * Leave-one-out by time: the last interaction of a user is the test, the one before it the validation; ties in file order. For
 * "validation" the last interaction is thrown away, so that tuning never sees it. A user needs two interactions for a test and
 * three for a validation; others only train.
 */
export function leaveOneOut(interactions: Interactions, holdout: Holdout): Split {
  const cut = holdout === "test" ? 1 : 2;
  return eachUser(interactions, (place, length) => {
    const target = length - cut;
    // Too short to hold anything out: it trains, but the test interaction of a validation split still must not.
    if (target < 1) return place < Math.max(1, target + 1) ? "train" : "later";
    if (place === target) return "test";
    return place < target ? "train" : "later";
  });
}

/**
 * The latest share of every user's interactions is the test, as much before it the validation; at least one interaction of a user
 * trains. For "validation" the test part is thrown away.
 * @param share of a user's interactions, 0..1; rounded up, so that whoever has two has something to predict
 */
export function temporalByUser(interactions: Interactions, holdout: Holdout, share: number): Split {
  return eachUser(interactions, (place, length) => {
    const held = Math.min(length - 1, Math.ceil(share * length));
    if (holdout === "test") return place < length - held ? "train" : "test";
    const heldBefore = Math.min(length - held - 1, Math.ceil(share * length));
    if (place >= length - held) return "later";
    return place < length - held - heldBefore ? "train" : "test";
  });
}

/**
 * One moment for everybody: what came at or after it is the test, as a service that goes live sees it. The moment is where the given
 * share of all interactions is left; the validation part is as many before it. Users of whom nothing came before it have no history.
 * @throws CiceroneError "no-common-clock" where times are positions in each user's own sequence
 */
export function temporalGlobal(
  interactions: Interactions,
  holdout: Holdout,
  share: number,
  time: "clock" | "position",
): Split {
  if (time === "position") {
    throw new CiceroneError(
      "no-common-clock",
      "This dataset knows the order of each user's interactions, not when they were.",
      {
        hint: "use --split leave-one-out or --split temporal-user",
      },
    );
  }
  const times = interactions.at.slice().sort();
  const momentAt = (left: number): number =>
    times[Math.floor((1 - left) * times.length)] ?? Number.POSITIVE_INFINITY;
  const testFrom = momentAt(share);
  const from = holdout === "test" ? testFrom : momentAt(Math.min(1, 2 * share));
  const until = holdout === "test" ? Number.POSITIVE_INFINITY : testFrom;
  return splitBy(interactions, (row) => {
    const at = interactions.at[row] ?? 0;
    if (at < from) return "train";
    return at < until ? "test" : undefined;
  });
}

/** @param placed where the interaction at `place` of a user's `length`, oldest first, goes */
function eachUser(interactions: Interactions, placed: (place: number, length: number) => Place): Split {
  const { offsets, order } = timeOrder(interactions);
  const places = new Uint8Array(order.length);
  for (let user = 0; user + 1 < offsets.length; user++) {
    const [from, to] = [offsets[user] ?? 0, offsets[user + 1] ?? 0];
    for (let at = from; at < to; at++) places[order[at] ?? 0] = CODE[placed(at - from, to - from)];
  }
  return splitBy(interactions, (row) => {
    if (places[row] === CODE.train) return "train";
    return places[row] === CODE.test ? "test" : undefined;
  });
}

const CODE = { later: 0, train: 1, test: 2 } as const;
