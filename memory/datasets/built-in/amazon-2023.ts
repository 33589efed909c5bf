import type { DescriptorInput } from "../descriptor.ts";
import type { AmazonCategory } from "./amazon-categories.ts";
import { priceOf, textOf, textsOf, titleOf } from "./amazon-columns.ts";
import { amazonHead } from "./amazon-head.ts";

/** A category of 2023: all its reviews and, where it is there, the products' data. Variants (colours, sizes) are one product, by `parent_asin`. */
export function amazon2023(category: AmazonCategory): DescriptorInput {
  const { stem } = category;
  return {
    ...amazonHead(category),
    files: {
      reviews: {
        file: [`${stem}.jsonl.gz`, `${stem}.jsonl`],
        format: "jsonl",
        columns: ["user_id", "parent_asin", "rating", "timestamp", "title", "text"],
      },
      products: {
        file: [`meta_${stem}.jsonl.gz`, `meta_${stem}.jsonl`],
        optional: true,
        format: "jsonl",
        columns: [
          "parent_asin",
          "title",
          "store",
          "price",
          "main_category",
          "categories",
          "description",
          "features",
        ],
      },
    },
    items: `
WITH reviewed AS (
  SELECT parent_asin, count(*) AS reviews FROM reviews GROUP BY parent_asin
),
cleaned AS (
  SELECT
    parent_asin,
    ${textOf("title")} AS title,
    ${textOf("store")} AS brand,
    ${priceOf("price")} AS price,
    ${textsOf("categories")} AS categories,
    ${textOf("main_category")} AS main_category,
    array_to_string(list_concat(${textsOf("description")}, ${textsOf("features")}), ' ') AS prose
  FROM products SEMI JOIN reviewed USING (parent_asin)
  QUALIFY row_number() OVER (PARTITION BY parent_asin ORDER BY (title IS NULL), length(title)) = 1
),
product AS (
  SELECT *, CASE WHEN len(categories) > 0 THEN categories WHEN main_category IS NOT NULL THEN [main_category] END AS category
  FROM cleaned
)
SELECT
  parent_asin AS id,
  ${titleOf("product.title", "brand", "category", "parent_asin")} AS title,
  prose(prose) AS text,
  brand,
  category,
  price,
  parent_asin AS asin
FROM reviewed LEFT JOIN product USING (parent_asin)
ORDER BY reviews DESC, parent_asin`,
    interactions: `
SELECT
  user_id AS "user",
  parent_asin AS item,
  rating AS "value",
  try_cast("timestamp" AS DOUBLE) / 1000 AS "at",
  text AS review,
  title AS headline
FROM reviews`,
  };
}
