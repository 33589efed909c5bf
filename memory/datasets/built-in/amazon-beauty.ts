import type { DescriptorInput } from "../descriptor.ts";

/** First attributes that begin a category path; any other first attribute is a brand. */
const DEPARTMENTS = ["Bath & Body", "Fragrance", "Hair Care", "Makeup", "Skin Care", "Tools & Accessories"];

const departments = DEPARTMENTS.map((name) => `'${name}'`).join(", ");

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
  facets: [
    {
      name: "brand",
      kind: "category",
      aliases: ["brand", "by", "from", "made by", "maker", "label", "manufacturer"],
      synonyms: {
        "L'Oreal Paris": ["loreal", "l'oreal", "l'oréal", "loreal paris"],
        "e.l.f. Cosmetics": ["elf", "e.l.f.", "elf cosmetics"],
        "Burt's Bees": ["burts bees"],
        COVERGIRL: ["cover girl"],
        "Estee Lauder": ["estée lauder"],
        Clinique: ["clinic"],
      },
      strength: 0.8,
    },
    {
      name: "department",
      kind: "category",
      aliases: ["department", "section", "area", "for the"],
      synonyms: {
        Makeup: ["make-up", "make up", "cosmetics"],
        "Hair Care": ["hair", "haircare", "hair product", "hair products"],
        "Skin Care": ["skin", "skincare", "skin product", "skin products"],
        "Bath & Body": ["bath", "bath and body", "shower"],
        Fragrance: ["fragrances", "perfume", "perfumes", "scent", "scents", "cologne"],
        "Tools & Accessories": ["tools", "accessories", "tools and accessories"],
      },
      strength: 0.7,
    },
    {
      name: "category",
      kind: "tags",
      aliases: ["category", "kind", "type", "sort", "categories"],
      synonyms: {
        "Nail Polish": ["nail varnish", "nail lacquer", "polish", "nail colour", "nail color"],
        Shampoos: ["shampoo"],
        Conditioners: ["conditioner"],
        Cleansers: ["cleanser", "face wash", "facial wash"],
        Moisturizers: ["moisturizer", "moisturiser", "moisturisers", "moisturizing cream"],
        "Creams & Moisturizers": ["cream", "creams"],
        Lotions: ["lotion"],
        Mascara: ["mascaras"],
        Lipstick: ["lipsticks"],
        Foundation: ["foundations"],
        Sun: ["sunscreen", "sun cream", "sun block", "sunblock", "spf"],
        Eyes: ["eye", "for the eyes"],
        Face: ["facial", "for the face"],
        Body: ["for the body"],
        Lips: ["lip", "for the lips"],
        Nails: ["nail", "for the nails"],
        "Women's": ["women", "for women", "for her", "ladies"],
        "Men's": ["men", "for men", "for him"],
        "Hair Dryers": ["hair dryer", "hairdryer", "blow dryer"],
        "Styling Tools": ["styling tool"],
        "Makeup Brushes & Tools": ["makeup brush", "makeup brushes", "make-up brushes", "brushes"],
      },
      strength: 0.6,
    },
  ],
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
    plain_text(idgenrec_text) AS words,
    list_transform(string_split(coalesce(attributes, ''), '|'), lambda part: plain_text(part)) AS parts
  FROM products
),
sorted AS (
  SELECT
    *,
    parts[1] NOT IN (${departments}) AS branded,
    CASE WHEN branded THEN parts[2:] ELSE parts END AS path
  FROM product
)
SELECT
  item_id AS id,
  coalesce(
    nullif(title_case(words), ''),
    nullif(array_to_string([CASE WHEN branded AND parts[1] <> 'Unknown' THEN parts[1] END, path[-1]], ' '), ''),
    'Product ' || item_id
  ) AS title,
  CASE WHEN branded AND parts[1] <> 'Unknown' THEN nullif(parts[1], '') END AS brand,
  path[1] AS department,
  path[2:] AS category
FROM sorted`,
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
