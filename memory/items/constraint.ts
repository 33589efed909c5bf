import { z } from "zod";

/**
 * A test on one facet, as data. Strings are canonical facet values; numbers are in the facet's unit.
 * An item without the facet fails every test except `none-of`.
 */
export const FacetTest = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("any-of"), values: z.array(z.string()).min(1) }),
  z.strictObject({ op: z.literal("all-of"), values: z.array(z.string()).min(1) }),
  z.strictObject({ op: z.literal("none-of"), values: z.array(z.string()).min(1) }),
  /** Inclusive at both ends; an absent end is open. */
  z.strictObject({ op: z.literal("between"), min: z.number().optional(), max: z.number().optional() }),
  /** The complement of `between`: "nothing from the 80s". */
  z.strictObject({ op: z.literal("outside"), min: z.number(), max: z.number() }),
]);
export type FacetTest = z.infer<typeof FacetTest>;

/** One test of one facet. */
export const Condition = z.strictObject({ facet: z.string(), test: FacetTest });
export type Condition = z.infer<typeof Condition>;

/**
 * A hard condition on the items of an answer. An item meets it that passes the test, or any of `or`: "directed by Lumet or starring
 * Newman". `strength` (0..1) orders relaxation when nothing satisfies all:
 * 1 is never relaxed (what somebody ruled out). `said` is the phrase it came from. `source` tells a wish of this
 * conversation from a standing fact of the profile.
 */
export const Constraint = z.strictObject({
  ...Condition.shape,
  or: z.array(Condition).min(1).optional(),
  /** The everyday phrase that stands for it ("dark", "not dark"), where the catalogue's lexicon says for what. */
  phrase: z.string().optional(),
  strength: z.number().min(0).max(1),
  said: z.string(),
  source: z.enum(["said", "profile"]),
});
export type Constraint = z.infer<typeof Constraint>;

/** Everything that meets a constraint: its own test, then the alternatives. */
export function conditionsOf({
  facet,
  test,
  or = [],
}: Pick<Constraint, "facet" | "test" | "or">): Condition[] {
  return [{ facet, test }, ...or];
}

/** The same for constraints that test the same, whatever words they came from. */
export function testKey(constraint: Pick<Constraint, "facet" | "test" | "or">): string {
  return JSON.stringify(conditionsOf(constraint).map(({ facet, test }) => [facet, test]));
}
