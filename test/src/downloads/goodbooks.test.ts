import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importNamed } from "../../../memory/datasets/importing/import-named.ts";
import { fetchDataset } from "../../../src/downloads/fetch-dataset.ts";
import { findDownload } from "../../../src/downloads/find-download.ts";
import { type FileServer, file, serve, status } from "../../support/file-server.ts";
import { zipOf } from "../../support/zip-writer.ts";

const FILES = new URL("../../fixtures/goodbooks/", import.meta.url).pathname;
const RELEASE = "/github.com/zygmuntz/goodbooks-10k/releases/download/v1.0/goodbooks-10k.zip";
/** Where GitHub keeps a release's files: elsewhere, under an address that is signed for a while. */
const KEPT = "/release-assets/105003863/8a9d?sp=r&sig=abc%2Bd";

let home: string;
let server: FileServer | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cicerone-goodbooks-"));
});
afterEach(async () => {
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

/** The release has more in it than is read. */
function archive(without?: string): Buffer {
  const tables = readdirSync(FILES).map((name) => ({ name, text: readFileSync(join(FILES, name)) }));
  const others = ["to_read.csv", "sample_book.xml"].map((name) => ({ name, text: "not read" }));
  return zipOf([...tables.filter(({ name }) => name !== without), ...others]);
}

async function added(zip: Buffer) {
  server = await serve({ [RELEASE]: [status(302, { location: KEPT })], [KEPT]: [file(zip)] });
  const options = {
    home,
    network: { mirror: server.base, proxy: {} },
    clock: () => 0,
    patience: { attempts: 2, pause: 5, stall: 400 },
    onBytes: () => {},
  };
  return fetchDataset(findDownload("goodbooks-10k"), options, ({ from }) =>
    importNamed({ dataset: "goodbooks-10k", from, home, clock: () => 0 }),
  );
}

describe("goodbooks-10k from its author's release", () => {
  it("comes over the redirect that GitHub gives, and is imported", async () => {
    const report = await added(archive());
    expect(report).toMatchObject({ items: { kept: 7 }, interactions: { kept: 3 }, missingFiles: [] });
    expect(server?.asked.map(({ path }) => path)).toEqual([RELEASE, KEPT]);
  });

  it("is refused where the archive lacks a table", async () => {
    await expect(added(archive("ratings.csv"))).rejects.toMatchObject({
      code: "bad-archive",
      message: expect.stringContaining("ratings.csv"),
    });
  });
});
