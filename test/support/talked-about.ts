import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { FacetDeclaration } from "../../memory/items/facet.ts";
import { seededRandom } from "../../memory/random.ts";
import type { RecordedDialogue } from "../../tools/dialogue/said.ts";
import { catalogueOf } from "./catalogue.ts";

/** Each kind with its own words: whoever says them is recommended items of the kind. */
export const KINDS = { Horror: "spooky", Comedy: "silly" } as const;
const EACH = 12;

/** Twelve horror and twelve comedy items; items 0 and 1, and 12 and 13, are parts of a series. */
export function talkedAbout(): Catalogue {
  const items = Object.keys(KINDS).flatMap((kind) =>
    Array.from({ length: EACH }, (_, at) => ({
      id: ItemId.parse(`${kind}-${at}`),
      title: at < 2 ? `${kind} Saga ${at + 1}` : `${kind} number ${"abcdefghijkl"[at]}x`,
      text: `A story of ${kind === "Horror" ? "a haunted house and its ghosts" : "a wedding and its jokes"}, ${at}.`,
      facets: { kind: [kind], by: [`Ada ${kind}`], year: 1990 + at },
    })),
  );
  const facets = [
    { name: "kind", kind: "tags", synonyms: { Horror: ["scary"] } },
    { name: "by", kind: "people" },
    { name: "year", kind: "year" },
  ].map((facet) => FacetDeclaration.parse(facet));
  return catalogueOf(items, facets);
}

/** Sixty dialogues: a word of the kind is said, and two of its items are recommended, always the same two together, the first pairs more often. */
export function recordedTalks(): RecordedDialogue[] {
  const random = seededRandom(3);
  return Array.from({ length: 60 }, (): RecordedDialogue => {
    const [base, word] = random() < 0.5 ? [0, KINDS.Horror] : [EACH, KINDS.Comedy];
    const pair = Math.floor((random() * random() * EACH) / 2);
    const [first, second] = random() < 0.5 ? [0, 1] : [1, 0];
    return [
      { by: "seeker", text: `I want something ${word} please`, items: [] },
      { by: "recommender", text: "how about", items: [base + 2 * pair + first] },
      { by: "seeker", text: `yes, more ${word} ones`, items: [] },
      { by: "recommender", text: "then try", items: [base + 2 * pair + second] },
    ];
  });
}
