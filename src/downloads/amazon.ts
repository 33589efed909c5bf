import { AMAZON_CATEGORIES, type AmazonCategory } from "../../memory/datasets/built-in/amazon-categories.ts";
import type { Download, Licence, RemoteFile } from "./remote-file.ts";

const BASE = "https://mcauleylab.ucsd.edu/public_datasets/data";

const PAGES = {
  2018: "https://cseweb.ucsd.edu/~jmcauley/datasets/amazon_v2/",
  2023: "https://amazon-reviews-2023.github.io/",
} as const;

const PAPERS = {
  2018: "Ni, Li & McAuley 2019, “Justifying recommendations using distantly-labeled reviews and fine-grained aspects”",
  2023: "Hou et al. 2024, “Bridging Language and Items for Retrieval and Recommendation”, https://arxiv.org/abs/2403.03952",
} as const;

/** Neither sizes nor checksums are published: each file's own CRC is checked, and what was fetched first is remembered. */
export const AMAZON: readonly Download[] = AMAZON_CATEGORIES.map((category) => ({
  name: category.name,
  publisher: "McAuley Lab, UC San Diego",
  page: PAGES[category.release],
  licence: licenceOf(category.release),
  size: `${counted(category.reviews)} reviews`,
  files: filesOf(category),
}));

function filesOf({ release, stem }: AmazonCategory): RemoteFile[] {
  const paths =
    release === 2018
      ? [`amazon_v2/categoryFilesSmall/${stem}_5.json.gz`, `amazon_v2/metaFiles2/meta_${stem}.json.gz`]
      : [
          `amazon_2023/raw/review_categories/${stem}.jsonl.gz`,
          `amazon_2023/raw/meta_categories/meta_${stem}.jsonl.gz`,
        ];
  return paths.map((path) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    url: `${BASE}/${path}`,
    content: { kind: "gzip" },
  }));
}

function licenceOf(release: 2018 | 2023): Licence {
  return {
    short: "research; no licence stated",
    text: [
      "The McAuley Lab collected these reviews and product data from Amazon and publishes them for research, without stating a licence.",
      "Reviews and product texts remain their authors' and Amazon's: whoever uses them for more than research must clear that.",
      `Publications cite ${PAPERS[release]}.`,
    ].join(" "),
    url: PAGES[release],
  };
}

function counted(reviews: number): string {
  if (reviews >= 1e6) return `${(reviews / 1e6).toFixed(reviews >= 1e7 ? 0 : 1)} million`;
  return reviews >= 1e5 ? `${Math.round(reviews / 1e3)},000` : reviews.toLocaleString("en");
}
