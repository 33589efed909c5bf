import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fetched, fetchDataset } from "../../../src/downloads/fetch-dataset.ts";
import type { Download, RemoteFile } from "../../../src/downloads/remote-file.ts";
import { type FileServer, file, page, type Reply, serve, status } from "../../support/file-server.ts";
import { zipOf } from "../../support/zip-writer.ts";

/** Bytes that do not shrink, so that the zip is as long as the faults need it. */
const RATINGS = randomBytes(150_000).toString("base64");
const ZIP = zipOf([{ name: "ml/ratings.csv", text: RATINGS }]);
const MD5 = createHash("md5").update(ZIP).digest("hex");
const PATH = "/files.example.org/ml.zip";

let home: string;
let server: FileServer | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cicerone-fetch-"));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(home, { recursive: true, force: true });
});

const REMOTE: RemoteFile = {
  name: "ml.zip",
  url: "https://files.example.org/ml.zip",
  bytes: { count: ZIP.length, exact: true },
  md5: MD5,
  content: { kind: "zip", members: ["ml/ratings.csv"], unpacked: RATINGS.length },
};

function download(changes: Partial<RemoteFile> = {}): Download {
  return {
    name: "ml",
    publisher: "Example",
    page: "https://example.org/ml",
    licence: { short: "research", text: "For research.", url: "https://example.org/licence" },
    size: "1 MB",
    files: [{ ...REMOTE, ...changes }],
  };
}

/** Without sizes and checksums known beforehand. */
function unknown(): Download {
  const { bytes: _bytes, md5: _md5, ...rest } = REMOTE;
  return { ...download(), files: [rest] };
}

interface Run {
  readonly signal?: AbortSignal;
  readonly onBytes?: (stage: string, done: number, total: number | undefined) => void;
  readonly use?: (fetched: Fetched) => Promise<Fetched>;
}

async function fetchFrom(
  replies: Readonly<Record<string, readonly Reply[]>>,
  what = download(),
  run: Run = {},
) {
  server ??= await serve(replies);
  return fetchDataset(
    what,
    {
      home,
      network: { mirror: server.base, proxy: {} },
      clock: () => Date.UTC(2026, 0, 2),
      patience: { attempts: 3, pause: 5, stall: 400 },
      signal: run.signal,
      onBytes: run.onBytes ?? (() => {}),
    },
    run.use ?? (async (fetched) => fetched),
  );
}

const part = (): string => join(home, "downloads/ml/ml.zip.part");
const ranges = (): (string | undefined)[] => server?.asked.map(({ range }) => range) ?? [];

function whole(fetched: Fetched): void {
  expect(readFileSync(join(fetched.from, "ratings.csv"), "utf8")).toBe(RATINGS);
  expect(existsSync(part())).toBe(false);
}

