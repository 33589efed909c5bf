import { extname } from "node:path";
import type { SourceFile } from "../descriptor.ts";

export type FileFormat = "csv" | "json" | "jsonl" | "parquet";

/** How a file is read: as the descriptor says, else by its name's ending; `.gz` behind it is unpacked on the way. */
export function formatOf(spec: Pick<SourceFile, "format">, path: string): FileFormat {
  const ending = endingOf(path);
  const lines = [".jsonl", ".ndjson"].includes(ending);
  if (spec.format === "json" && lines) return "jsonl";
  if (spec.format !== undefined) return spec.format;
  if (lines) return "jsonl";
  if (ending === ".json") return "json";
  return ending === ".parquet" ? "parquet" : "csv";
}

export function isGzip(path: string): boolean {
  return /\.gz$/i.test(path);
}

/** The separator and quote that a file of separated values is read with. */
export function dialectOf(
  spec: Pick<SourceFile, "separator" | "quote">,
  path: string,
): { readonly separator: string; readonly quote: string } {
  const separator = spec.separator ?? (endingOf(path) === ".tsv" ? "\t" : ",");
  return { separator, quote: spec.quote ?? (separator.length > 1 ? "" : '"') };
}

function endingOf(path: string): string {
  return extname(path.replace(/\.gz$/i, "")).toLowerCase();
}
