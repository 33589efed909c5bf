import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { replaceDirectory } from "../../memory/store/replace-directory.ts";
import { LatentSemanticEmbedder } from "../language/embedder.ts";
import {
  DEFAULT_SETTINGS,
  type EmbedderSettings,
  embedCatalogue,
  type Following,
} from "../language/embedder-fit.ts";
import type { ItemVectors } from "./item-vectors.ts";
import { emptyPacked, pack } from "./packed-vectors.ts";

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
  /** Of the items' numbers. */
  precision: z.enum(["float32", "int8"]).default("float32"),
  terms: z.int().min(0),
  items: z.int().min(1),
});
type Card = z.infer<typeof Card>;

const FILES = { card: "text.card.json", terms: "terms.json", numbers: "text.f32", codes: "text.i8" } as const;

/** From this many items on a number takes one byte instead of four: 132 MB for a million, and a scan of 10 ms. */
export const PACKED_FROM = 50_000;

export interface TextVectorSettings extends EmbedderSettings, Following {
  readonly packedFrom?: number;
}

/** Seconds on a few thousand items with texts, minutes on a million; deterministic for a seed. Rejects when the signal aborts. */
export async function fitTextVectors(
  catalogue: Catalogue,
  settings: TextVectorSettings = {},
): Promise<TextVectors> {
  const { packedFrom = PACKED_FROM } = settings;
  let vectors: ItemVectors | undefined;
  const embedder = await embedCatalogue(
    catalogue,
    (index, vector, dimensions) => {
      vectors ??= emptyVectors(catalogue.size, dimensions, packedFrom);
      keepVector(vectors, index, vector);
    },
    settings,
    settings,
  );
  return { embedder, vectors: vectors ?? emptyVectors(0, embedder.dimensions, packedFrom) };
}

/** Room for as many vectors, packed from `packedFrom` items on. */
export function emptyVectors(size: number, dimensions: number, packedFrom: number): ItemVectors {
  if (size >= packedFrom) return emptyPacked(size, dimensions);
  return { size, dimensions, rows: new Float32Array(size * dimensions) };
}

/** Puts one item's unit vector, or none, into room that is empty there. */
export function keepVector(vectors: ItemVectors, index: number, vector: Float32Array | undefined): void {
  if (vector === undefined) return;
  if ("codes" in vectors) pack(vectors, index, vector);
  else vectors.rows.set(vector, index * vectors.dimensions);
}

/** Writes card, terms and numbers (idf, projection, items), all or nothing, in place of all that `directory` held. */
export async function saveTextVectors(
  directory: string,
  { embedder, vectors }: TextVectors,
  { source, seed = DEFAULT_SETTINGS.seed }: { readonly source: string; readonly seed?: number },
): Promise<void> {
  const { vocabulary, projection } = embedder.model;
  const packed = "codes" in vectors;
  const card: Card = {
    format: FORMAT,
    kind: "latent-semantic",
    source,
    seed,
    dimensions: vectors.dimensions,
    precision: packed ? "int8" : "float32",
    terms: vocabulary.idf.length,
    items: vectors.size,
  };
  const numbers = [vocabulary.idf, projection, packed ? vectors.scales : vectors.rows].map(bytes);
  await replaceDirectory(directory, async (work) => {
    await writeFile(join(work, FILES.numbers), Buffer.concat(numbers));
    if (packed) await writeFile(join(work, FILES.codes), bytes(vectors.codes));
    await writeFile(join(work, FILES.terms), JSON.stringify([...vocabulary.columns.keys()]));
    await writeFile(join(work, FILES.card), `${JSON.stringify(card, undefined, 2)}\n`);
  });
}

/** Little-endian, as every machine that Node runs on. */
function bytes(numbers: Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
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
  const packed = card.precision === "int8";
  const [idf, projection, last] = cut(numbers, [
    card.terms,
    card.terms * card.dimensions,
    packed ? card.items : card.items * card.dimensions,
  ]);
  const vectors = last && (packed ? await readPacked(directory, card, last) : { ...sizes(card), rows: last });
  if (
    idf === undefined ||
    projection === undefined ||
    vectors === undefined ||
    columns.length !== card.terms
  ) {
    throw stranger(expected.dataset, "its files are not as long as its card says");
  }
  const vocabulary = { columns: new Map(columns.map((term, column) => [term, column])), idf };
  return {
    embedder: new LatentSemanticEmbedder({ vocabulary, dimensions: card.dimensions, projection }),
    vectors,
  };
}

function sizes({ items, dimensions }: Card): { readonly size: number; readonly dimensions: number } {
  return { size: items, dimensions };
}

/** Reads the codes into the memory they are searched in, without a copy between; undefined unless the file holds exactly these. */
async function readPacked(
  directory: string,
  card: Card,
  scales: Float32Array,
): Promise<ItemVectors | undefined> {
  const vectors = emptyPacked(card.items, card.dimensions);
  vectors.scales.set(scales);
  const codes = bytes(vectors.codes);
  const file = await open(join(directory, FILES.codes)).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    if ((await file.stat()).size !== codes.length) return undefined;
    for (let at = 0; at < codes.length; ) {
      const { bytesRead } = await file.read(codes, at, Math.min(READ_AT_ONCE, codes.length - at), at);
      if (bytesRead === 0) return undefined;
      at += bytesRead;
    }
    return vectors;
  } finally {
    await file.close();
  }
}

const READ_AT_ONCE = 2 ** 28;

async function readCard(
  directory: string,
  expected: { readonly dataset: string; readonly source: string; readonly items: number },
): Promise<Card> {
  const text = await readFile(join(directory, FILES.card), "utf8").catch((cause: unknown) => {
    throw new CiceroneError("vectors-missing", `${expected.dataset} has no text vectors in ${directory}`, {
      hint: `cicerone train --data ${expected.dataset}`,
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
    hint: `cicerone train --data ${dataset}`,
    cause,
  });
}
