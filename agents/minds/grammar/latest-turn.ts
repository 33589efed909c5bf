import { isFromExport } from "../../../memory/users/history.ts";
import type { Provenance } from "../../../memory/users/profile.ts";
import type { Situation } from "../mind.ts";

/** The turn that last added to memory, this thread's before those of others: what "forget that" means. It never means a whole import. */
export function latestTurn({ facts, history, thread }: Situation): Provenance | undefined {
  const all = [...facts, ...history]
    .map(({ provenance }) => provenance)
    .filter((provenance) => !isFromExport(provenance));
  const own = all.filter((provenance) => provenance.thread === thread);
  return (own.length > 0 ? own : all).reduce<Provenance | undefined>(
    (last, one) =>
      last === undefined || one.at > last.at || (one.at === last.at && one.turn > last.turn) ? one : last,
    undefined,
  );
}
