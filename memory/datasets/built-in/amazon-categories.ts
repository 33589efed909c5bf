/** A category of a release of Amazon reviews, as the McAuley Lab names its files. */
export interface AmazonCategory {
  /** "amazon-2018-musical-instruments". */
  readonly name: string;
  readonly release: 2018 | 2023;
  /** "Musical_Instruments": the stem of its files' names. */
  readonly stem: string;
  /** "Musical Instruments". */
  readonly title: string;
  /** Reviews in it, as published: exact for 2018 (5-core), to two or three figures for 2023. */
  readonly reviews: number;
}

/** 5-core reviews: everybody and everything in them has at least five (Ni, Li & McAuley 2019). */
const REVIEWS_2018 = {
  AMAZON_FASHION: 3_176,
  All_Beauty: 5_269,
  Appliances: 2_277,
  Arts_Crafts_and_Sewing: 494_485,
  Automotive: 1_711_519,
  Books: 27_164_983,
  CDs_and_Vinyl: 1_443_755,
  Cell_Phones_and_Accessories: 1_128_437,
  Clothing_Shoes_and_Jewelry: 11_285_464,
  Digital_Music: 169_781,
  Electronics: 6_739_590,
  Gift_Cards: 2_972,
  Grocery_and_Gourmet_Food: 1_143_860,
  Home_and_Kitchen: 6_898_955,
  Industrial_and_Scientific: 77_071,
  Kindle_Store: 2_222_983,
  Luxury_Beauty: 34_278,
  Magazine_Subscriptions: 2_375,
  Movies_and_TV: 3_410_019,
  Musical_Instruments: 231_392,
  Office_Products: 800_357,
  Patio_Lawn_and_Garden: 798_415,
  Pet_Supplies: 2_098_325,
  Prime_Pantry: 137_788,
  Software: 12_805,
  Sports_and_Outdoors: 2_839_940,
  Tools_and_Home_Improvement: 2_070_831,
  Toys_and_Games: 1_828_971,
  Video_Games: 497_577,
} as const;

/** All reviews, in thousands (Hou et al. 2024). */
const THOUSANDS_2023 = {
  All_Beauty: 701.5,
  Amazon_Fashion: 2_500,
  Appliances: 2_100,
  Arts_Crafts_and_Sewing: 9_000,
  Automotive: 20_000,
  Baby_Products: 6_000,
  Beauty_and_Personal_Care: 23_900,
  Books: 29_500,
  CDs_and_Vinyl: 4_800,
  Cell_Phones_and_Accessories: 20_800,
  Clothing_Shoes_and_Jewelry: 66_000,
  Digital_Music: 130.4,
  Electronics: 43_900,
  Gift_Cards: 152.4,
  Grocery_and_Gourmet_Food: 14_300,
  Handmade_Products: 664.2,
  Health_and_Household: 25_600,
  Health_and_Personal_Care: 494.1,
  Home_and_Kitchen: 67_400,
  Industrial_and_Scientific: 5_200,
  Kindle_Store: 25_600,
  Magazine_Subscriptions: 71.5,
  Movies_and_TV: 17_300,
  Musical_Instruments: 3_000,
  Office_Products: 12_800,
  Patio_Lawn_and_Garden: 16_500,
  Pet_Supplies: 16_800,
  Software: 4_900,
  Sports_and_Outdoors: 19_600,
  Subscription_Boxes: 16.2,
  Tools_and_Home_Improvement: 27_000,
  Toys_and_Games: 16_300,
  Video_Games: 4_600,
  Unknown: 63_800,
} as const;

export const AMAZON_CATEGORIES: readonly AmazonCategory[] = [
  ...Object.entries(REVIEWS_2018).map(([stem, reviews]) => category(2018, stem, reviews)),
  ...Object.entries(THOUSANDS_2023).map(([stem, thousands]) =>
    category(2023, stem, Math.round(thousands * 1_000)),
  ),
];

export const AMAZON_NAMES: readonly string[] = AMAZON_CATEGORIES.map(({ name }) => name);

function category(release: 2018 | 2023, stem: string, reviews: number): AmazonCategory {
  // Told after "Amazon": its own name need not be said twice.
  const title = stem.replace(/^amazon_fashion$/i, "Fashion").replaceAll("_", " ");
  const name = `amazon-${release}-${stem.toLowerCase().replaceAll("_", "-")}`;
  return { name, release, stem, title, reviews };
}
