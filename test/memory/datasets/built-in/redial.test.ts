import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importNamed } from "../../../../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../../../../memory/datasets/importing/import-report.ts";
import { type OpenDataset, openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../../../memory/datasets/read-interactions.ts";
import { ItemId } from "../../../../memory/ids.ts";

let root: string;
let report: ImportReport;
let dataset: OpenDataset;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-redial-"));
  writeFileSync(join(root, "ievalm_id2info.json"), JSON.stringify(described()));
  writeFileSync(
    join(root, "movies_with_mentions.csv"),
    "movieId,movieName,nbMentions\n1001,The Quiet Lake (1994),9\n9001,Why Hurry%3F (2016),2\n",
  );
  writeFileSync(
    join(root, "ievalm_valid_data.jsonl"),
    `${dialogues()
      .map((each) => JSON.stringify(each))
      .join("\n")}\n`,
  );
  report = await importNamed({ dataset: "redial", from: root, home: join(root, "home"), clock: () => 0 });
  dataset = openDataset(join(root, "home"), "redial");
});
afterAll(() => {
  dataset.catalogue.close();
  rmSync(root, { recursive: true, force: true });
});

/** As many invented films as it takes for the file to be read as a map; 1002 is 1001 under another number. */
function described(): Record<string, object> {
  const films = Array.from({ length: 260 }, (_, at) => [
    `${1001 + at}`,
    film(`Film ${at} (${1950 + (at % 60)})`, at),
  ]);
  return {
    ...Object.fromEntries(films),
    "1001": film("The Quiet Lake (1994)", 0),
    "1002": film("Quiet Lake", 0),
  };
}

function film(name: string, number: number): object {
  return {
    name,
    genre: ["sci-fi", "drama"],
    plot: "Two people meet at a lake and do not speak.",
    director: ["Ada Lind"],
    writer: [],
    star: ["Bo Ek"],
    imdb_id: `tt${1_000_000 + number}`,
  };
}

function dialogues(): object[] {
  const says = (text: string): object => ({ senderWorkerId: 1, text, masked_text: "@1003" });
  return [
    {
      conversationId: "7",
      messages: [says("I like @1001"), says("then @1010 or @1011, or @1001 again")],
      initiatorQuestions: { "1001": { liked: 1 }, "1010": { liked: 0 }, "1011": { liked: 2 } },
    },
    { conversationId: "8", messages: [says("@1002 maybe, or @9001")], initiatorQuestions: [] },
  ];
}

const indexOf = (id: string): number | undefined => dataset.catalogue.indexOf(ItemId.parse(id));

describe("the redial dataset", () => {
  it("has a film once, under the number that dialogues name most", () => {
    expect(report.items.read).toBe(260);
    expect(indexOf("1002")).toBeUndefined();
    expect(dataset.catalogue.identified("imdb", "tt1000000")).toBe(indexOf("1001"));
  });

  it("reads title and year out of the name, kinds as the other film catalogues write them, and films that nobody described", () => {
    const { catalogue } = dataset;
    const lake = indexOf("1001") ?? -1;
    expect([catalogue.title(lake), catalogue.value(lake, "year")]).toEqual(["The Quiet Lake", 1994]);
    expect(catalogue.value(lake, "genre")).toEqual(["Sci-Fi", "Drama"]);
    expect(catalogue.value(lake, "cast")).toEqual(["Bo Ek"]);
    const hurry = indexOf("9001") ?? -1;
    expect([catalogue.title(hurry), catalogue.value(hurry, "year")]).toEqual(["Why Hurry?", 2016]);
  });

  it("takes a dialogue for a user and its mentions for interactions, without what the seeker did not like", async () => {
    const { users, items, userIds } = await readInteractions(dataset.paths);
    const rows = Array.from(users, (user, row) => [
      userIds[user],
      String(dataset.catalogue.id(items[row] ?? -1)),
    ]);
    expect(rows.sort()).toEqual([
      ["7", "1001"],
      ["7", "1011"],
      ["8", "1001"],
      ["8", "9001"],
    ]);
  });
});
