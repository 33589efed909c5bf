import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkGzip } from "../../../src/downloads/check-gzip.ts";
import { unzip } from "../../../src/downloads/unzip.ts";
import { type ZipMember, zipOf } from "../../support/zip-writer.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-unzip-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const FILMS: ZipMember = { name: "ml/movies.csv", text: "movieId,title\n1,Heat (1995)\n".repeat(20) };
const README: ZipMember = { name: "ml/README.txt", text: "read me" };
const WANTED = { kind: "zip", members: ["ml/movies.csv"], unpacked: 1_000 } as const;

async function unpack(zip: Buffer, content = WANTED): Promise<string[]> {
  const path = join(root, "ml.zip");
  const folder = mkdtempSync(join(root, "out-"));
  writeFileSync(path, zip);
  try {
    await unzip(path, content, folder, { onBytes: () => {} });
  } finally {
    expect(readdirSync(root).filter((name) => name !== "ml.zip" && !name.startsWith("out-"))).toEqual([]);
  }
  return readdirSync(folder);
}

describe("unzip", () => {
  it("unpacks the needed members under their last names, and nothing else", async () => {
    expect(await unpack(zipOf([README, FILMS]))).toEqual(["movies.csv"]);
    const [out = ""] = readdirSync(root).filter((name) => name.startsWith("out-"));
    expect(readFileSync(join(root, out, "movies.csv"), "utf8")).toBe(FILMS.text);
  });

  it("reads the larger form for archives of many gigabytes", async () => {
    expect(await unpack(zipOf([FILMS, README], { zip64: true }))).toEqual(["movies.csv"]);
  });

  it.each<[string, ZipMember, RegExp]>([
    ["climbs out of the folder", { name: "../evil.txt", text: "x" }, /invalid relative path/],
    ["climbs out half-way", { name: "ml/../../evil.txt", text: "x" }, /invalid relative path/],
    ["is absolute", { name: "/tmp/evil.txt", text: "x" }, /absolute path/],
    ["names a drive", { name: "C:/evil.txt", text: "x" }, /absolute path/],
    ["has backslashes", { name: "ml\\..\\evil.txt", text: "x" }, /invalid characters/],
    ["is a link", { name: "ml/link", text: "/etc/passwd", mode: 0o120777 }, /a link to somewhere else/],
    ["comes twice", FILMS, /holds ml\/movies\.csv twice/],
    ["comes twice but for case", { name: "ml/MOVIES.csv", text: "x" }, /twice/],
  ])("refuses an archive with a member that %s, before anything is written", async (_what, member, words) => {
    await expect(unpack(zipOf([FILMS, member]))).rejects.toMatchObject({
      code: "bad-archive",
      message: expect.stringMatching(words),
    });
    const [out = ""] = readdirSync(root).filter((name) => name.startsWith("out-"));
    expect(readdirSync(join(root, out))).toEqual([]);
  });

  it.each<[string, ZipMember, RegExp]>([
    ["an encrypted one", { ...FILMS, encrypted: true }, /is encrypted/],
    ["one whose bytes are not those it was packed from", { ...FILMS, claimedCrc: 7 }, /checksum/],
    ["one that unpacks to more than it says", { ...FILMS, claimedSize: 30 }, /too many bytes/],
    ["one that unpacks to less than it says", { ...FILMS, claimedSize: 900 }, /not enough bytes/],
    [
      "one that unpacks to a thousand times its size",
      { ...FILMS, text: Buffer.alloc(2_000_000) },
      /would unpack to/,
    ],
    [
      "one that is much larger than it should be",
      { ...FILMS, text: "1,Heat\n".repeat(900) },
      /not about 1000/,
    ],
    ["none of what is needed", README, /lacks ml\/movies\.csv/],
  ])("refuses %s", async (_what, member, words) => {
    await expect(unpack(zipOf([member]))).rejects.toMatchObject({
      code: "bad-archive",
      message: expect.stringMatching(words),
      hint: expect.stringContaining("Run the command again"),
    });
  });

  it("refuses what is cut short, spread over disks, of a thousand members, or no zip at all", async () => {
    const whole = zipOf([FILMS]);
    const many = Array.from({ length: 1_001 }, (_, index) => ({ name: `ml/${index}`, text: "x" }));
    const broken = [
      whole.subarray(0, -30),
      whole.subarray(0, 40),
      zipOf([FILMS], { disk: 3 }),
      zipOf([FILMS, ...many]),
      Buffer.from("<html>log in</html>"),
      Buffer.alloc(0),
    ];
    for (const zip of broken) await expect(unpack(zip)).rejects.toMatchObject({ code: "bad-archive" });
  });
});

describe("checkGzip", () => {
  const check = async (bytes: Buffer): Promise<void> => {
    const path = join(root, "reviews.json.gz");
    writeFileSync(path, bytes);
    await checkGzip(path, () => {});
  };
  const lines = Buffer.from(
    Array.from({ length: 5_000 }, (_, row) => `{"asin":"B${row}","overall":${row % 5}}\n`).join(""),
  );

  it("passes what is whole, also in several parts", async () => {
    await check(gzipSync(lines));
    await check(Buffer.concat([gzipSync(lines), gzipSync(lines)]));
  });

  it("refuses what is cut short, damaged, or would fill the disk", async () => {
    const whole = gzipSync(lines);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 6) ^ 0xff, damaged.length - 6);
    const bomb = gzipSync(Buffer.alloc(64 << 20));
    for (const bytes of [whole.subarray(0, whole.length >> 1), damaged, bomb, Buffer.from("not gzip")]) {
      await expect(check(bytes)).rejects.toMatchObject({ code: "bad-archive" });
    }
  });
});
