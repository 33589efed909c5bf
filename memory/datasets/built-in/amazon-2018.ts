import type { DescriptorInput } from "../descriptor.ts";
import type { AmazonCategory } from "./amazon-categories.ts";
import { priceOf, textOf, textsOf, titleOf } from "./amazon-columns.ts";
import { amazonHead } from "./amazon-head.ts";

/** A category of 2018: its 5-core reviews, and of the products' data, where that is there, what belongs to a product in them. */
export function amazon2018(category: AmazonCategory): DescriptorInput {
  const { stem } = category;
  return {
    ...amazonHead(category),
    files: {
      reviews: {
        file: [`${stem}_5.json.gz`, `${stem}_5.json`],
        format: "jsonl",
        columns: ["reviewerID", "asin", "overall", "unixReviewTime", "summary", "reviewText"],
      },
      products: {
        file: [`meta_${stem}.json.gz`, `meta_${stem}.json`],
        optional: true,
        format: "jsonl",
        columns: ["asin", "title", "brand", "price", "category", "description", "feature"],
      },
    },
    items: `
WITH reviewed AS (
  SELECT asin, count(*) AS reviews FROM reviews GROUP BY asin
),
product AS (
  SELECT
    asin,
    ${textOf("title")} AS title,
    ${textOf("regexp_replace(brand, '^\\s*(?:by|brand:)\\s+', '', 'i')")} AS brand,
    ${priceOf("price")} AS price,
    ${textsOf("category")} AS category,
    array_to_string(list_concat(${textsOf("description")}, ${textsOf("feature")}), ' ') AS prose
  FROM products SEMI JOIN reviewed USING (asin)
  QUALIFY row_number() OVER (PARTITION BY asin ORDER BY (title IS NULL), length(title)) = 1
)
SELECT
  asin AS id,
  ${titleOf("product.title", "brand", "category", "asin")} AS title,
  prose(prose) AS text,
  brand,
  category,
  price,
  asin
FROM reviewed LEFT JOIN product USING (asin)
ORDER BY reviews DESC, asin`,
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
}
