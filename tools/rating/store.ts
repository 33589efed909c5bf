import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import type { RaterModel } from "./model.ts";
import type { RaterOrigin } from "./origin.ts";

const FORMAT_VERSION = 2;
const CARD = "rater.card.json";
const NUMBERS = "rater.f32";

/** What stands beside the numbers: everything that made them, and what they were measured to do. */
const RaterCard = z.strictObject({
  format: z.literal("cicerone-rater"),
  version: z.int(),
  /** Of its origin. */
  source: z.string(),
  /** SHA-256 of the numbers file: f32, little-endian: items × width, implied × width, counts, means, spreads, plain, then covariances. */
  numbers: z.string(),
  seed: z.number(),
  scale: z.strictObject({ min: z.number(), max: z.number() }),
  items: z.int().min(0),
  width: z.int().min(1),
  mean: z.number(),
  /** Of user rows around what is implied, one for each column; and of ratings around what is expected. */
  variances: z.array(z.number()).readonly(),
  noise: z.number(),
  parameters: z.strictObject({
    factors: z.int(),
    traits: z.int(),
    rounds: z.int(),
    finalRounds: z.int(),
  }),
  calibration: z.strictObject({
    level: z.number(),
    weights: z.array(z.number()).readonly(),
    multipliers: z.array(z.strictObject({ count: z.int(), multiplier: z.number().nullable() })).readonly(),
    coverage: z.number().optional(),
    rmse: z.number().optional(),
    heldOut: z.int(),
  }),
});

/** Writes a fitted rater into its folder (`snapshotPaths(…).rater`); the card last, so that half a rater is never read. */
export function saveRater(directory: string, model: RaterModel, origin: RaterOrigin): void {
  mkdirSync(directory, { recursive: true });
  const numbers = bytesOf([
    model.items,
    model.implied,
    model.counts,
    model.means,
    model.spreads,
    model.plain,
    model.covariances,
  ]);
  const card: z.infer<typeof RaterCard> = {
    format: "cicerone-rater",
    version: FORMAT_VERSION,
    source: origin.source,
    numbers: sha256(numbers),
    seed: model.seed,
    scale: model.scale,
    items: model.counts.length,
    width: model.width,
    mean: model.mean,
    variances: model.variances,
    noise: model.noise,
    parameters: model.parameters,
    calibration: model.calibration,
  };
  replace(join(directory, NUMBERS), numbers);
  replace(join(directory, CARD), Buffer.from(`${JSON.stringify(card, undefined, 2)}\n`));
}

/**
 * Reads a rater back.
 *
 * @throws CiceroneError `no-rater` when there is none; `foreign-rater` when it is of another version, of other
 * interactions, or damaged. The hint names the command that fits a new one.
 */
export function openRater(directory: string, origin: RaterOrigin): RaterModel {
  const hint = `fit it again with: cicerone train --data ${origin.data}`;
  const foreign = (why: string, cause?: unknown): CiceroneError =>
    new CiceroneError("foreign-rater", `the rater in ${directory} cannot be used: ${why}`, { hint, cause });
  const written = read(join(directory, CARD));
  if (written === undefined) {
    throw new CiceroneError("no-rater", `there is no rater in ${directory}`, { hint });
  }
  const card = parseCard(written.toString("utf8"), foreign);
  if (card.source !== origin.source) throw foreign(`it was fitted on other interactions (${card.source})`);
  const numbers = read(join(directory, NUMBERS));
  if (numbers === undefined || sha256(numbers) !== card.numbers)
    throw foreign(`${NUMBERS} is not what the card says`);

  const all = new Float32Array(new Uint8Array(numbers).buffer);
  const { items, width } = card;
  const column = (k: number): Float32Array => all.slice(items * (2 * width + k), items * (2 * width + k + 1));
  return {
    scale: card.scale,
    seed: card.seed,
    parameters: card.parameters,
    mean: card.mean,
    width,
    variances: card.variances,
    noise: card.noise,
    items: all.slice(0, items * width),
    implied: all.slice(items * width, 2 * items * width),
    covariances: all.slice(items * (2 * width + 4)),
    counts: column(0),
    means: column(1),
    spreads: column(2),
    plain: column(3),
    calibration: { coverage: undefined, rmse: undefined, ...card.calibration },
  };
}

function parseCard(
  text: string,
  foreign: (why: string, cause?: unknown) => CiceroneError,
): z.infer<typeof RaterCard> {
  const versioned = z.object({ format: z.literal("cicerone-rater"), version: z.int() });
  try {
    const card: unknown = JSON.parse(text);
    const { version } = versioned.parse(card);
    if (version === FORMAT_VERSION) return RaterCard.parse(card);
    throw foreign(`format ${version}, this program reads ${FORMAT_VERSION}`);
  } catch (cause) {
    if (cause instanceof CiceroneError) throw cause;
    throw foreign(`${CARD} is not a rater's card`, cause);
  }
}

function bytesOf(columns: readonly Float32Array[]): Buffer {
  return Buffer.concat(
    columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)),
  );
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Readers see the old file or the new one, never a half-written one. */
function replace(path: string, content: Buffer): void {
  const fresh = `${path}.${randomUUID()}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
