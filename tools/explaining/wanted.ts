import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";
import { sayWanted } from "./sentences.ts";
import { tastedIn } from "./tasted.ts";

/** Told first: of what fits, this is what the person chose already. */
const STRENGTH = 1;

/** That the item itself is one the person meant to try. */
export function wantedReasons(grounds: Grounds): Reason[] {
  if (!isWanted(grounds)) return [];
  const { catalogue, item } = grounds;
  return [
    {
      claim: {
        claim: sayWanted(catalogue.title(item), catalogue.noun),
        evidence: [{ kind: "wanted", item: catalogue.id(item) }],
      },
      strength: STRENGTH,
      topic: "wanted",
      anchors: [item],
      reserved: true,
    },
  ];
}

export function isWanted({ history, item }: Pick<Grounds, "history" | "item">): boolean {
  return tastedIn(history, item)?.verdict === "wanted";
}
