import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recoverDirectory, replaceDirectory } from "../../../memory/store/replace-directory.ts";

describe("replacing a directory", () => {
  let parent: string;
  let target: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), "cicerone-replace-"));
    target = join(parent, "snapshot");
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const fillWith =
    (content: string) =>
    async (work: string): Promise<string> => {
      writeFileSync(join(work, "file"), content);
      return content;
    };
  const content = (): string => readFileSync(join(target, "file"), "utf8");

  it("makes it where there was none, and then anew, and leaves nothing beside it", async () => {
    expect(await replaceDirectory(target, fillWith("one"))).toBe("one");
    mkdirSync(join(target, "old-folder"));
    await replaceDirectory(target, fillWith("two"));
    expect(content()).toBe("two");
    expect(readdirSync(target)).toEqual(["file"]);
    expect(readdirSync(parent)).toEqual(["snapshot"]);
  });

  it("leaves the old one whole when filling fails", async () => {
    await replaceDirectory(target, fillWith("one"));
    const failing = replaceDirectory(target, async (work) => {
      writeFileSync(join(work, "file"), "half");
      throw new Error("no more paper");
    });
    await expect(failing).rejects.toThrow("no more paper");
    expect(content()).toBe("one");
    expect(readdirSync(parent)).toEqual(["snapshot"]);
  });

  it("shows the old one until the new one is whole", async () => {
    await replaceDirectory(target, fillWith("one"));
    await replaceDirectory(target, async (work) => {
      writeFileSync(join(work, "file"), "two");
      expect(content()).toBe("one");
    });
    expect(content()).toBe("two");
  });

  it("ends with one whole directory when many write at once", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `writer ${index}`);
    await Promise.all(names.map((name) => replaceDirectory(target, fillWith(name))));
    expect(names).toContain(content());
    expect(readdirSync(parent)).toEqual(["snapshot"]);
  });

  it("leaves the old one whole when the process is killed while filling", async () => {
    await replaceDirectory(target, fillWith("one"));
    const module = join(import.meta.dirname, "../../../memory/store/replace-directory.ts");
    const program = `
      const { writeFileSync } = await import("node:fs");
      const { replaceDirectory } = await import(${JSON.stringify(module)});
      await replaceDirectory(${JSON.stringify(target)}, async (work) => {
        writeFileSync(work + "/file", "half");
        process.kill(process.pid, "SIGKILL");
      });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
    const [, signal] = await once(child, "exit");
    expect(signal).toBe("SIGKILL");
    recoverDirectory(target);
    expect(content()).toBe("one");
    await replaceDirectory(target, fillWith("two"));
    expect(content()).toBe("two");
  });

  it("takes the old one back when a process died between the two renames", async () => {
    await replaceDirectory(target, fillWith("one"));
    renameSync(target, join(parent, ".snapshot.previous"));
    recoverDirectory(target);
    expect(content()).toBe("one");
    expect(existsSync(join(parent, ".snapshot.previous"))).toBe(false);
  });

  it("does not put the new one in place once the signal aborted", async () => {
    const controller = new AbortController();
    const aborted = replaceDirectory(
      target,
      async (work) => {
        await fillWith("late")(work);
        controller.abort();
      },
      controller.signal,
    );
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
    expect(existsSync(target)).toBe(false);
  });
});
