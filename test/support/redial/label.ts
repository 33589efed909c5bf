import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { ItemId } from "../../../memory/ids.ts";

const films = z.array(z.int().transform((id) => ItemId.parse(`${id}`))).default([]);
const words = z.array(z.string().min(1)).default([]);

const reading = {
  likes: films,
  dislikes: films,
  seen: films,
  wants: films,
  examples: films,
  unlike: films,
  rejected: films,
  accepts: films,
  asks: words,
  either: words,
  era: z.enum(["older", "newer"]).optional(),
  text: words,
  nothing: z.literal(true).optional(),
};

/** One way to understand a message. The keys are explained where the labels are: test/data/redial/statements.yaml. */
export const Reading = z.strictObject(reading);
export type Reading = z.infer<typeof Reading>;

export const Label = z.strictObject({
  /** Dialogue and message: "407/5". */
  at: z.string().regex(/^\d+\/\d+$/),
  ...reading,
  may: Reading.optional(),
  or: z.array(Reading).default([]),
  because: z.string().optional(),
});
export type Label = z.infer<typeof Label>;

export function readLabels(path: string): readonly Label[] {
  return z.array(Label).parse(parse(readFileSync(path, "utf8")));
}
