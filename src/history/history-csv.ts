import type { Catalogue } from "../../memory/items/catalogue.ts";
import { entryOf } from "../../memory/users/exports/entry.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";
import { describeItems } from "./describe-items.ts";
import { UNDATED } from "./events-of.ts";
import { ownCsv, ownRow } from "./unmatched.ts";

/** A history as a table that `history import` reads, anywhere. What was turned down untried is no history and is left out. */
export function historyCsv(events: readonly HistoryEvent[], catalogue: Catalogue): string {
  const items = describeItems(
    catalogue,
    events.map(({ item }) => item),
  );
  const { min = 1, max = 5 } = catalogue.scale ?? {};
  return ownCsv(
    events.flatMap(({ item, verdict, value, provenance }) => {
      const known = items[item];
      if (verdict === "rejected") return [];
      const entry = entryOf({
        line: 0,
        source: "Cicerone",
        title: known?.title ?? item,
        year: known?.year,
        people: known?.people ?? [],
        ids: { [catalogue.name]: item, ...known?.identifiers },
        verdict,
        rating: value === undefined ? undefined : { value, min, max },
        at: provenance.at === UNDATED ? undefined : provenance.at,
      });
      return [ownRow(entry)];
    }),
  );
}
