import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { TalkSystem } from "./talk-system.ts";

const AT_ONCE = 5;

/** Shows the most popular items that it has not shown yet, whatever is said. */
export function popularSystem(catalogue: Catalogue): TalkSystem {
  return deaf("popular", catalogue, () => true);
}

/**
 * The same without what the person knows, which it is told and a system that listens has to find out: it never wastes a place.
 */
export function popularNewSystem(catalogue: Catalogue): TalkSystem {
  return deaf("popular-new", catalogue, (knows, id) => !knows.has(id));
}

function deaf(
  name: string,
  catalogue: Catalogue,
  shows: (knows: ReadonlySet<ItemId>, id: ItemId) => boolean,
): TalkSystem {
  const ranked = Array.from({ length: catalogue.size }, (_, item) => item)
    .sort((a, b) => catalogue.statistics(b).popularity - catalogue.statistics(a).popularity || a - b)
    .map((item) => catalogue.id(item));
  return {
    name,
    open: async ({ known }) => {
      const knows = new Set(known);
      const left = ranked.filter((id) => shows(knows, id));
      return {
        say: async () => ({ reply: "These are popular.", items: left.splice(0, AT_ONCE), relaxed: [] }),
        close: () => {},
      };
    },
  };
}
