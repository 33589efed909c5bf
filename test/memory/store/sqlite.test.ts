import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkSqlite, openReadOnlySqlite, openSqlite } from "../../../memory/store/sqlite.ts";

const FIRST = "CREATE TABLE words (word TEXT)";
const SECOND = "ALTER TABLE words ADD COLUMN count INTEGER DEFAULT 1";

describe("a versioned database", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cicerone-sqlite-"));
    path = join(folder, "deep", "words.sqlite");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is made with its folder, in write-ahead mode, ready to wait for others", () => {
    const database = openSqlite(path, [FIRST]);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(database.pragma("busy_timeout", { simple: true })).toBe(5000);
    expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
    database.close();
  });

  it("keeps its rows when a later version brings it up to date", () => {
    const old = openSqlite(path, [FIRST]);
    old.exec("INSERT INTO words VALUES ('kept')");
    old.close();
    const updated = openSqlite(path, [FIRST, SECOND]);
    expect(updated.prepare("SELECT * FROM words").all()).toEqual([{ word: "kept", count: 1 }]);
    expect(updated.pragma("user_version", { simple: true })).toBe(2);
    updated.close();
  });

  it("is refused when a newer version wrote it, with what to do", () => {
    openSqlite(path, [FIRST, SECOND]).close();
    expect(() => openSqlite(path, [FIRST])).toThrowError(
      expect.objectContaining({
        code: "newer-format",
        message: expect.stringContaining("format 2"),
        hint: expect.stringContaining("--home"),
      }),
    );
  });

  it("takes no step where a migration fails", () => {
    openSqlite(path, [FIRST]).close();
    expect(() => openSqlite(path, [FIRST, "CREATE TABLE more (x); CREATE TABLE words (x)"])).toThrowError(
      expect.objectContaining({ code: "cannot-open" }),
    );
    const database = openSqlite(path, [FIRST]);
    expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'more'").get()).toBeUndefined();
    database.close();
  });

  it("is open in two connections at once", () => {
    const one = openSqlite(path, [FIRST]);
    const other = openSqlite(path, [FIRST]);
    one.exec("INSERT INTO words VALUES ('a')");
    other.exec("INSERT INTO words VALUES ('b')");
    expect(one.prepare("SELECT count(*) FROM words").pluck().get()).toBe(2);
    one.close();
    other.close();
  });

  it("is read through for damage without being changed", () => {
    const database = openSqlite(path, [FIRST]);
    for (let row = 0; row < 2000; row++) database.prepare("INSERT INTO words VALUES (?)").run(`word ${row}`);
    database.close();
    expect(() => checkSqlite(path)).not.toThrow();
    const whole = readFileSync(path);
    const holed = Buffer.from(whole).fill(0xa5, 4096, 16_384);
    writeFileSync(path, holed);
    expect(() => checkSqlite(path)).toThrowError(expect.objectContaining({ code: "damaged-file" }));
    expect(readFileSync(path).equals(holed)).toBe(true);
  });

  it("says so when a file is no database, or is not there", () => {
    const text = join(folder, "text.sqlite");
    writeFileSync(text, "this is a letter to my aunt, and no database at all");
    expect(() => openSqlite(text, [FIRST])).toThrowError(
      expect.objectContaining({
        code: "damaged-file",
        message: expect.stringContaining(text),
        hint: expect.stringContaining(`mv "${text}" "${text}.damaged"`),
      }),
    );
    expect(readFileSync(text, "utf8")).toContain("aunt");
    expect(() => openReadOnlySqlite(join(folder, "none.sqlite"))).toThrowError(
      expect.objectContaining({ code: "cannot-open", message: expect.stringContaining("none.sqlite") }),
    );
  });
});
