import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeHash, codeVersion } from "../../../src/cli/code-version.ts";
import { readVersion } from "../../../src/cli/version.ts";

describe("the version of the code", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "code-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(name: string, content: string): void {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }

  it("is the package's version and a hash that stays while the code does", () => {
    const version = codeVersion();
    expect(version.startsWith(`${readVersion()}+`)).toBe(true);
    expect(version.split("+")[1]).toMatch(/^[0-9a-f]{64}$/);
    expect(codeVersion()).toBe(version);
  });

  it("is of the program's own chunks where it was built", () => {
    write("cli.js", "import './chunk-AB12.js'");
    write("chunk-AB12.js", "1");
    const of = (): string => codeHash(join(root, "chunk-AB12.js"));
    const before = of();
    write("library-CD34.js", "2");
    write("assets/package.json", "{}");
    expect(of()).toBe(before);
    write("cli.js", "import './chunk-AB12.js';");
    expect(of()).not.toBe(before);
  });

  it("is of the sources of the four storeys where it was not", () => {
    for (const storey of ["memory", "tools", "agents", "src"]) write(`${storey}/deep/a.ts`, storey);
    const of = (): string => codeHash(join(root, "src/cli/code-version.ts"));
    const before = of();
    write("test/a.test.ts", "");
    write("memory/films.jsonl", "{}");
    expect(of()).toBe(before);
    write("tools/deep/a.ts", "tools changed");
    const changed = of();
    expect(changed).not.toBe(before);
    write("src/ui/b.tsx", "");
    expect(of()).not.toBe(changed);
  });
});
