import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { CiceroneError } from "../../errors.ts";
import { ItemId } from "../../ids.ts";
import { Identifiers } from "../../items/identifiers.ts";
import { FacetValue, type Item } from "../../items/item.ts";
import { type Duck, openDuckDB } from "../../store/duckdb.ts";
import { replaceDirectory } from "../../store/replace-directory.ts";
import { snapshotPaths } from "../../store/snapshot.ts";
import { DatasetHead } from "../descriptor.ts";
import type { ImportReport } from "./import-report.ts";
import type { Row } from "./item-rows.ts";
import { type OnImportProgress, writeSnapshot } from "./snapshot-writer.ts";

/** An item as a program hands it over. */
export const GivenItem = z.strictObject({
  id: ItemId,
  title: z.string().min(1),
  facets: z.record(z.string(), FacetValue).default({}),
  text: z.string().optional(),
  /** What other catalogues call it; those are kept that the head names. */
  identifiers: Identifiers.optional(),
});
export type GivenItem = z.input<typeof GivenItem> | Item;

/** An interaction as a program hands it over; `at` in seconds since the epoch, or a position. */
export interface GivenInteraction {
  readonly user: string;
  readonly item: string;
  readonly value?: number | undefined;
  readonly at?: number | undefined;
  readonly review?: string | undefined;
  /** What its author put over the review. */
  readonly headline?: string | undefined;
}

export interface ImportItemsOptions {
  readonly head: z.input<typeof DatasetHead>;
  readonly items: readonly GivenItem[];
  readonly interactions?: readonly GivenInteraction[];
  /** Where the rows came from, for the manifest; default: their own checksum as `in-process`. */
  readonly sources?: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly seed?: number;
  readonly home: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnImportProgress | undefined;
}

/**
 * Makes a snapshot from rows in memory. Throws CiceroneError `bad-dataset` where the head or an item is malformed,
 * naming it; interactions that do not fit are counted in the report.
 */
export async function importItems(options: ImportItemsOptions): Promise<ImportReport> {
  const started = options.clock();
  const head = parsedHead(options.head);
  const paths = snapshotPaths(options.home, head.name);
  const written = await replaceDirectory(
    paths.directory,
    async (given) => {
      const work = realpathSync(given);
      const duck = await openDuckDB([work], options.signal, work);
      try {
        return await writeSnapshot(
          duck,
          work,
          paths,
          {
            head,
            items: { count: options.items.length, batches: () => batchesOf(options) },
            readInteractions: () => appendInteractions(duck, options.interactions ?? []),
            sources: async () => [...(options.sources ?? [checksum(options)])],
            ...(options.seed === undefined ? {} : { seed: options.seed }),
            created: started,
            descriptor: options.head,
          },
          options.onProgress ?? (() => {}),
        );
      } finally {
        duck.close();
      }
    },
    options.signal,
  );
  const { items, rejected, counts } = written;
  return {
    name: head.name,
    items: { read: items.read, kept: counts.items, rejected: items.rejected.list() },
    interactions: {
      read: written.interactionsRead,
      kept: counts.interactions,
      rejected: rejected.list(),
    },
    users: counts.users,
    unreadable: items.unreadable.list(),
    emptyFacets: written.emptyFacets,
    missingFiles: [],
    seconds: (options.clock() - started) / 1000,
  };
}

const BATCH = 2048;

/** The items some at a time, so that others get their turn and an abort is heard. */
async function* batchesOf({ items, signal }: ImportItemsOptions): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < items.length; start += BATCH) {
    await setImmediate();
    signal?.throwIfAborted();
    yield items.slice(start, start + BATCH).map((item, offset) => rowOf(item, start + offset));
  }
}

function parsedHead(given: z.input<typeof DatasetHead>): DatasetHead {
  const head = DatasetHead.safeParse(given);
  if (head.success) return head.data;
  throw malformed("The dataset's head", head.error);
}

function rowOf(given: GivenItem, index: number): Row {
  const item = GivenItem.safeParse(given);
  if (!item.success) throw malformed(`Item ${index}`, item.error);
  const { facets, identifiers, ...own } = item.data;
  return { ...facets, ...identifiers, ...own };
}

function malformed(what: string, error: z.ZodError): CiceroneError {
  const problems = error.issues.map((issue) => `${issue.path.join(".") || "top"}: ${issue.message}`);
  return new CiceroneError("bad-dataset", `${what} is malformed: ${problems.join("; ")}`, {
    hint: "An item is { id, title, facets: { name: text | texts | number }, text? }.",
    cause: error,
  });
}

async function appendInteractions(duck: Duck, interactions: readonly GivenInteraction[]): Promise<void> {
  await duck.run(
    `CREATE TEMP TABLE raw ("#row" BIGINT, "user" VARCHAR, item VARCHAR, "value" DOUBLE, "at" DOUBLE, review VARCHAR, headline VARCHAR)`,
  );
  await duck.append("raw", (appender) => {
    interactions.forEach((interaction, row) => {
      appender.appendBigInt(BigInt(row + 1));
      appender.appendVarchar(interaction.user);
      appender.appendVarchar(interaction.item);
      if (interaction.value === undefined) appender.appendNull();
      else appender.appendDouble(interaction.value);
      appender.appendDouble(interaction.at ?? 0);
      for (const words of [interaction.review, interaction.headline]) {
        if (words === undefined) appender.appendNull();
        else appender.appendVarchar(words);
      }
      appender.endRow();
    });
  });
}

function checksum(options: ImportItemsOptions): { file: string; bytes: number; sha256: string } {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const row of [options.head, ...options.items, ...(options.interactions ?? [])]) {
    const line = JSON.stringify(row);
    bytes += Buffer.byteLength(line);
    hash.update(line);
  }
  return { file: "in-process", bytes, sha256: hash.digest("hex") };
}
