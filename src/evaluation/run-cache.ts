import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import type { ProtocolValue } from "./report.ts";
import { STATISTICS, type StatisticKind } from "./statistics/statistic.ts";
import type { SystemRun } from "./summarise.ts";

/** A run with what else its caller wants to know of it later; `details` must be JSON. */
export interface StoredRun extends SystemRun {
  readonly details: ProtocolValue;
}

export interface RunCache {
  /** Undefined where nothing is stored, or what is stored is damaged, of another format or of another key. */
  get(key: string): Promise<StoredRun | undefined>;
  /**
   * Stores as a whole or not at all; of several at once the last one wins.
   * @throws CiceroneError "cannot-write"
   */
  set(key: string, run: StoredRun): Promise<void>;
}

/** What a key is made of: JSON; parts that are undefined are left out. */
export type KeyPart = ProtocolValue | undefined | readonly KeyPart[] | { readonly [name: string]: KeyPart };

/** Grows whenever entries are written in another way: older ones are then written anew. */
const FORMAT = 1;

const kind = z.custom<StatisticKind>(
  (value) => typeof value === "string" && Object.hasOwn(STATISTICS, value),
);
const column = z
  .base64()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((bytes) => bytes.length % Float64Array.BYTES_PER_ELEMENT === 0)
  .transform(numbersOf);
const entry = z.object({
  format: z.literal(FORMAT),
  key: z.string(),
  run: z.object({
    system: z.string(),
    values: z.record(z.string(), z.object({ kind, columns: z.array(column) })),
    seconds: z.record(z.string(), z.number()),
    details: z.custom<ProtocolValue>((value) => value !== undefined),
  }),
});

/** Runs as files of a folder, which is made when the first is stored: `<SHA-256 of the key>.json`. */
export function runCache(folder: string): RunCache {
  const fileOf = (key: string): string =>
    join(folder, `${createHash("sha256").update(key).digest("hex")}.json`);
  return {
    async get(key) {
      const text = await readFile(fileOf(key), "utf8").catch(() => undefined);
      const read = entry.safeParse(text === undefined ? undefined : jsonOf(text));
      return read.success && read.data.key === key ? read.data.run : undefined;
    },
    async set(key, run) {
      const file = fileOf(key);
      const work = `${file}.${randomUUID()}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(work, JSON.stringify({ format: FORMAT, key, run: written(run) }));
        await rename(work, file);
      } catch (cause) {
        await rm(work, { force: true }).catch(() => undefined);
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new CiceroneError("cannot-write", `A finished run cannot be kept in ${folder}: ${reason}`, {
          hint: "Free some space or make the folder writable, or keep things elsewhere with --home DIR.",
          cause,
        });
      }
    },
  };
}

/** One key for the same parts in whatever order their names come: JSON with sorted names. */
export function cacheKey(parts: { readonly [name: string]: KeyPart }): string {
  return JSON.stringify(parts, (_name, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function written({ system, values, seconds, details }: StoredRun): object {
  const columns = Object.entries(values).map(([name, { kind: statistic, columns: numbers }]) => [
    name,
    { kind: statistic, columns: numbers.map((each) => bytesOf(each).toString("base64")) },
  ]);
  return { system, values: Object.fromEntries(columns), seconds, details };
}

/** Little-endian on every machine: a home may move. */
function bytesOf(numbers: Float64Array): Buffer {
  const bytes = Buffer.alloc(numbers.byteLength);
  for (const [at, value] of numbers.entries())
    bytes.writeDoubleLE(value, at * Float64Array.BYTES_PER_ELEMENT);
  return bytes;
}

function numbersOf(bytes: Buffer): Float64Array {
  return Float64Array.from({ length: bytes.length / Float64Array.BYTES_PER_ELEMENT }, (_, at) =>
    bytes.readDoubleLE(at * Float64Array.BYTES_PER_ELEMENT),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
