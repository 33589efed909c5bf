import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTextMacros } from "../../../../memory/datasets/importing/text-macros.ts";
import { type Duck, literal, openDuckDB } from "../../../../memory/store/duckdb.ts";

let duck: Duck;
beforeAll(async () => {
  duck = await openDuckDB([]);
  await createTextMacros(duck);
});
afterAll(() => duck.close());

async function read(title: string): Promise<[unknown, unknown, unknown]> {
  const [row] = await duck.rows(
    `SELECT film_title(t) AS title, film_year(t) AS year, film_other_titles(t) AS others FROM (SELECT ${literal(title)} AS t)`,
  );
  return [row?.title, row?.year, row?.others];
}

describe("titles as MovieLens writes them", () => {
  it.each([
    ["Toy Story (1995)", "Toy Story", 1995, []],
    ["Matrix, The (1999)", "The Matrix", 1999, []],
    ["American in Paris, An (1951)", "An American in Paris", 1951, []],
    ["Postino, Il (The Postman) (1994)", "Il Postino", 1994, ["The Postman"]],
    ["Enfer, L' (1994)", "L'Enfer", 1994, []],
    ["Boot, Das (1981)", "Das Boot", 1981, []],
    ["Boat, The (Das Boot) (1981)", "The Boat", 1981, ["Das Boot"]],
    ["Hate (Haine, La) (1995)", "Hate", 1995, ["La Haine"]],
    ["Seven (a.k.a. Se7en) (1995)", "Seven", 1995, ["Se7en"]],
    [
      "Seven Samurai (The Magnificent Seven) (Shichinin no samurai) (1954)",
      "Seven Samurai",
      1954,
      ["The Magnificent Seven", "Shichinin no samurai"],
    ],
    [
      "Ciao, Professore! (Io speriamo che me la cavo ) (1993)",
      "Ciao, Professore!",
      1993,
      ["Io speriamo che me la cavo"],
    ],
    [
      "And God Created Woman (Et Dieu&#8230;Créa la Femme) (1956)",
      "And God Created Woman",
      1956,
      ["Et Dieu…Créa la Femme"],
    ],
    ["Associate, The (L'Associe)(1982)", "The Associate", 1982, ["L'Associe"]],
    [
      "Land Before Time III: The Time of the Great Giving (1995) (V)",
      "Land Before Time III: The Time of the Great Giving",
      1995,
      [],
    ],
    ["Heidi Fleiss: Hollywood Madam (1995) ", "Heidi Fleiss: Hollywood Madam", 1995, []],
    ["Cry, the Beloved Country (1995)", "Cry, the Beloved Country", 1995, []],
    ["Paris, Texas (1984)", "Paris, Texas", 1984, []],
    ["2001: A Space Odyssey (1968)", "2001: A Space Odyssey", 1968, []],
    ["1984 (1984)", "1984", 1984, []],
    ["(500) Days of Summer (2009)", "(500) Days of Summer", 2009, []],
    ["unknown", "unknown", null, []],
  ])("reads %s", async (given, title, year, others) => {
    expect(await read(given)).toEqual([title, year, others]);
  });

  it("undoes character references", async () => {
    const [row] = await duck.rows("SELECT plain_text('L&#39;Oreal  &amp; Co') AS t");
    expect(row?.t).toBe("L'Oreal & Co");
  });
});
