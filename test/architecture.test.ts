import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Memory knows. Tools compute. Agents decide. Src shows. Imports go one way: memory ← tools ← agents ← src.
 * This file holds that law, and the rules of size and naming that keep the house readable.
 */
const ROOT = resolve(import.meta.dirname, "..");
const STOREYS = ["memory", "tools", "agents", "src"] as const;
type Storey = (typeof STOREYS)[number];

interface Module {
  readonly path: string;
  readonly storey: Storey;
  readonly source: string;
  /** Paths of own modules it imports. */
  readonly own: readonly string[];
  /** Packages it imports, node: built-ins left out. */
  readonly packages: readonly string[];
}

function files(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function read(path: string): Module {
  const source = readFileSync(path, "utf8");
  const specifiers = [
    ...source.matchAll(/^\s*(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"/gms),
    ...source.matchAll(/^\s*import\s+"([^"]+)"/gm),
    ...source.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
    ...source.matchAll(/\brequire\(\s*"([^"]+)"\s*\)/g),
  ].map((match) => match[1] ?? "");
  const name = relative(ROOT, path);
  return {
    path: name,
    storey: name.split("/")[0] as Storey,
    source,
    own: specifiers.filter((s) => s.startsWith(".")).map((s) => relative(ROOT, resolve(dirname(path), s))),
    packages: specifiers.filter((s) => !s.startsWith(".") && !s.startsWith("node:")),
  };
}

const modules = STOREYS.flatMap((storey) => files(join(ROOT, storey))).map(read);
const byPath = new Map(modules.map((module) => [module.path, module]));

function breaches(check: (module: Module) => readonly string[]): string[] {
  return modules.flatMap((module) => check(module).map((what) => `${module.path}: ${what}`));
}

const importers = (name: RegExp): string[] =>
  modules.filter((module) => module.packages.some((p) => name.test(p))).map((module) => module.path);

describe("the architecture", () => {
  it("sees the modules it judges", () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap((module) => module.own).length).toBeGreaterThan(100);
  });

  it("lets imports go one way: memory ← tools ← agents ← src", () => {
    const wrong = breaches((module) =>
      module.own
        .filter((target) => STOREYS.indexOf(target.split("/")[0] as Storey) > STOREYS.indexOf(module.storey))
        .map((target) => `imports ${target}, a storey above`),
    );
    expect(wrong).toEqual([]);
  });

  it("resolves every own import to a file", () => {
    const wrong = breaches((module) =>
      module.own
        .filter((target) => /\.tsx?$/.test(target) && !byPath.has(target))
        .map((target) => `imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no cycles", () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      if (done.has(path)) return;
      for (const target of byPath.get(path)?.own ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const module of modules) visit(module.path, []);
    expect(cycles).toEqual([]);
  });

  it("keeps each heavy package in its own place", () => {
    expect(importers(/^onnxruntime-/).length).toBeLessThanOrEqual(1);
    expect(importers(/^onnxruntime-/).every((path) => path.startsWith("tools/"))).toBe(true);
    expect(importers(/^hnswlib-node/).length).toBeLessThanOrEqual(1);
    expect(importers(/^@duckdb\//)).toEqual(["memory/store/duckdb.ts"]);
    expect(importers(/^(ink|react|@inkjs\/)/).every((path) => path.startsWith("src/ui/"))).toBe(true);
    const graphFiles = [
      "agents/graph.ts",
      "agents/session.ts",
      "agents/state.ts",
      "src/persistence.ts",
      "src/recommender.ts",
      "src/threads.ts",
    ];
    expect(importers(/^@langchain\/langgraph/).filter((path) => !graphFiles.includes(path))).toEqual([]);
    expect(importers(/^commander/).every((path) => path.startsWith("src/cli/"))).toBe(true);
  });

  it("keeps memory free of models, and ui, evaluation, training and dialogues apart", () => {
    expect(importers(/^@langchain\//).filter((path) => path.startsWith("memory/"))).toEqual([]);
    const rooms = ["src/ui/", "src/evaluation/", "src/training/", "src/dialogues/"];
    const wrong = breaches((module) => {
      const room = rooms.find((r) => module.path.startsWith(r));
      if (room === undefined) return [];
      return module.own.filter((target) => rooms.some((r) => r !== room && target.startsWith(r)));
    });
    expect(wrong).toEqual([]);
  });

  it("keeps the network of our own in src/downloads", () => {
    const wrong = breaches((module) => {
      if (module.path.startsWith("src/downloads/")) return [];
      return [...module.source.matchAll(/"node:(https?|http2|net|tls|dgram)"|\bfetch\(/g)].map(
        (match) => match[0],
      );
    });
    expect(wrong).toEqual([]);
  });

  it("has no file over 300 lines and a median under 100", () => {
    const sizes = modules.map((module) => module.source.split("\n").length).sort((a, b) => a - b);
    expect(
      breaches((module) => (module.source.split("\n").length > 301 ? ["is over 300 lines"] : [])),
    ).toEqual([]);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
  });

  it("names files after what they hold", () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|base|manager|types)\.tsx?$/;
    expect(modules.map((module) => module.path).filter((path) => empty.test(path))).toEqual([]);
    const barrels = modules.map((module) => module.path).filter((path) => /(^|\/)index\.tsx?$/.test(path));
    expect(barrels).toEqual(["src/index.ts"]);
    expect(byPath.get("src/index.ts")?.source).not.toMatch(/export \*/);
  });

  it("reads the environment, the clock and chance at the root only", () => {
    const wrong = breaches((module) => {
      if (/^src\/(config|recommender)\.ts$|^src\/cli\/main\.ts$/.test(module.path)) return [];
      return [...module.source.matchAll(/process\.env|Date\.now\(|Math\.random\(/g)].map((match) => match[0]);
    });
    expect(wrong).toEqual([]);
  });

  it("prints from the surfaces only", () => {
    const wrong = breaches((module) => {
      if (/^src\/(cli|ui)\//.test(module.path)) return [];
      return [...module.source.matchAll(/console\.\w+\(|process\.std(out|err)/g)].map((match) => match[0]);
    });
    expect(wrong).toEqual([]);
  });

  it("gives up no types", () => {
    const wrong = breaches((module) =>
      [
        ...module.source
          .replace(/^\s*(\/\/|\/?\*).*$/gm, "")
          .matchAll(/((?<!\?):|\bas|<) *any\b|@ts-(ignore|expect-error|nocheck)/g),
      ].map((match) => match[0]),
    );
    expect(wrong).toEqual([]);
  });

  it("says nothing about films outside descriptors and the grammar's lexicons", () => {
    const words = /\b(?:films?|movies?|cinema|hollywood|actor|actress|director|directed|starring|netflix)\b/i;
    const lexicons = [
      /^agents\/minds\/grammar\/words\//,
      /^tools\/language\/(?:ordinary-words|running-text|stop-words)\.ts$/,
      // What joins an item to a value, in the words of aliases.
      /^tools\/explaining\/facet-words\.ts$/,
      /^agents\/minds\/grammar\/speaking\/facts\.ts$/,
      // Kinds of things that lists from elsewhere hold.
      /^tools\/linking\/nouns\.ts$/,
    ];
    const wrong = breaches(({ path, storey, source }) => {
      if ((storey !== "agents" && storey !== "tools") || lexicons.some((lexicon) => lexicon.test(path)))
        return [];
      const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?:^|\s)\/\/.*$/gm, "");
      return code
        .split("\n")
        .filter((line) => words.test(line))
        .map((line) => line.trim());
    });
    expect(wrong).toEqual([]);
  });
});
