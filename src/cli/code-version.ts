import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readVersion } from "./version.ts";

const STOREYS = ["memory", "tools", "agents", "src"];
let computed: string | undefined;

/**
 * The package's version and the SHA-256 of the program's own code, "0.1.0+3f2a…": what one build measured is not taken for what another
 * would. Of the bundle where the program was built, else of the sources. Computed when first asked for, in some tens of milliseconds.
 */
export function codeVersion(): string {
  computed ??= `${readVersion()}+${codeHash(import.meta.filename)}`;
  return computed;
}

/** SHA-256 of the code that a module is of: the bundle that lies beside it where it is JavaScript, the four storeys' sources where not. */
export function codeHash(module: string): string {
  return hashOf(
    module.endsWith(".ts") ? sources(resolve(dirname(module), "../..")) : bundle(dirname(module)),
  );
}

interface Files {
  readonly root: string;
  /** Relative to `root`. */
  readonly names: readonly string[];
}

function hashOf({ root, names }: Files): string {
  const hash = createHash("sha256");
  for (const name of names.toSorted()) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** The library and assets lie in the same folder, and are no part of the program. */
function bundle(root: string): Files {
  return { root, names: readdirSync(root).filter((name) => /^(?:cli|chunk-\w+)\.js$/.test(name)) };
}

function sources(root: string): Files {
  const names = STOREYS.flatMap((storey) =>
    readdirSync(join(root, storey), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${storey}/${name.replaceAll("\\", "/")}`),
  );
  return { root, names };
}
