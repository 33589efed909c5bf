import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { historyFiles } from "../../../src/history/history-files.ts";
import { type ZipMember, zipOf } from "../../support/zip-writer.ts";

const EXPORTS = join(import.meta.dirname, "../../fixtures/exports");
const folder = mkdtempSync(join(tmpdir(), "cicerone-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function zip(name: string, members: readonly ZipMember[]): string {
  const path = join(folder, name);
  writeFileSync(path, zipOf(members));
  return path;
}

describe("the files of an export", () => {
  it("are those of a folder and below it, but not what was deleted in the service", async () => {
    const files = await historyFiles([join(EXPORTS, "letterboxd")]);
    expect(files.map(({ name }) => name)).toEqual([
      "diary.csv",
      "likes/films.csv",
      "lists/best-of-1995.csv",
      "profile.csv",
      "ratings.csv",
      "reviews.csv",
      "watched.csv",
      "watchlist.csv",
    ]);
    expect(files.every(({ named }) => !named)).toBe(true);
  });

  it("are those of a zip, by what is in it and not by its name, and no path of it is opened", async () => {
    const text = readFileSync(join(EXPORTS, "letterboxd/ratings.csv"));
    const path = zip("export.bin", [
      { name: "ratings.csv", text },
      { name: "likes/films.csv", text },
      { name: "deleted/diary.csv", text },
      { name: "avatar.jpg", text: "no text" },
    ]);
    const files = await historyFiles([path]);
    expect(files.map(({ name }) => name)).toEqual(["ratings.csv", "likes/films.csv"]);
    expect(files[0]?.bytes).toEqual(text);
    await expect(
      historyFiles([zip("evil.zip", [{ name: "../../ratings.csv", text }])]),
    ).rejects.toMatchObject({
      code: "bad-zip",
    });
  });

  it("are refused where a zip lies about its sizes, is broken, or claims to be huge", async () => {
    const text = "title\n".repeat(1000);
    const lying = zip("lying.zip", [{ name: "a.csv", text, claimedSize: 10 }]);
    const huge = zip("huge.zip", [{ name: "a.csv", text, claimedSize: 4_000_000_000 }]);
    const cut = join(folder, "cut.zip");
    writeFileSync(cut, zipOf([{ name: "a.csv", text }]).subarray(0, 60));
    for (const path of [lying, huge, cut]) {
      await expect(historyFiles([path])).rejects.toMatchObject({ code: "bad-zip" });
    }
  });

  it("are named as they lie, with the folder that tells likes from a watchlist", async () => {
    const [likes] = await historyFiles([join(EXPORTS, "letterboxd/likes/films.csv")]);
    expect(likes).toMatchObject({ name: "likes/films.csv", named: true });
    await expect(historyFiles([join(folder, "nowhere.csv")])).rejects.toMatchObject({
      code: "missing-file",
      message: `There is no file or folder ${join(folder, "nowhere.csv")}.`,
    });
  });
});
