import { dirname } from "node:path";
import { CiceroneError } from "../../errors.ts";
import { builtInDescriptor } from "../built-in.ts";
import { refuseBuiltInName } from "../built-in-names.ts";
import { importDemo } from "../demo/import-demo.ts";
import { readDescriptor } from "../descriptor.ts";
import type { ImportReport } from "./import-report.ts";
import { type ImportOptions, importDataset, needsFolder } from "./importer.ts";

export interface ImportNamedOptions extends Omit<ImportOptions, "descriptor" | "from"> {
  /** A built-in dataset's name, or the path of a YAML descriptor. */
  readonly dataset: string;
  /** The folder with its files; a YAML descriptor's own folder where absent, and not needed for the demo. */
  readonly from?: string | undefined;
}

/** What `cicerone data import` does. Throws `reserved-name`, and what `readDescriptor`, `builtInDescriptor` and `importDataset` throw. */
export async function importNamed(options: ImportNamedOptions): Promise<ImportReport> {
  const { dataset, from, ...rest } = options;
  if (/\.ya?ml$/i.test(dataset)) {
    const descriptor = readDescriptor(dataset);
    refuseBuiltInName(descriptor.name);
    return importDataset({ ...rest, descriptor, from: from ?? dirname(dataset) });
  }
  if (dataset === "demo") {
    if (from === undefined && options.text === undefined) return importDemo(rest);
    throw new CiceroneError("usage-folder", "The demo comes with the program: it reads no folder.", {
      hint: "Leave out --from and --text.",
    });
  }
  const descriptor = builtInDescriptor(dataset);
  if (from === undefined) throw needsFolder(dataset);
  return importDataset({ ...rest, descriptor, from });
}