describe("fetching a dataset", () => {
  it("gives the folder with what was in the archive, and what it is by its checksums", async () => {
    const seen: string[] = [];
    const fetched = await fetchFrom({ [PATH]: [file(ZIP)] }, download(), {
      onBytes: (stage, done, total) => seen.push(`${stage} ${done === total}`),
    });
    whole(fetched);
    expect(fetched.files).toMatchObject([
      {
        name: "ml.zip",
        bytes: ZIP.length,
        md5: MD5,
        published: true,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    for (const stage of ["fetching", "checking", "unpacking"]) expect(seen).toContain(`${stage} ml.zip true`);
  });

  it("asks the network nothing where everything is there already", async () => {
    await fetchFrom({ [PATH]: [file(ZIP)] });
    whole(await fetchFrom({}));
    expect(server?.asked.length).toBe(1);
  });

  it("takes a file that somebody put there, if it is the right one, and fetches it if it is not", async () => {
    mkdirSync(join(home, "downloads/ml"), { recursive: true });
    writeFileSync(join(home, "downloads/ml/ml.zip"), ZIP);
    whole(await fetchFrom({ [PATH]: [file(ZIP)] }));
    expect(server?.asked).toEqual([]);
    rmSync(join(home, "downloads/ml/record.json"));
    writeFileSync(join(home, "downloads/ml/ml.zip"), "something else");
    whole(await fetchFrom({}));
    expect(server?.asked.length).toBe(1);
  });

  it("goes on where a connection was cut", async () => {
    whole(await fetchFrom({ [PATH]: [file(ZIP, { cutAfter: 50_000 }), file(ZIP)] }));
    expect(ranges()).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/)]);
  });

  it("goes on however often it is cut, as long as each time brings something", async () => {
    const cuts = Array.from({ length: 7 }, () => file(ZIP, { cutAfter: 20_000 }));
    whole(await fetchFrom({ [PATH]: [...cuts, file(ZIP)] }));
    expect(server?.asked.length).toBeGreaterThan(5);
  });

  it("gives up on a connection that always breaks at the same place, and keeps what came", async () => {
    const nothingNew: Reply = (_request, response) => void response.destroy();
    await expect(fetchFrom({ [PATH]: [file(ZIP, { cutAfter: 50_000 }), nothingNew] })).rejects.toMatchObject({
      code: "download-broken-off",
      hint: expect.stringContaining("goes on where it stopped"),
    });
    expect(server?.asked.length).toBe(4);
    expect(readFileSync(part()).length).toBeGreaterThan(0);
  });

  it("takes a silent connection for dead and makes another", async () => {
    whole(await fetchFrom({ [PATH]: [file(ZIP, { stallAfter: 30_000 }), file(ZIP)] }));
    expect(ranges()[1]).toMatch(/^bytes=/);
    await server?.close();
    server = undefined;
    rmSync(join(home, "downloads"), { recursive: true });
    await expect(fetchFrom({ [PATH]: [() => {}] })).rejects.toMatchObject({
      code: "download-broken-off",
      message: expect.stringContaining("nothing came for 0.4 seconds"),
    });
  });

  it("begins anew at a server that knows no ranges, and where the file has changed meanwhile", async () => {
    whole(
      await fetchFrom({
        [PATH]: [file(ZIP, { cutAfter: 50_000, ranges: false }), file(ZIP, { ranges: false })],
      }),
    );
    await server?.close();
    server = undefined;
    rmSync(join(home, "downloads"), { recursive: true });
    const old = Buffer.from(ZIP).fill(1, 100);
    whole(await fetchFrom({ [PATH]: [file(old, { cutAfter: 50_000 }), file(ZIP, { etag: '"two"' })] }));
    expect(ranges()[1]).toMatch(/^bytes=/);
  });

  it("begins anew where the server refuses to go on, or goes on elsewhere", async () => {
    const elsewhere: Reply = (_request, response) => {
      response.setHeader("content-range", `bytes 7-${ZIP.length - 1}/${ZIP.length}`);
      response.writeHead(206).end(ZIP.subarray(7));
    };
    for (const odd of [status(416), elsewhere]) {
      whole(await fetchFrom({ [PATH]: [file(ZIP, { cutAfter: 50_000 }), odd, file(ZIP)] }));
      expect(ranges().at(-1)).toBeUndefined();
      await server?.close();
      server = undefined;
      rmSync(join(home, "downloads"), { recursive: true });
    }
  });

  it("tries again after a fault of the server, and waits no longer than it must", async () => {
    whole(await fetchFrom({ [PATH]: [status(500), status(503, { "retry-after": "0" }), file(ZIP)] }));
    expect(server?.asked.length).toBe(3);
  });

  it("says at once that there is no such file, and what works without it", async () => {
    await expect(fetchFrom({})).rejects.toMatchObject({
      code: "download-refused",
      message: expect.stringContaining("404 (there is no such file)"),
      hint: expect.stringMatching(/the demo.*https:\/\/files\.example\.org\/ml\.zip.*downloads\/ml/),
    });
    expect(server?.asked.length).toBe(1);
  });

  it("says in one line that nothing can be reached", async () => {
    server = await serve({});
    await server.close();
    const started = performance.now();
    await expect(fetchFrom({})).rejects.toMatchObject({
      code: "download-offline",
      message: expect.stringMatching(/^127\.0\.0\.1:\d+ cannot be reached: it refuses the connection\.$/),
      hint: expect.stringContaining("the demo"),
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    server = undefined;
  });

  it("follows redirects, but not for ever and not to where it is less safe", async () => {
    const to = (location: string): Reply => status(302, { location });
    whole(await fetchFrom({ [PATH]: [to("/moved/ml.zip")], "/moved/ml.zip": [file(ZIP)] }));
    const wrong = [
      PATH,
      "http://files.example.org/ml.zip",
      "file:///etc/passwd",
      "ftp://127.0.0.1/ml.zip",
      "http://a:b@127.0.0.1/",
    ];
    for (const location of wrong) {
      await server?.close();
      server = undefined;
      rmSync(join(home, "downloads"), { recursive: true });
      await expect(fetchFrom({ [PATH]: [to(location)] })).rejects.toMatchObject({
        code: "download-redirect",
      });
    }
  });

  it("deletes what has another checksum than the publisher states", async () => {
    const other = Buffer.from(ZIP);
    other.writeUInt8(other.readUInt8(5_000) ^ 1, 5_000);
    await expect(fetchFrom({ [PATH]: [file(other)] })).rejects.toMatchObject({
      code: "download-wrong-checksum",
      message: expect.stringContaining(`its publisher states ${MD5}`),
    });
    expect(existsSync(part())).toBe(false);
    expect(existsSync(part().replace(".part", ""))).toBe(false);
  });

  it("asks for the checksum of a file that is made anew from time to time", async () => {
    const { md5: _md5, ...rest } = REMOTE;
    const remote = { ...rest, md5Url: `${REMOTE.url}.md5`, bytes: { count: 100_000, exact: false } };
    const what = { ...download(), files: [remote] };
    await expect(fetchFrom({ [PATH]: [file(ZIP)] }, what)).rejects.toMatchObject({
      code: "download-no-checksum",
    });
    await server?.close();
    server = undefined;
    const said: Reply = (_request, response) => void response.end(`MD5 (ml.zip) = ${MD5}\n`);
    whole(await fetchFrom({ [PATH]: [file(ZIP)], [`${PATH}.md5`]: [status(503), said] }, what));
  });

  it("notices that a file without a published checksum is not what it was", async () => {
    await fetchFrom({ [PATH]: [file(ZIP)] }, unknown());
    rmSync(part().replace(".part", ""));
    await server?.close();
    server = undefined;
    const newer = zipOf([{ name: "ml/ratings.csv", text: "1,1,5" }]);
    await expect(fetchFrom({ [PATH]: [file(newer)] }, unknown())).rejects.toMatchObject({
      code: "download-changed",
      message: expect.stringContaining("not what it was on 2026-01-02"),
    });
  });

  it("recognises a web page that comes instead of the file", async () => {
    await expect(fetchFrom({ [PATH]: [page()] }, unknown())).rejects.toMatchObject({
      code: "download-not-archive",
      message: expect.stringContaining("gives a web page instead of ml.zip"),
    });
    expect(existsSync(part())).toBe(false);
  });

  it("refuses at once a length that is not the published one, or that no disk holds", async () => {
    await expect(fetchFrom({ [PATH]: [file(ZIP, { claims: ZIP.length + 1 })] })).rejects.toMatchObject({
      code: "download-wrong-size",
    });
    await server?.close();
    server = undefined;
    await expect(fetchFrom({ [PATH]: [file(ZIP, { claims: 190e9 })] }, unknown())).rejects.toMatchObject({
      code: "download-no-space",
      message: expect.stringMatching(/^ml\.zip needs 190\.0 GB and .* are free in /),
    });
  });

  it("finds out a length that is too long or too short", async () => {
    await expect(
      fetchFrom({ [PATH]: [file(ZIP, { claims: ZIP.length + 10, cutAfter: ZIP.length })] }, unknown()),
    ).rejects.toMatchObject({ code: "download-broken-off" });
    await server?.close();
    server = undefined;
    rmSync(join(home, "downloads"), { recursive: true });
    const short: Reply = (_request, response) =>
      void response.writeHead(200, { "content-length": 9_000 }).end(ZIP.subarray(0, 9_000));
    await expect(fetchFrom({ [PATH]: [short] }, unknown())).rejects.toMatchObject({ code: "bad-archive" });
    expect(existsSync(part().replace(".part", ""))).toBe(false);
  });

  it("keeps a .gz file as it is, also where the server calls it an encoding of something else", async () => {
    const reviews = gzipSync('{"asin":"B1"}\n');
    const encoded: Reply = (_request, response) =>
      void response
        .writeHead(200, { "content-encoding": "x-gzip", "content-length": reviews.length })
        .end(reviews);
    const url = "https://files.example.org/reviews.json.gz";
    const what = {
      ...download(),
      files: [{ name: "reviews.json.gz", url, content: { kind: "gzip" } as const }],
    };
    const fetched = await fetchFrom({ "/files.example.org/reviews.json.gz": [encoded] }, what);
    expect(readFileSync(join(fetched.from, "reviews.json.gz"))).toEqual(reviews);
    expect(fetched.files).toMatchObject([{ bytes: reviews.length, published: false }]);
  });

  it("goes out through the proxy that the configuration names", async () => {
    const nowhere = "http://127.0.0.1:1";
    server = await serve({ [`${nowhere}${PATH}`]: [file(ZIP)] });
    const network = { mirror: nowhere, proxy: { HTTP_PROXY: server.base } };
    const options = { home, network, clock: () => 0, onBytes: () => {} };
    whole(await fetchDataset(download(), options, async (fetched) => fetched));
    expect(server.asked.map(({ path }) => path)).toEqual([`${nowhere}${PATH}`]);
  });

  it("stops when asked to, and goes on the next time", async () => {
    const stop = new AbortController();
    const onBytes = (_stage: string, done: number): void => {
      if (done >= 10_000) stop.abort();
    };
    await expect(
      fetchFrom({ [PATH]: [file(ZIP, { stallAfter: 40_000 }), file(ZIP)] }, download(), {
        signal: stop.signal,
        onBytes,
      }),
    ).rejects.toMatchObject({ name: "AbortError" });
    expect(readFileSync(part()).length).toBeGreaterThan(0);
    whole(await fetchFrom({}));
    expect(ranges()[1]).toMatch(/^bytes=/);
  });

  it("lets no second process into the folder", async () => {
    await fetchFrom({ [PATH]: [file(ZIP)] }, download(), {
      use: async (fetched) => {
        await expect(fetchFrom({})).rejects.toMatchObject({ code: "download-busy" });
        return fetched;
      },
    });
    whole(await fetchFrom({}));
  });
});
