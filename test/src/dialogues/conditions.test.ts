import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../memory/items/constraint.ts";
import { conditionText, plainConditions } from "../../../src/dialogues/conditions.ts";
import { parseWhere } from "../../../src/where.ts";
import { cosmeticFacets, cosmetics } from "../../fixtures/cosmetics.ts";
import { filmCatalogue } from "../../fixtures/films.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const catalogue = filmCatalogue();
const plain = (...conditions: readonly string[]): readonly string[] =>
  plainConditions(
    conditions.map((condition) => parseWhere(catalogue, condition)),
    catalogue,
  );
const found = (facet: string, test: Constraint["test"]): readonly string[] =>
  plainConditions([{ facet, test }], catalogue);

describe("what constraints demand together", () => {
  it("is the same however it is put", () => {
    expect(plain("genre!=War,Horror")).toEqual(plain("genre!=Horror", "genre!=War"));
    expect(plain("year=1990..1999")).toEqual(plain("year<2000", "year>=1990"));
    expect(plain("genre=Drama+Crime")).toEqual(plain("genre=Crime", "genre=Drama"));
    expect(plain("runtime<117")).toEqual(plain("runtime<=116"));
    expect(plain("genre=Drama,Crime")).toEqual(plain("genre=crime, drama"));
    expect(plain("director=Ridley Scott or year<1960")).toEqual(plain("year<=1959 or director=ridley scott"));
  });

  it("tells apart what is not the same", () => {
    expect(plain("genre=Drama,Crime")).not.toEqual(plain("genre=Drama+Crime"));
    expect(plain("runtime<117")).not.toEqual(plain("runtime<=117"));
    expect(plain("year!=1990..1999")).not.toEqual(plain("year=1990..1999"));
    expect(plain("genre=Drama or year<1960")).not.toEqual(plain("genre=Drama", "year<1960"));
  });

  it("takes bounds as whole numbers where a facet has no others", () => {
    expect(found("runtime", { op: "between", max: 116.5 })).toEqual(["runtime<=116"]);
    expect(found("runtime", { op: "between", min: 116.5, max: 130 })).toEqual(["runtime=117..130"]);
    expect(found("year", { op: "between", min: 1995, max: 1995 })).toEqual(["year=1995"]);
    expect(found("year", { op: "outside", min: 1980, max: 1989 })).toEqual(["year!=1980..1989"]);
  });

  it("takes bounds to the cent where a facet has cents", () => {
    const shop = catalogueOf(cosmetics, cosmeticFacets);
    const price = (condition: string): readonly string[] =>
      plainConditions([parseWhere(shop, condition)], shop);
    expect(price("price<20")).toEqual(["price<=19.99"]);
    expect(price("price<=19.99")).toEqual(["price<=19.99"]);
    expect(price("price>20")).toEqual(["price>=20.01"]);
    expect(plainConditions([{ facet: "price", test: { op: "between", max: 20 } }], shop)).toEqual([
      "price<=20",
    ]);
  });

  it("is written so that it can be read again", () => {
    for (const condition of [
      "genre=Crime,Drama",
      "genre=Crime+Drama",
      "genre!=Horror",
      "runtime<=116",
      "year=1995",
      "year!=1980..1989",
    ])
      expect(conditionText(parseWhere(catalogue, condition), catalogue)).toBe(condition);
  });
});
