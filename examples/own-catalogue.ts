// A catalogue of your own: a CSV with a descriptor, and rows straight from memory. Checks itself; exits 0 when all of it holds.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecommender, prepareDataset } from "cicerone";

const home = mkdtempSync(join(tmpdir(), "cicerone-own-"));

// From files: the descriptor says how the CSV is read and what can be asked about a book.
const descriptor = new URL("books/books.yaml", import.meta.url).pathname;
const { imported } = await prepareDataset({ dataset: descriptor, home, clock: Date.now });
console.log(`${imported.items.kept} books of ${imported.items.read}, turned away:`, imported.items.rejected);
assert.equal(imported.items.kept, 49);
assert.equal(
  imported.items.rejected.reduce((sum, { count }) => sum + count, 0),
  1,
);

const books = await createRecommender({ data: "books", home });
const talk = books.session({ user: "ada" });
const short = await talk.ask("a science fiction book under 300 pages, not by Le Guin");
console.log(
  short.reply,
  short.items.map((book) => `${book.title} (${book.facets.pages} pages)`),
);
assert.ok(short.items.length > 0);
for (const { title, facets } of short.items) {
  assert.ok(Number(facets.pages) < 300, title);
  assert.ok([facets.genre].flat().includes("Science Fiction"), title);
  assert.ok(![facets.author].flat().includes("Ursula K. Le Guin"), title);
}
books.close();

// From memory: no file at all, and no interactions: ranking is by content.
const teas = await createRecommender({
  home,
  catalogue: {
    name: "teas",
    noun: { one: "tea", many: "teas", verb: "drink", past: "drank" },
    facets: [
      { name: "kind", kind: "category", aliases: ["kind"] },
      { name: "price", kind: "number", unit: "EUR", aliases: ["euros", "price"], lower: ["cheaper"] },
    ],
    items: [
      {
        id: "t1",
        title: "Sencha",
        facets: { kind: "green", price: 9 },
        text: "Fresh, grassy, from Shizuoka.",
      },
      {
        id: "t2",
        title: "Gyokuro",
        facets: { kind: "green", price: 32 },
        text: "Shaded, sweet, deep as broth.",
      },
      {
        id: "t3",
        title: "Assam",
        facets: { kind: "black", price: 6 },
        text: "Strong and malty, made for milk.",
      },
      {
        id: "t4",
        title: "Lapsang Souchong",
        facets: { kind: "black", price: 12 },
        text: "Smoked over pine.",
      },
      {
        id: "t5",
        title: "Keemun",
        facets: { kind: "black", price: 15 },
        text: "Cocoa and orchid, without milk.",
      },
    ],
  },
});
const cheap = await teas.session({ user: "ada" }).ask("a black tea under 13 euros");
console.log(
  cheap.reply,
  cheap.items.map((tea) => tea.title),
);
assert.deepEqual(cheap.items.map((tea) => tea.title).sort(), ["Assam", "Lapsang Souchong"]);
teas.close();
rmSync(home, { recursive: true, force: true });
