import type { z } from "zod";
import type { FacetDeclaration } from "../../items/facet.ts";
import type { CatalogueLexicon } from "../../items/lexicon.ts";
import { CATEGORY_SPOKEN, CATEGORY_SYNONYMS } from "./beauty-categories.ts";
import { COLORS, CONCERNS, INGREDIENTS, QUALITIES } from "./beauty-words.ts";

type Facet = z.input<typeof FacetDeclaration>;

export const BEAUTY_BRAND: Facet = {
  name: "brand",
  kind: "category",
  aliases: ["brand", "by", "from", "made by", "maker", "label", "manufacturer"],
  synonyms: {
    "L'Oreal Paris": ["loreal", "l'oreal", "l'oréal", "loreal paris"],
    "e.l.f. Cosmetics": ["elf", "e.l.f.", "elf cosmetics"],
    "Burt's Bees": ["burts bees"],
    COVERGIRL: ["cover girl"],
    "Estee Lauder": ["estée lauder"],
    "Bare Escentuals": ["bare minerals", "bareminerals"],
    "Benefit Cosmetics": ["benefit"],
    "CND Cosmetics": ["cnd", "shellac"],
    OGX: ["organix"],
    "SHANY Cosmetics": ["shany"],
    "Sigma Beauty": ["sigma"],
    "WEN by Chaz Dean": ["wen", "chaz dean"],
    "Wet 'n Wild": ["wet n wild", "wet and wild"],
  },
  strength: 0.8,
};

export const BEAUTY_DEPARTMENT: Facet = {
  name: "department",
  kind: "category",
  aliases: ["department", "section", "area", "for the"],
  synonyms: {
    Makeup: ["make-up", "make up", "cosmetics"],
    "Hair Care": ["hair", "haircare", "hair product", "hair products", "for my hair", "for hair"],
    "Skin Care": ["skin", "skincare", "skin product", "skin products", "for my skin"],
    "Bath & Body": ["bath", "bath and body", "shower", "for the bath", "for the shower"],
    Fragrance: ["fragrances", "perfume", "perfumes", "scent", "scents", "cologne", "colognes"],
    "Tools & Accessories": ["tools", "accessories", "tools and accessories"],
  },
  spoken: { Fragrance: { many: "fragrances" } },
  strength: 0.7,
};

export const BEAUTY_CATEGORY: Facet = {
  name: "category",
  kind: "tags",
  aliases: ["category", "kind", "type", "sort", "categories"],
  synonyms: CATEGORY_SYNONYMS,
  spoken: CATEGORY_SPOKEN,
  strength: 0.6,
};

export const BEAUTY_AUDIENCE: Facet = {
  name: "audience",
  kind: "category",
  aliases: ["audience", "for whom", "made for"],
  synonyms: {
    men: [
      "men's",
      "mens",
      "for men",
      "for him",
      "for a man",
      "for my husband",
      "for my boyfriend",
      "for my dad",
      "male",
      "masculine",
    ],
    women: ["women's", "womens", "for women", "for her", "for a woman", "ladies", "female", "feminine"],
    children: ["kids", "kid", "for kids", "for children", "baby", "babies"],
  },
  spoken: {
    men: { adjective: "men's" },
    women: { adjective: "women's" },
    children: { adjective: "children's" },
  },
  strength: 0.7,
  shown: false,
};

