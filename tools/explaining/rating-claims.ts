import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { RatedItem } from "../rating/given.ts";
import type { RatingPrediction } from "../rating/rater.ts";
import { checkClaim } from "./check-claim.ts";
import type { Claim, Evidence } from "./claim.ts";
import { decimal } from "./decimal.ts";
import { sayList } from "./facet-words.ts";
import type { Grounds, RatedGrounds } from "./grounds.ts";
import { statisticsReasons } from "./standing.ts";

type RatedAlike = Extract<Evidence, { kind: "rated-alike" }>;

/** Below this likeness two items are not said to be rated alike. */
const ALIKE = 0.3;

/** What a predicted rating rests on: the user's own word about the item, their ratings of items rated alike, everybody's average. All of it checked. */
export function ratingClaims(
  catalogue: Catalogue,
  prediction: RatingPrediction,
  own: RatedGrounds["own"],
): Claim[] {
  const rated: RatedGrounds = {
    own,
    alike: new Map(prediction.reasons.closest.map(({ item, similarity }) => [item, similarity])),
  };
  const grounds: Grounds = { ...bare(catalogue, prediction.item), rated };
  const statistics = statisticsReasons(grounds).map(({ claim }) => claim);
  const claims = [...ownClaim(rated, prediction.item), ...alikeClaim(grounds, rated), ...statistics];
  return claims.filter((claim) => checkClaim(claim, grounds));
}

/** What the user said, by catalogue index; of items that the catalogue no longer has nothing can be said. */
export function ownRatings(catalogue: Catalogue, ratings: readonly RatedItem[]): RatedGrounds["own"] {
  return new Map(
    ratings.flatMap((rating) => {
      const index = catalogue.indexOf(rating.item);
      return index === undefined ? [] : [[index, rating] as const];
    }),
  );
}

function ownClaim({ own }: RatedGrounds, item: number): Claim[] {
  const rating = own.get(item);
  if (rating === undefined) return [];
  const { value, from = "rated" } = rating;
  return [
    {
      claim: from === "rated" ? `You gave it ${number(value)} yourself` : `You ${from} it yourself`,
      evidence: [{ kind: "own-rating", value, from }],
    },
  ];
}

function alikeClaim({ catalogue, item }: Grounds, { own, alike }: RatedGrounds): Claim[] {
  const evidence = [...alike].flatMap(([index, similarity]): RatedAlike[] => {
    const rating = own.get(index);
    if (rating === undefined || index === item || similarity < ALIKE) return [];
    const { id, title } = catalogue.item(index);
    const { value, from = "rated" } = rating;
    return [{ kind: "rated-alike", item: id, title, value, from, similarity }];
  });
  if (evidence.length === 0) return [];
  const parts = [...Map.groupBy(evidence, ({ from }) => from)].map(([from, ones]) => sayJudged(from, ones));
  return [{ claim: `You ${sayList(parts)}: the closest to this one in how people rate them`, evidence }];
}

/** "gave Heat 5 and Seven 4", "liked Fargo". */
function sayJudged(from: RatedAlike["from"], judged: readonly RatedAlike[]): string {
  const titles = judged.map(({ title, value }) => (from === "rated" ? `${title} ${number(value)}` : title));
  return `${from === "rated" ? "gave" : from} ${sayList(titles)}`;
}

/** At most one decimal: 4, 4.6. */
function number(value: number): string {
  return decimal(value, 1);
}

/** Grounds on which only the catalogue speaks for the item. */
function bare(catalogue: Catalogue, item: number): Grounds {
  return {
    catalogue,
    item,
    history: [],
    contributions: new Map(),
    mass: 0,
    among: [item],
    examples: [],
    constraints: [],
    preferences: [],
    text: undefined,
    similarity: () => undefined,
    rankChanges: [],
    ranked: "catalogue",
  };
}
