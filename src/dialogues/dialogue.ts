import { z } from "zod";
import { Act } from "../../agents/acts.ts";
import { Step } from "../../agents/plan.ts";
import { UserId } from "../../memory/ids.ts";
import { patternFault } from "./pattern.ts";

const text = z.string().min(1);
const actName = z.enum(Act.options.map(({ shape }) => shape.act.value));
const toolName = z.enum(Step.options.map(({ shape }) => shape.tool.value));
const countRange = 'a number, or a range like "1..3", "3.." or "..5"';
const conditions = z.array(text.meta({ examples: ["genre=Comedy", "genre!=Horror", "year<2000"] }));
const titles = z.array(text);
const statements = z.union([z.literal("none"), z.array(text).min(1)], {
  error: '"none", or a list of statements like "seen Heat"',
});
const pattern = text.superRefine((given, context) => {
  const fault = patternFault(given);
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
});
const patterns = z.union([pattern, z.array(pattern).min(1)], { error: "a text, or a list of texts" });
const turnReference = z.union([z.int().min(1), text], { error: "a turn's number, or its name" });

/** What must hold after a turn. Each key is optional; all that are there must hold. */
export const Expectation = z.strictObject({
  count: z
    .union([z.int().min(0), z.string().regex(/^(\d+\.\.\d*|\.\.\d+)$/, countRange)], { error: countRange })
    .describe('So many items are recommended this turn: 5, "3..", "..5" or "1..3".')
    .optional(),
  items: conditions
    .min(1)
    .describe(
      "Every recommended item meets every one of these conditions; fails where nothing is recommended.",
    )
    .optional(),
  some: conditions.min(1).describe("At least one recommended item meets all of these conditions.").optional(),
  contain: titles.min(1).describe("Each of these is among the recommended items.").optional(),
  exclude: titles.min(1).describe("None of these is among the recommended items.").optional(),
  first: text.describe("The title or id of the first item.").optional(),
  order: z
    .string()
    .regex(/^\S+ (ascending|descending)$/, 'a facet and a direction, like "runtime ascending"')
    .describe(
      'The items are in this order of a number: "runtime ascending"; fails where nothing is recommended.',
    )
    .optional(),
  "same-items-as": turnReference
    .describe("The very same items, in any order, as in an earlier turn: its number or its name.")
    .optional(),
  "no-item-of": turnReference
    .describe("No item in common with an earlier turn: its number or its name.")
    .optional(),
  constraints: conditions
    .describe("Exactly these constraints hold, those said and those remembered, in any order; [] for none.")
    .optional(),
  like: titles.describe("Exactly these examples are gone by; [] for none.").optional(),
  relaxed: z
    .array(text)
    .describe("Constraints on exactly these facets were let go; [] for nothing.")
    .optional(),
  reply: patterns.describe("The reply matches each of these patterns.").optional(),
  "reply-not": patterns.describe("The reply matches none of these patterns.").optional(),
  understood: patterns
    .describe("The line that says what was understood matches each of these patterns.")
    .optional(),
  reasons: patterns
    .describe("Each of these patterns matches a reason that is given for some item.")
    .optional(),
  acts: z.array(actName).min(1).describe("Each of these is among the acts of the plan.").optional(),
  "acts-not": z.array(actName).min(1).describe("None of these is among the acts of the plan.").optional(),
  plan: z.array(toolName).min(1).describe("Each of these tools is among the steps of the plan.").optional(),
  "plan-not": z
    .array(toolName)
    .min(1)
    .describe("None of these tools is among the steps of the plan.")
    .optional(),
  memory: statements
    .describe('Each of these is remembered of the turn\'s user after the turn; "none": nothing at all.')
    .optional(),
  "memory-not": statements
    .describe('None of these is remembered of the turn\'s user after the turn; "none": something is.')
    .optional(),
  asks: z
    .union([z.boolean(), z.array(text).min(1)], { error: "true, false, or a list of options" })
    .describe("Whether a clarifying question is asked; with a list: these are among its options.")
    .optional(),
  fails: text.describe("The turn fails with this error code.").optional(),
});
export type Expectation = z.infer<typeof Expectation>;
export type ExpectationKey = keyof Expectation;

const userName = z
  .string()
  .refine((given) => UserId.safeParse(given).success, "1 to 200 characters without control characters");

/** Something that is said, and what must hold then. */
export const SaidTurn = z.strictObject({
  say: z.string().describe("What the person says, word for word."),
  name: text
    .refine((given) => !/^\d+$/.test(given), "a name is no number: turns have numbers already")
    .describe("What later turns call this one.")
    .optional(),
  as: userName.describe("Another user, for this turn only.").optional(),
  thread: z
    .string()
    .regex(/^[^\p{Cc}]{1,200}$/u, "1 to 200 characters without control characters")
    .describe('Another conversation, for this turn only; default "main".')
    .optional(),
  expect: Expectation.nullable().describe("What must hold after the turn.").optional(),
});
export type SaidTurn = z.infer<typeof SaidTurn>;

/** The program is closed and opened again: what is remembered comes back from disk. */
export const Restart = z.strictObject({
  restart: z.literal(true).describe("The program is closed and opened again."),
});

export const DialogueTurn = z.union([SaidTurn, Restart]);
export type DialogueTurn = z.infer<typeof DialogueTurn>;

/** A scripted dialogue: what is said in turn, and what must hold after each. It starts with nothing remembered. */
export const Dialogue = z
  .strictObject({
    title: text.describe("What this dialogue shows, as a sentence."),
    data: text
      .describe("An imported dataset; default: the one the command is given, else the demo.")
      .optional(),
    user: userName.describe('Who speaks; default "you".').optional(),
    turns: z
      .array(DialogueTurn)
      .min(1)
      .describe("What is said, in order; numbered from 1, restarts left out."),
  })
  .meta({
    title: "Scripted dialogue",
    description:
      "A dialogue with a recommender, and what must hold after each turn. A file holds one or, separated by ---, several.",
  });
export type Dialogue = z.infer<typeof Dialogue>;
