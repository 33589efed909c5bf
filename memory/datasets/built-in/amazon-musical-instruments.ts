import type { DescriptorInput } from "../descriptor.ts";
import { AMAZON_NOUN } from "./amazon-head.ts";

/**
 * Amazon Musical Instruments 2014, 5-core: the set on which rating prediction from reviews is reported. The products' data of that year is
 * no JSON and seldom at hand: products go by their numbers. Their texts stay empty, since reviews may be what is to be foretold.
 */
export const AMAZON_MUSICAL_INSTRUMENTS: DescriptorInput = {
  name: "amazon-musical-instruments",
  noun: AMAZON_NOUN,
  about:
    "Amazon Musical Instruments 2014, 5-core: 10,261 reviews of 900 products by 1,429 people; no titles (McAuley Lab).",
  licence: "Academic use. McAuley et al. 2015; He & McAuley 2016.",
  scale: { min: 1, max: 5 },
  positiveFrom: 4,
  identifiers: ["asin"],
  files: {
    reviews: {
      file: [
        "Musical_Instruments_5.json",
        "Musical_Instruments_5.json.gz",
        "reviews_Musical_Instruments_5.json",
        "reviews_Musical_Instruments_5.json.gz",
      ],
      format: "jsonl",
      columns: ["reviewerID", "asin", "overall", "unixReviewTime", "summary", "reviewText"],
    },
  },
  items: `
SELECT asin AS id, 'Product ' || asin AS title, asin
FROM reviews WHERE asin IS NOT NULL
GROUP BY asin
ORDER BY count(*) DESC, asin`,
  interactions: `
SELECT
  reviewerID AS "user",
  asin AS item,
  overall AS "value",
  unixReviewTime AS "at",
  reviewText AS review,
  summary AS headline
FROM reviews`,
};