/** What it is for, like and made with, as far as its words tell. */
export const BEAUTY_FEATURE: Facet = {
  name: "feature",
  kind: "tags",
  aliases: ["feature", "features", "ingredient", "ingredients", "smells of", "smelling of", "against"],
  synonyms: {
    acne: ["spots", "pimples", "blemishes", "breakouts", "blackheads", "problem skin"],
    "anti-aging": [
      "anti aging",
      "antiaging",
      "anti-ageing",
      "wrinkles",
      "anti-wrinkle",
      "mature skin",
      "fine lines",
    ],
    brightening: ["dark spots", "age spots", "whitening", "dull skin"],
    "color-treated hair": ["colored hair", "coloured hair", "dyed hair", "color treated hair"],
    "curly hair": ["curly", "curls", "wavy hair"],
    "damaged hair": ["split ends", "dry hair", "repair"],
    dandruff: ["anti-dandruff", "flaky scalp", "itchy scalp"],
    "dark circles": ["puffy eyes", "bags under the eyes", "tired eyes"],
    "dry skin": ["dry", "flaky skin", "eczema"],
    exfoliating: ["exfoliate", "exfoliation"],
    firming: ["lifting", "firm"],
    "frizzy hair": ["frizz", "frizzy", "anti-frizz"],
    "hair growth": ["hair loss", "thinning hair", "balding", "regrowth"],
    "long-lasting": ["long lasting", "long-wearing", "long wear"],
    moisturizing: ["moisturising", "hydrating", "hydration", "nourishing"],
    "oily skin": ["oily", "oil-free", "oil free", "shiny skin"],
    "sensitive skin": ["sensitive", "gentle", "hypoallergenic", "fragrance-free", "unscented"],
    shimmering: ["shimmer", "glitter", "sparkly", "glittery"],
    soothing: ["calming"],
    "sun protection": ["spf", "sun cream", "sun block", "sunblock", "sun protect"],
    "travel-size": ["travel size", "travel sized", "mini", "for travel", "for travelling"],
    vegan: ["cruelty-free", "cruelty free"],
    volume: ["volumizing", "volumising", "fine hair", "flat hair", "thin hair"],
    "argan oil": ["argan", "moroccan oil"],
    "aloe vera": ["aloe"],
    roses: ["rose"],
    "shea butter": ["shea"],
    "vitamin C": ["vitamin c"],
  },
  spoken: {
    ...each(CONCERNS, (concern) => ({ after: `for ${concern}` })),
    ...each(QUALITIES, (quality) => ({ adjective: quality })),
    ...each(INGREDIENTS, (ingredient) => ({ after: `with ${ingredient}` })),
    "anti-aging": { adjective: "anti-aging" },
    brightening: { adjective: "brightening" },
    dandruff: { after: "against dandruff" },
    "sun protection": { after: "with sun protection" },
  },
  strength: 0.5,
  shown: false,
};

export const BEAUTY_COLOR: Facet = {
  name: "color",
  kind: "tags",
  aliases: ["color", "colour", "shade", "colors", "colours"],
  synonyms: { gray: ["grey"], nude: ["beige"], purple: ["violet", "lilac"], red: ["burgundy", "scarlet"] },
  spoken: each(COLORS, (color) => ({ adjective: color })),
  strength: 0.5,
  shown: false,
};

/** Occasions and manners as people say them of cosmetics: any of the values will do. */
export const BEAUTY_LEXICON: CatalogueLexicon = {
  mild: { feature: ["sensitive skin", "soothing"] },
  rich: { feature: ["dry skin", "moisturizing", "shea butter"] },
  "for winter": { feature: ["dry skin", "moisturizing", "shea butter"] },
  "for summer": { feature: ["sun protection", "waterproof"], category: ["Sunscreens", "After Sun"] },
  "for the beach": {
    feature: ["sun protection", "waterproof"],
    category: ["Sunscreens", "Tanning Oils", "After Sun"],
  },
  "for a party": { feature: ["shimmering", "long-lasting"] },
  glamorous: { feature: "shimmering", category: ["Fake Eyelashes & Adhesives", "Lipstick"] },
  relaxing: {
    feature: ["lavender", "soothing"],
    category: ["Bubble Bath", "Minerals & Salts", "Essential Oils"],
  },
  pampering: { category: ["Masks", "Bubble Bath", "Body Scrubs", "Body Butter"] },
  "a spa day": { category: ["Masks", "Bubble Bath", "Body Scrubs", "Body Butter"] },
  "as a gift": {
    category: ["Sets & Kits", "Makeup Sets", "Makeup Palettes", "Eau de Parfum", "Eau de Toilette"],
  },
  "gift set": { category: ["Sets & Kits", "Makeup Sets", "Makeup Palettes", "Shampoo & Conditioner Sets"] },
  gift: { category: ["Sets & Kits", "Makeup Sets", "Makeup Palettes", "Eau de Parfum", "Eau de Toilette"] },
  present: {
    category: ["Sets & Kits", "Makeup Sets", "Makeup Palettes", "Eau de Parfum", "Eau de Toilette"],
  },
  set: { category: ["Sets & Kits", "Makeup Sets", "Shampoo & Conditioner Sets", "Makeup Palettes"] },
  kit: { category: ["Sets & Kits", "Makeup Sets", "Hair Cutting Kits"] },
  fruity: { feature: ["citrus", "coconut"] },
  floral: { feature: ["roses", "lavender"] },
  fresh: { feature: ["citrus", "mint"] },
  "fresh smelling": { feature: ["citrus", "mint"] },
  "for the office": { color: "nude", feature: ["natural", "matte"] },
  everyday: { color: "nude", feature: ["natural", "mineral"] },
};

function each<Words>(
  patterns: Readonly<Record<string, string>>,
  words: (label: string) => Words,
): Record<string, Words> {
  return Object.fromEntries(Object.keys(patterns).map((label) => [label, words(label)]));
}
