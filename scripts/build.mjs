// Builds dist/: the program (cli.js, everything bundled but native modules) and the library (index.js and testing.js, npm packages left out).
// `--out DIR` builds elsewhere.

import { chmod, copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const out = resolve(root, values.out);

/** Modules with a binary inside: they must be found in node_modules when the program runs. */
const NATIVE = ["better-sqlite3", "hnswlib-node", "onnxruntime-node", "@duckdb/node-api"];
const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
/** Bundled CommonJS packages call require() for Node's own modules. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';
/** Optional parts of bundled packages that we never reach. */
const ABSENT = ["react-devtools-core"];

const ASSET_URL = /new URL\(\s*(["'])(\.{1,2}\/[^"']+)\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * Files read at run time are named in the sources by `new URL("./films.jsonl", import.meta.url)`. After bundling that URL is
 * relative to dist/, so each such file or folder is copied to dist/assets/ and the URL is rewritten. All chunks lie flat in
 * dist/ for this to hold.
 */
const assets = {
  name: "assets",
  setup(builder) {
    builder.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const source = await readFile(path, "utf8");
      const targets = new Set();
      const contents = source.replace(ASSET_URL, (_whole, _quote, name) => {
        const target = resolve(dirname(path), name);
        targets.add(target);
        const from = relative(root, target).split(sep).join("/");
        return `new URL("./assets/${from}${name.endsWith("/") ? "/" : ""}", import.meta.url)`;
      });
      for (const target of targets) await copyAsset(target, path);
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/**
 * Yoga, which Ink lays out with, carries its WebAssembly as text and reads that by `fetch` where there is one. In Node that loads an
 * HTTP client first, which takes longer than all of Ink; without it the text is simply decoded.
 */
const yoga = {
  name: "yoga",
  setup(builder) {
    builder.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replaceAll('"function"!=typeof fetch', "true");
      if (contents === source)
        throw new Error(`${relative(root, path)} looks for fetch in another way by now`);
      return { contents, loader: "js" };
    });
  },
};

async function copyAsset(target, from) {
  const found = await stat(target).catch(() => undefined);
  if (found === undefined)
    throw new Error(`${relative(root, from)} names ${relative(root, target)}, which does not exist`);
  const to = join(out, "assets", relative(root, target));
  await mkdir(dirname(to), { recursive: true });
  if (found.isDirectory()) await cp(target, to, { recursive: true });
  else await copyFile(target, to);
}

const shared = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  // Lazy imports stay lazy: each is a chunk of its own.
  chunkNames: "chunk-[hash]",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  plugins: [assets],
};

const started = performance.now();
try {
  const results = await Promise.all([buildProgram(), buildLibrary()]);
  await removeStale(results);
  await makeRunnable(join(out, "cli.js"));
  process.stderr.write(`built ${relative(root, out)} in ${Math.round(performance.now() - started)} ms\n`);
} catch (error) {
  // esbuild has told its own errors already, with file and line.
  if (!Array.isArray(error?.errors)) process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
}

function buildProgram() {
  return build({
    ...shared,
    plugins: [assets, yoga],
    entryPoints: { cli: "src/cli/entry.ts" },
    external: NATIVE,
    alias: Object.fromEntries(ABSENT.map((name) => [name, "./scripts/absent.mjs"])),
    minifySyntax: true,
    minifyWhitespace: true,
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: REQUIRE },
  });
}

function buildLibrary() {
  return build({
    ...shared,
    entryPoints: { index: "src/index.ts", testing: "src/testing.ts" },
    chunkNames: "library-[hash]",
    // What a program that embeds us shares with us, or must find as a binary, stays outside; the rest comes along, so that
    // installing the package installs nothing else, and needs no overrides.
    external: Object.keys(dependencies),
    banner: { js: REQUIRE },
  });
}

/** Chunks of earlier builds would pile up; deleting everything first would break a program that is running now. */
async function removeStale(results) {
  const fresh = new Set(
    results.flatMap((result) => Object.keys(result.metafile.outputs)).map((file) => resolve(root, file)),
  );
  for (const file of await readdir(out)) {
    const path = join(out, file);
    if (file.endsWith(".js") && !fresh.has(path)) await rm(path);
  }
}

async function makeRunnable(file) {
  const code = await readFile(file, "utf8");
  if (!code.startsWith("#!")) await writeFile(file, `#!/usr/bin/env node\n${code}`);
  await chmod(file, 0o755);
}
