import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { replaceDirectory } from "../../memory/store/replace-directory.ts";
import { LatentSemanticEmbedder } from "../language/embedder.ts";
import { DEFAULT_SETTINGS, type EmbedderSettings, embedCatalogue } from "../language/embedder-fit.ts";
import type { ItemVectors } from "./item-vectors.ts";

/** A text embedder fitted on a catalogue, and the catalogue's items in its space. */
export interface TextVectors {
  readonly embedder: LatentSemanticEmbedder;
  readonly vectors: ItemVectors;
}

const FORMAT = 1;

const Card = z.strictObject({
  format: z.literal(FORMAT),
  kind: z.literal("latent-semantic"),
  /** Checksum of what the vectors were made from. */
  source: z.string(),
  seed: z.int(),
  dimensions: z.int().min(1),
  terms: z.int().min(0),
  items: z.int().min(1),
});
type Card = z.infer<typeof Card>;

const FILES = { card: "text.card.json", terms: "terms.json", numbers: "text.f32" } as const;

/** Seconds on a few thousand items with texts; deterministic for a seed. */
export function fitTextVectors(catalogue: Catalogue, settings: EmbedderSettings = {}): TextVectors {
  const { embedder, rows } = embedCatalogue(catalogue, settings);
  return { embedder, vectors: { size: catalogue.size, dimensions: embedder.dimensions, rows } };
}

/** Writes card, terms and numbers (idf, projection, items: float32 little-endian), all or nothing, in place of all that `directory` held. */
export async function saveTextVectors(
  directory: string,
  { embedder, vectors }: TextVectors,
  { source, seed = DEFAULT_SETTINGS.seed }: { readonly source: string; readonly seed?: number },
): Promise<void> {
  const { vocabulary, projection } = embedder.model;
  const card: Card = {
    format: FORMAT,
    kind: "latent-semantic",
    source,
    seed,
    dimensions: vectors.dimensions,
    terms: vocabulary.idf.length,
    items: vectors.size,
  };
  const numbers = Buffer.concat(
    [vocabulary.idf, projection, vectors.rows].map((part) =>
      Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    ),
  );
  await replaceDirectory(directory, async (work) => {
    await writeFile(join(work, FILES.numbers), numbers);
    await writeFile(join(work, FILES.terms), JSON.stringify([...vocabulary.columns.keys()]));
    await writeFile(join(work, FILES.card), `${JSON.stringify(card, undefined, 2)}\n`);
  });
}

/**
 * Reads what `saveTextVectors` wrote. Throws `vectors-missing` or `vectors-stranger` (another format, source or size), with
 * the command that rebuilds them.
 */
export async function loadTextVectors(
  directory: string,
  expected: { readonly dataset: string; readonly source: string; readonly items: number },
): Promise<TextVectors> {
  const card = await readCard(directory, expected);
  const [terms, numbers] = await Promise.all([
    readFile(join(directory, FILES.terms), "utf8"),
    readFile(join(directory, FILES.numbers)),
  ]).catch((cause: unknown) => {
    throw stranger(expected.dataset, "one of its files cannot be read", cause);
  });
  const listed = z.array(z.string()).safeParse(parseJson(terms));
  if (!listed.success) throw stranger(expected.dataset, `${FILES.terms} is no list of words`, listed.error);
  const columns = listed.data;
  const [idf, projection, rows] = cut(numbers, [
    card.terms,
    card.terms * card.dimensions,
    card.items * card.dimensions,
  ]);
  if (idf === undefined || projection === undefined || rows === undefined || columns.length !== card.terms) {
    throw stranger(expected.dataset, "its files are not as long as its card says");
  }
  const vocabulary = { columns: new Map(columns.map((term, column) => [term, column])), idf };
  return {
    embedder: new LatentSemanticEmbedder({ vocabulary, dimensions: card.dimensions, projection }),
    vectors: { size: card.items, dimensions: card.dimensions, rows },
  };
}

async function readCard(
  directory: string,
  expected: { readonly dataset: string; readonly source: string; readonly items: number },
): Promise<Card> {
  const text = await readFile(join(directory, FILES.card), "utf8").catch((cause: unknown) => {
    throw new CiceroneError("vectors-missing", `${expected.dataset} has no text vectors in ${directory}`, {
      hint: `cicerone train linear --data ${expected.dataset}`,
      cause,
    });
  });
  const card = Card.safeParse(parseJson(text));
  if (!card.success) throw stranger(expected.dataset, `its card is not of format ${FORMAT}`, card.error);
  if (card.data.source !== expected.source) {
    throw stranger(expected.dataset, `they were made from ${card.data.source}, not ${expected.source}`);
  }
  if (card.data.items !== expected.items) {
    throw stranger(expected.dataset, `they hold ${card.data.items} items, not ${expected.items}`);
  }
  return card.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Consecutive float32 arrays of the given lengths; undefined entries unless the file holds exactly these. */
function cut(file: Buffer, lengths: readonly number[]): (Float32Array | undefined)[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (file.byteLength !== 4 * total) return [];
  const aligned = file.byteOffset % 4 === 0 ? file : Buffer.from(file);
  let at = aligned.byteOffset;
  return lengths.map((length) => {
    const part = new Float32Array(aligned.buffer, at, length);
    at += 4 * length;
    return part;
  });
}

function stranger(dataset: string, why: string, cause?: unknown): CiceroneError {
  return new CiceroneError("vectors-stranger", `the text vectors of ${dataset} don't fit: ${why}`, {
    hint: `cicerone train linear --data ${dataset}`,
    cause,
  });
}
