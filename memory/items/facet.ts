import { z } from "zod";

const FACET_KINDS = ["category", "tags", "people", "number", "year", "text"] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

const words = z.array(z.string().min(1)).default([]);

/**
 * What can be filtered, compared and asked about an item. The agent knows nothing of films: all of that comes
 * from these declarations, so the same conversation works for books, cosmetics or games.
 *
 * Values by kind: `category` one string; `tags` and `people` string lists; `number` and `year` one number; `text` one string.
 */
export const FacetDeclaration = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, "a facet name is lower-case letters, digits and hyphens"),
  kind: z.enum(FACET_KINDS),
  /** Shown after a number: "min", "USD". */
  unit: z.string().optional(),
  /** What people call the facet: "runtime", "how long", "directed by", "minutes". The first is the one we say. */
  aliases: words,
  /** Canonical value → other ways to say it: { "Sci-Fi": ["science fiction", "scifi"] }. */
  synonyms: z.record(z.string(), z.array(z.string())).default({}),
  /** Comparatives that ask for less and for more of it: runtime: shorter / longer; year: older / newer. */
  lower: words,
  higher: words,
  /** Adjectives that mean the low or high third of the catalogue: "short", "long". */
  low: words,
  high: words,
  /** Values of an ordered category, lowest first: "PG-13 or lower" takes those up to it. Values that are not listed stand outside the order. */
  order: words,
  /**
   * How values are spoken where their own word does not do. `adjective` before a noun: Romance, "romantic"; `many` in the noun's place:
   * Comedy, "comedies"; `after` behind it: Paris, "set in Paris".
   */
  spoken: z
    .record(
      z.string(),
      z.strictObject({
        adjective: z.string().min(1).optional(),
        many: z.string().min(1).optional(),
        after: z.string().min(1).optional(),
      }),
    )
    .default({}),
  /** 0..1: how firmly an unqualified wish binds. The weakest constraints are relaxed first. */
  strength: z.number().min(0).max(1).default(0.5),
  /** Whether cards show it. */
  shown: z.boolean().default(true),
});
export type FacetDeclaration = z.infer<typeof FacetDeclaration>;

/** How items are spoken of. */
export const Noun = z.strictObject({
  one: z.string().default("item"),
  many: z.string().default("items"),
  /** To consume one: "watch" / "watched"; "read" / "read"; "try" / "tried". */
  verb: z.string().default("try"),
  past: z.string().default("tried"),
  /** Other words people use for it: "movie", "movies", "picture". */
  aliases: words,
});
export type Noun = z.infer<typeof Noun>;
