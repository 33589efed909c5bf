import { literal } from "../../store/duckdb.ts";

/** What a product is for, like or made with → the words of its description that say so, as a regular expression between word boundaries. */
type Patterns = Readonly<Record<string, string>>;

export const CONCERNS: Patterns = {
  acne: "acne|blemish\\w*|pimples?|blackheads?|salicylic|clearasil",
  "anti-aging":
    "anti ?ag(?:e|ing|eing)|antiag\\w*|anti ?wrinkle|wrinkles?|age (?:defying|perfect|reversal)|ageless|rejuvenat\\w*",
  brightening: "brighten\\w*|whitening|lightening|dark spots?|age spots?",
  "color-treated hair": "color ?(?:care|protect\\w*|preserve|treated|safe|assure|vive|lock)",
  "curly hair": "curly|curls|kinky|coily|wavy|nopoo",
  "damaged hair": "damaged?|split ?ends?|reconstruct\\w*|hair repair",
  dandruff: "dandruff|antidandruff|seborrh\\w*|tgel",
  "dark circles": "dark circles?|under ?eye|puffiness",
  "dry skin": "dry skin|(?:very|extra|extremely) dry|rough skin|eczema",
  "frizzy hair": "(?:anti)?friz\\w*",
  "hair growth": "hair (?:loss|growth|regrowth)|regrowth|rogaine|minoxidil|thinning",
  "oily skin": "oily|oil ?(?:control|free)|mattif\\w*|shine ?control",
  "sensitive skin": "sensitive|hypoallergenic|fragrance ?free",
  "sun protection": "spf|sunscreen|sunblock|sun (?:block|protect\\w*|care)",
  volume: "volum\\w+|thicken\\w*",
};

export const QUALITIES: Patterns = {
  exfoliating: "exfoliat\\w*|scrubs?|peel|microderm\\w*",
  firming: "firm\\w*|lifting|tightening",
  "long-lasting": "long ?(?:last\\w*|wear\\w*)|longwear|colorstay|24 ?hours?",
  matte: "matte?|semimatte",
  mineral: "minerals?|bareminerals",
  moisturizing: "moistur\\w+|hydrat\\w+|nourish\\w*",
  natural: "naturals?|naturally",
  organic: "organics?|organically",
  professional: "professionals?|salon",
  shimmering: "shimmer\\w*|glitter\\w*|sparkl\\w*",
  soothing: "sooth\\w*|calming|relief",
  straightening: "straighten\\w*",
  "travel-size": "travel\\w*|mini|trial",
  vegan: "vegan|cruelty ?free",
  waterproof: "waterproof|water resistant",
};

export const INGREDIENTS: Patterns = {
  almond: "almonds?",
  "aloe vera": "aloe",
  "argan oil": "argan|moroccan ?oil",
  charcoal: "charcoal",
  citrus: "citrus|lemons?|oranges?|grapefruit|limes?",
  "cocoa butter": "cocoa",
  coconut: "coconuts?",
  collagen: "collagen",
  "glycolic acid": "glycolic|aha",
  "green tea": "green tea",
  honey: "honey|manuka",
  "hyaluronic acid": "hyaluron\\w*",
  jojoba: "jojoba",
  keratin: "keratin",
  lavender: "lavender",
  mint: "mint|peppermint|spearmint|eucalyptus",
  oatmeal: "oats?|oatmeal",
  "olive oil": "olives?",
  retinol: "retin\\w+",
  roses: "roses?|rosewater",
  "shea butter": "shea",
  "tea tree": "tea tree",
  vanilla: "vanilla",
  "vitamin C": "vitamin c|vit c|vital c|ascorb\\w*",
  "vitamin E": "vitamin e",
};

export const COLORS: Patterns = {
  black: "black",
  blue: "blue|navy|turquoise|teal",
  brown: "brown|chocolate|bronze|taupe",
  coral: "corals?|peach",
  gold: "gold|golden",
  gray: "gr[ae]y|charcoal",
  green: "green|emerald|olive|mint",
  nude: "nude|beige",
  orange: "orange|tangerine",
  pink: "pink|fuchsia|magenta",
  purple: "purple|violet|plum|lilac|lavender",
  red: "red|ruby|scarlet|crimson|burgundy",
  silver: "silver",
  white: "white",
  yellow: "yellow",
};

/** SQL for the list of labels whose words a text has. */
export function labelsIn(text: string, patterns: Patterns): string {
  const cases = Object.entries(patterns).map(
    ([label, pattern]) =>
      `CASE WHEN regexp_matches(${text}, ${literal(`\\b(?:${pattern})\\b`)}) THEN ${literal(label)} END`,
  );
  return `list_filter([${cases.join(", ")}], lambda label: label IS NOT NULL)`;
}

/** What is left of a page's labels and of cut words at either end of the words: they say nothing of the product. */
const BEFORE = "(?:na|n a|description|image) ";
const AFTER =
  "(?:^| )(?:beauty|categories|description|image|packaging|discontinued|price|and|amp|as|at|by|for|from|in|of|or|the|to|when|with|[b-z])";
const SMALL = ["And", "By", "For", "From", "In", "Of", "On", "The", "To", "With"];

/** SQL for a title from a product's words: "na opi nail lacquer draped in" → "Opi Nail Lacquer Draped". Empty where nothing is left. */
export function tidyTitle(words: string): string {
  const bare = `regexp_replace(regexp_replace(lower(plain_text(${words})), '^(?:${BEFORE})+', ''), '(?:${AFTER})+$', '')`;
  const named = `title_case(replace(${bare}, ' amp ', ' & '))`;
  return SMALL.reduce((title, word) => `replace(${title}, ' ${word} ', ' ${word.toLowerCase()} ')`, named);
}
