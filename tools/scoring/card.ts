import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";

export const CARD_FORMAT = 1;

/**
 * What stands beside a `scorer.onnx` and says what it is. Any ONNX model in this form serves, whoever trained it and with what:
 *
 * | | name | type | shape | meaning |
 * | --- | --- | --- | --- | --- |
 * | input | `history` | int64 | [h] | catalogue indices, oldest first, h ≥ 1 |
 * | input | `weights` | float32 | [h] | > 0 liked, < 0 disliked, ±1 ordinary; recency is the model's business |
 * | input, optional | `candidates` | int64 | [c] | whose contributions are wanted, c ≥ 1 |
 * | output | `scores` | float32 | [n] | one for each item of the catalogue, larger is better; for weights all zero, zero |
 * | output, optional | `contributions` | float32 | [h, c] | share of each history item in each candidate's score; they sum to it |
 *
 * Without the `contributions` output, shares are told by replaying the history event by event. A card without a
 * model file (`kind` "popular" or "content") says that the dataset has too few interactions to learn from.
 */
export const ScorerCard = z.strictObject({
  format: z.literal(CARD_FORMAT),
  /** "linear", "factors", "content", "popular", or any name for a model made elsewhere. */
  kind: z.string().min(1),
  catalogue: z.strictObject({
    name: z.string(),
    items: z.int().min(0),
    /** `catalogueChecksum` of the catalogue whose indices the model speaks. */
    checksum: z.string(),
  }),
  trainedOn: z
    .strictObject({
      users: z.int(),
      interactions: z.int(),
      /** SHA-256 of the sequences that were fitted. */
      checksum: z.string(),
      positiveFrom: z.number().optional(),
    })
    .optional(),
  /** Items without interactions that got a share in the model from what their texts resemble. */
  coldItems: z.int().min(0).optional(),
  /** What somebody should know who wonders about its scores: why there is no model, why some items always score 0. */
  note: z.string().optional(),
  /** Everything that shaped the weights. */
  hyperparameters: z.record(z.string(), z.number()).default({}),
  /** Undefined where nothing random happened. */
  seed: z.int().optional(),
  /** Milliseconds since the epoch. */
  created: z.number(),
  fitSeconds: z.number().optional(),
});
export type ScorerCard = z.infer<typeof ScorerCard>;

/** Identifies the numbering of a catalogue: SHA-256 of its name, its size and every id in order. */
export function catalogueChecksum(catalogue: Catalogue): string {
  // As JSON, because an id may hold whatever stood between two of them; piece by piece, for a million are no small text.
  const hash = createHash("sha256").update(
    `${JSON.stringify([catalogue.name, catalogue.size]).slice(0, -1)},[`,
  );
  for (let start = 0; start < catalogue.size; start += IDS_AT_ONCE) {
    const length = Math.min(IDS_AT_ONCE, catalogue.size - start);
    const ids = Array.from({ length }, (_, offset) => catalogue.id(start + offset));
    hash.update(`${start === 0 ? "" : ","}${JSON.stringify(ids).slice(1, -1)}`);
  }
  return hash.update("]]").digest("hex");
}

const IDS_AT_ONCE = 8192;

/**
 * Reads the card at a path and holds it against the catalogue.
 * @throws CiceroneError "scorer-missing", "scorer-card-invalid" or "scorer-stranger", each naming the command that rebuilds it.
 */
export function readCard(path: string, catalogue: Catalogue): ScorerCard {
  const hint = `cicerone train --data ${catalogue.name}`;
  if (!existsSync(path)) throw new CiceroneError("scorer-missing", `no scorer card at ${path}`, { hint });
  const card = parse(path, hint);
  const { items, checksum, name } = card.catalogue;
  if (items !== catalogue.size || checksum !== catalogueChecksum(catalogue)) {
    const theirs = `${name} with ${items} items`;
    const ours = `${catalogue.name} with ${catalogue.size}`;
    throw new CiceroneError(
      "scorer-stranger",
      `the scorer at ${path} is for another catalogue: ${theirs}, not ${ours}`,
      {
        hint,
      },
    );
  }
  return card;
}

function parse(path: string, hint: string): ScorerCard {
  try {
    return ScorerCard.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new CiceroneError("scorer-card-invalid", `${path} is not a scorer card of format ${CARD_FORMAT}`, {
      hint,
      cause,
    });
  }
}
