import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseDescriptor } from "../../../../memory/datasets/descriptor.ts";
import { importDataset } from "../../../../memory/datasets/importing/importer.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { proposeDescriptor } from "../../../../memory/datasets/proposing/propose.ts";
import type { Item } from "../../../../memory/items/item.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-odd-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Draft {
  readonly yaml: string;
  /** As imported by the draft as it is. */
  readonly items: readonly Item[];
  readonly interactions: number;
}

async function draftOf(name: string, content: string): Promise<Draft> {
  const file = join(root, name);
  writeFileSync(file, content);
  const { yaml, folder } = await proposeDescriptor({ files: [file], name: "odd" });
  const home = join(root, "home");
  const clock = (): number => Date.UTC(2026, 0, 2);
  const descriptor = parseDescriptor(yaml, "odd.yaml");
  const report = await importDataset({ descriptor, from: folder, home, clock });
  const { catalogue } = openDataset(home, "odd");
  const items = Array.from({ length: catalogue.size }, (_, index) => {
    const text = catalogue.text(index);
    return { ...catalogue.item(index), ...(text === undefined ? {} : { text }) };
  });
  catalogue.close();
  return { yaml, items, interactions: report.interactions.read };
}

/** A header and 24 rows, each made of its number. */
function table(header: string, row: (n: number) => string): string {
  return `${header}\n${Array.from({ length: 24 }, (_, n) => row(n)).join("\n")}\n`;
}

describe("a draft for an odd table", () => {
  it("knows names with umlauts and reads decimal commas", async () => {
    const { items, yaml } = await draftOf(
      "artikel.csv",
      table("Artikelnummer;Titel;Preis;Größe (cm)", (n) => `A${n};Kanne ${n};${n},50;1.${100 + n},5`),
    );
    expect(items[3]).toMatchObject({ title: "Kanne 3", facets: { preis: 3.5, "gro-e-cm": 1103.5 } });
    expect(yaml).toContain('aliases: ["größe cm"]');
  });

  it("takes the first line for names where one is empty, and where one comes twice", async () => {
    const row = (n: number): string => `${n},Lamp ${n},${"ab"[n % 2]},${"xyz"[n % 3]}`;
    expect((await draftOf("rows.csv", table(",title,colour,shape", row))).items[0]?.title).toBe("Lamp 0");
    const { items } = await draftOf("twice.csv", table("id,title,tag,tag", row));
    expect(items.length).toBe(24);
    expect(items[1]?.facets).toEqual({ tag: ["b"], "tag-1": "y" });
  });

  it("keeps every column whose name is in other letters, called as it is there", async () => {
    const row = (n: number): string => `${n},Lamp ${n},${"小大"[n % 2]},${"赤青緑"[n % 3]}`;
    const { items, yaml } = await draftOf("letters.csv", table("id,title,サイズ,色", row));
    expect(items[1]?.facets).toEqual({ facet: "大", "facet-2": "青" });
    expect(yaml).toContain('aliases: ["色"]');
  });

  it("says yes and no in words, takes years from any date and prose from HTML, and leaves out coordinates", async () => {
    const { items, yaml } = await draftOf(
      "shop.csv",
      table(
        "id,title,in stock,added,lat,long,description",
        (n) =>
          `${n},Lamp ${n},${n % 2 === 0},${1 + n}.2.20${10 + (n % 9)},1.5${n},-2.5${n},<p>A <b>lamp</b> number ${n} &amp; a shade.</p>`,
      ),
    );
    expect(items[1]?.facets).toEqual({ "in-stock": "not in stock", added: 2011 });
    expect(items[2]?.facets["in-stock"]).toBe("in stock");
    expect(items[1]?.text).toBe("A lamp number 1 & a shade.");
    expect(yaml).toContain("#   long: coordinates");
  });

  it("takes a table whose every row has an item of its own for items, though a column is called user", async () => {
    const { items, interactions } = await draftOf(
      "toys.csv",
      table("isbn,title,user,at", (n) => `978${n},Toy ${n},${["kids", "adults"][n % 2]},home`),
    );
    expect(items[1]).toMatchObject({ title: "Toy 1", facets: { user: "adults" } });
    expect(interactions).toBe(0);
  });

  it("takes a review's title for its headline, and not for an item's", async () => {
    const { yaml, items } = await draftOf(
      "reviews.csv",
      table(
        "reader,isbn,book title,stars,review title,review text",
        (n) => `r${n % 5},b${n % 7},Book ${n % 7},${1 + (n % 5)},Fine ${n},I read it ${n} times over.`,
      ),
    );
    expect(yaml).toContain('"review text" AS review, "review title" AS headline');
    expect(items[0]?.title).toMatch(/^Book/);
  });

  it("is refused in words where there are no rows, and where the file is no text", async () => {
    await expect(draftOf("head.csv", "id,title\n")).rejects.toMatchObject({
      code: "no-proposal",
      message: "There are no rows in head.csv.",
    });
    const noise = String.fromCharCode(...Array.from({ length: 3000 }, (_, n) => (n * 7919) % 251));
    await expect(draftOf("noise.csv", noise)).rejects.toMatchObject({
      code: expect.stringMatching(/^unreadable-file|no-proposal$/),
    });
  });

  it("stops at 40 facets and says which columns it left", async () => {
    const names = Array.from({ length: 150 }, (_, at) => `f${at}`);
    const { items, yaml } = await draftOf(
      "wide.csv",
      table(
        `id,title,${names.join(",")}`,
        (n) => `${n},Lamp ${n},${names.map((_, at) => (n * at) % 7).join(",")}`,
      ),
    );
    expect(Object.keys(items[0]?.facets ?? {}).length).toBeLessThanOrEqual(40);
    expect(yaml).toContain("#   f60: there are 40 facets already");
    expect(yaml).toContain("# Nor looked at: the 32 columns from f118 on.");
  });

  it("reads lists of objects by their names, and tells how a field of an object is read", async () => {
    const lines = Array.from({ length: 24 }, (_, n) =>
      JSON.stringify({
        id: n,
        name: `Game ${n}`,
        genres: [{ id: 1, description: ["Puzzle", "Action"][n % 2] }],
        price: { final: n },
      }),
    );
    const { items, yaml } = await draftOf("games.jsonl", `${lines.join("\n")}\n`);
    expect(items[1]?.facets).toEqual({ genre: ["Action"] });
    expect(yaml).toContain('a field of it is read as "price"."final"');
  });
});
