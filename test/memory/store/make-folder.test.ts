import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "../../../memory/store/make-folder.ts";

describe("a folder to keep things in", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "cicerone-folder-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is made with all above it, and left alone where it is there", () => {
    const deep = join(root, "a", "b", "c");
    makeFolder(deep);
    writeFileSync(join(deep, "kept"), "");
    makeFolder(deep);
    expect(readdirSync(deep)).toEqual(["kept"]);
  });

  it("is refused below a file, with the path and where else it could be", () => {
    writeFileSync(join(root, "file"), "");
    for (const path of [join(root, "file"), join(root, "file", "home")]) {
      expect(() => makeFolder(path)).toThrowError(
        expect.objectContaining({
          code: "cannot-write",
          message: expect.stringContaining(path),
          hint: expect.stringContaining("--home"),
        }),
      );
    }
    expect(statSync(join(root, "file")).isFile()).toBe(true);
  });

  it.runIf(process.platform === "linux")(
    "is refused at once below /proc, where Node's own way never returns",
    () => {
      expect(() => makeFolder("/proc/cicerone/home")).toThrowError(
        expect.objectContaining({ code: "cannot-write" }),
      );
    },
  );
});
