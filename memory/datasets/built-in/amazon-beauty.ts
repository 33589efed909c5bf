import { literal } from "../../store/duckdb.ts";
import type { DescriptorInput } from "../descriptor.ts";
import { CATEGORY_PARTS } from "./beauty-categories.ts";
import {
  BEAUTY_AUDIENCE,
  BEAUTY_BRAND,
  BEAUTY_CATEGORY,
  BEAUTY_COLOR,
  BEAUTY_DEPARTMENT,
  BEAUTY_FEATURE,
  BEAUTY_LEXICON,
} from "./beauty-facets.ts";
import { COLORS, CONCERNS, INGREDIENTS, labelsIn, QUALITIES, tidyTitle } from "./beauty-words.ts";

/** First attributes that begin a category path; any other first attribute is a brand. */
const DEPARTMENTS = ["Bath & Body", "Fragrance", "Hair Care", "Makeup", "Skin Care", "Tools & Accessories"];

const departments = DEPARTMENTS.map((name) => `'${name}'`).join(", ");

/** Brands that are everyday words of the trade. */
const EVERYDAY = ["clear", "generic", "image", "prestige", "retinol", "simple"];

const CATEGORY_MAP = `MAP {${Object.entries(CATEGORY_PARTS)
  .map(([category, parts]) => `${literal(category)}: [${parts.map(literal).join(", ")}]`)
  .join(", ")}}`;

/** Amazon Beauty 2014, 5-core: sequences without ratings. */
export const AMAZON_BEAUTY: DescriptorInput = {
  name: "amazon-beauty",
  noun: {
    one: "product",
    many: "products",
    verb: "try",
    past: "tried",
    aliases: [
      "item",
      "items",
      "cosmetic",
      "cosmetics",
      "beauty product",
      "beauty products",
      "thing",
      "things",
    ],
  },
  about: "Amazon Beauty 2014, 5-core: what 22,363 people bought of 12,101 products, in order; no ratings.",
  licence: "Academic use. McAuley et al. 2015; He & McAuley 2016.",
  time: "position",
  facets: [BEAUTY_BRAND, BEAUTY_DEPARTMENT, BEAUTY_CATEGORY, BEAUTY_AUDIENCE, BEAUTY_FEATURE, BEAUTY_COLOR],
  lexicon: BEAUTY_LEXICON,
  files: {
    products: {
      file: "items_derived.tsv",
      header: true,
      quote: "",
      columns: ["item_id", "asin", "idgenrec_text", "attributes"],
    },
    sequences: { file: "sequential_data.txt", separator: "\t", quote: "", columns: ["line"] },
  },
  items: `
WITH product AS (
  SELECT
    item_id,
    lower(plain_text(idgenrec_text)) AS words,
    list_transform(string_split(coalesce(attributes, ''), '|'), lambda part: plain_text(replace(part, '&reg;', ''))) AS parts
  FROM products
),
sorted AS (
  SELECT
    *,
    ${tidyTitle("words")} AS told,
    parts[1] NOT IN (${departments}) AS branded,
    CASE WHEN branded THEN parts[2:] ELSE parts END AS path,
    CASE WHEN branded AND parts[1] NOT IN ('', 'Unknown', 'Generic') THEN parts[1] END AS given
  FROM product
),
brands AS (
  -- One spelling for each; what is spelt like an everyday word is no brand where it only begins a title.
  SELECT mode(given) AS name, ${keyOf("given")} AS key FROM sorted WHERE given IS NOT NULL GROUP BY key
),
told AS (
  SELECT item_id, arg_max(name, length(key)) AS name
  FROM sorted JOIN brands ON starts_with(${keyOf("words")} || ' ', key || ' ')
  WHERE given IS NULL AND length(key) > 2 AND key NOT IN (${EVERYDAY.map((word) => `'${word}'`).join(", ")})
  GROUP BY item_id
),
made AS (
  SELECT sorted.*, coalesce(brands.name, told.name) AS brand
  FROM sorted
  LEFT JOIN brands ON brands.key = ${keyOf("sorted.given")}
  LEFT JOIN told USING (item_id)
)
SELECT
  item_id AS id,
  coalesce(
    CASE
      WHEN told = '' THEN NULL
      WHEN brand IS NULL THEN told
      WHEN NOT contains(brand, '&') AND starts_with(${keyOf("told")} || ' ', ${keyOf("brand")} || ' ')
      THEN concat_ws(' ', brand, nullif(array_to_string(string_split(told, ' ')[len(string_split(${keyOf("brand")}, ' ')) + 1:], ' '), ''))
      WHEN contains(letters(told), letters(split_part(brand, ' ', 1))) THEN told
      ELSE brand || ' ' || told
    END,
    nullif(concat_ws(' ', brand, path[-1]), ''),
    'Product ' || item_id
  ) AS title,
  brand,
  path[1] AS department,
  flatten(list_transform(path[2:], lambda part: coalesce(${CATEGORY_MAP}[part], [part]))) AS category,
  CASE
    WHEN list_contains(path, 'Men''s') OR regexp_matches(words, '\\b(?:men|mens|man|him|homme|gentlem[ae]n)\\b') THEN 'men'
    WHEN list_contains(path, 'Women''s') OR regexp_matches(words, '\\b(?:women|womens|her|femme|ladies)\\b') THEN 'women'
    WHEN regexp_matches(words, '\\b(?:kids?|bab(?:y|ies)|child(?:ren)?s?|toddlers?)\\b') THEN 'children'
  END AS audience,
  list_concat(${labelsIn("words", CONCERNS)}, ${labelsIn("words", QUALITIES)}, ${labelsIn("words", INGREDIENTS)}) AS feature,
  CASE
    WHEN path[1] = 'Makeup' OR list_has_any(path, ['Hair Color', 'Nail Tools', 'Nail Polish', 'Hair Extensions & Wigs', 'Styling Accessories'])
    THEN ${labelsIn("words", COLORS)}
  END AS color
FROM made
ORDER BY try_cast(item_id AS INTEGER)`,
  interactions: `
WITH sequence AS (
  SELECT string_split(line, ' ') AS ids FROM sequences
)
SELECT
  ids[1] AS "user",
  unnest(ids[2:]) AS item,
  generate_subscripts(ids[2:], 1) AS at
FROM sequence`,
};

/** SQL for a name by its letters, digits and blanks: "Burt's Bees" and "burts bees" are one brand. */
function keyOf(name: string): string {
  return `regexp_replace(trim(regexp_replace(lower(strip_accents(${name})), '[^a-z0-9 ]', '', 'g')), ' +', ' ', 'g')`;
}
