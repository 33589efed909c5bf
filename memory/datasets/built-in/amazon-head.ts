import type { DescriptorInput } from "../descriptor.ts";
import type { AmazonCategory } from "./amazon-categories.ts";

export const AMAZON_NOUN = {
  one: "product",
  many: "products",
  verb: "try",
  past: "tried",
  aliases: ["item", "items", "article", "articles", "thing", "things"],
};

/** What both releases of Amazon reviews have in common. */
export function amazonHead({ name, release, title, reviews }: AmazonCategory) {
  const many = reviews.toLocaleString("en");
  return {
    name,
    noun: AMAZON_NOUN,
    about:
      release === 2018
        ? `Amazon ${title}, 2018: ${many} reviews, 5-core, with the products' data (McAuley Lab).`
        : `Amazon ${title}, 2023: about ${many} reviews with the products' data (McAuley Lab).`,
    licence:
      release === 2018
        ? "Research use; the publisher states no licence. Ni, Li & McAuley 2019."
        : "Research use; the publisher states no licence. Hou et al. 2024, arXiv 2403.03952.",
    scale: { min: 1, max: 5 },
    positiveFrom: 4,
    identifiers: ["asin"],
    facets: [
      {
        name: "brand",
        kind: "category",
        aliases: ["brand", "by", "from", "made by", "maker", "label", "manufacturer", "store"],
        strength: 0.8,
      },
      {
        name: "category",
        kind: "tags",
        aliases: ["category", "kind", "type", "sort", "categories", "department"],
        strength: 0.6,
      },
      {
        name: "price",
        kind: "number",
        unit: "USD",
        aliases: ["price", "cost", "costs", "dollars", "dollar", "usd", "bucks", "how much", "under $"],
        lower: ["cheaper", "less expensive", "more affordable"],
        higher: ["more expensive", "dearer", "pricier"],
        low: ["cheap", "affordable", "inexpensive", "budget", "cheapest"],
        high: ["expensive", "premium", "pricey", "high-end"],
        strength: 0.5,
      },
    ],
  } satisfies Partial<DescriptorInput>;
}
