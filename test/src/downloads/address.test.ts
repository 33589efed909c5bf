import { describe, expect, it } from "vitest";
import { builtInDescriptor } from "../../../memory/datasets/built-in.ts";
import { BUILT_IN_NAMES, FETCHABLE_NAMES } from "../../../memory/datasets/built-in-names.ts";
import { addressOf, redirected } from "../../../src/downloads/address.ts";
import { DOWNLOADS, findDownload } from "../../../src/downloads/find-download.ts";

const OFFICIAL = "https://files.grouplens.org/datasets/movielens/ml-1m.zip";

describe("the address of a file", () => {
  it("is the publisher's own, or the mirror's with the publisher's host in it", () => {
    expect(addressOf(OFFICIAL, undefined).href).toBe(OFFICIAL);
    for (const mirror of ["https://mirror.example.org/data", "https://mirror.example.org/data/"]) {
      expect(addressOf(OFFICIAL, mirror).href).toBe(
        "https://mirror.example.org/data/files.grouplens.org/datasets/movielens/ml-1m.zip",
      );
    }
    expect(addressOf(OFFICIAL, "http://127.0.0.1:8080").host).toBe("127.0.0.1:8080");
  });

  it.each([
    "http://mirror.example.org",
    "ftp://mirror.example.org",
    "file:///srv",
    "mirror",
    "https://a:b@mirror.example.org",
  ])("is never at a mirror such as %s", (mirror) => {
    expect(() => addressOf(OFFICIAL, mirror)).toThrowError(expect.objectContaining({ code: "usage-mirror" }));
  });

  it("leads on to https only, and from https never to this machine", () => {
    const from = new URL(OFFICIAL);
    expect(redirected(from, "/moved.zip").href).toBe("https://files.grouplens.org/moved.zip");
    expect(redirected(from, "https://cdn.example.org/x.zip").host).toBe("cdn.example.org");
    for (const location of [
      undefined,
      "http://files.grouplens.org/x",
      "http://127.0.0.1/x",
      "file:///x",
      "https://[",
    ]) {
      expect(() => redirected(from, location)).toThrowError(
        expect.objectContaining({ code: "download-redirect" }),
      );
    }
  });
});

describe("what can be fetched", () => {
  it("is what has a descriptor, from its publisher's own host over https", () => {
    expect(DOWNLOADS.map(({ name }) => name)).toEqual(FETCHABLE_NAMES);
    expect(BUILT_IN_NAMES).toEqual(expect.arrayContaining([...FETCHABLE_NAMES]));
    const hosts = DOWNLOADS.flatMap(({ files }) => files.map(({ url }) => new URL(url)));
    expect(new Set(hosts.map(({ origin }) => origin))).toEqual(
      new Set(["https://files.grouplens.org", "https://github.com", "https://mcauleylab.ucsd.edu"]),
    );
  });

  it("gives each table of the descriptor one of its files", () => {
    for (const { name, files } of DOWNLOADS) {
      const given = files.flatMap(({ name: file, content }) =>
        content.kind === "zip"
          ? content.members.map((member) => member.slice(member.lastIndexOf("/") + 1))
          : [file],
      );
      for (const table of Object.values(builtInDescriptor(name).files)) {
        if (table.folder === "data")
          expect(given).toEqual(expect.arrayContaining([expect.stringMatching(nameOf(table.file))]));
      }
    }
  });

  it("has a checksum wherever its publisher states one", () => {
    for (const { name, files } of DOWNLOADS.filter((download) => download.name.startsWith("ml-"))) {
      expect(
        files.every(({ md5, md5Url }) => md5 !== undefined || md5Url !== undefined),
        name,
      ).toBe(true);
    }
  });

  it("is found by name, and by a name that is nearly right", () => {
    expect(findDownload("amazon-2018-musical-instruments").files.map(({ url }) => url)).toEqual([
      "https://mcauleylab.ucsd.edu/public_datasets/data/amazon_v2/categoryFilesSmall/Musical_Instruments_5.json.gz",
      "https://mcauleylab.ucsd.edu/public_datasets/data/amazon_v2/metaFiles2/meta_Musical_Instruments.json.gz",
    ]);
    expect(findDownload("amazon-2023-all-beauty").files.map(({ url }) => url)).toEqual([
      "https://mcauleylab.ucsd.edu/public_datasets/data/amazon_2023/raw/review_categories/All_Beauty.jsonl.gz",
      "https://mcauleylab.ucsd.edu/public_datasets/data/amazon_2023/raw/meta_categories/meta_All_Beauty.jsonl.gz",
    ]);
    expect(() => findDownload("amazon-2023-all-beuty")).toThrowError(
      expect.objectContaining({ hint: expect.stringContaining("Did you mean amazon-2023-all-beauty?") }),
    );
  });
});

function nameOf(names: readonly string[]): RegExp {
  return new RegExp(`^(${names.map((name) => name.replaceAll(".", "\\.")).join("|")})$`);
}
