import { expect, it } from "vitest";
import { itemTraits, valueKey } from "../../../tools/dialogue/item-traits.ts";
import { spokenValues } from "../../../tools/dialogue/spoken-values.ts";
import { talkedAbout } from "../../support/talked-about.ts";

const catalogue = talkedAbout();
const traits = itemTraits(catalogue, {
  size: catalogue.size,
  dimensions: 1,
  rows: new Float32Array(catalogue.size),
});
const find = spokenValues(catalogue, traits);
const column = (value: string): number | undefined => traits.valueColumns.get(valueKey("kind", value));

it("finds values by their names, in the plural, and by other ways to say them", () => {
  expect([...find(["any comedies?"]).values]).toEqual([column("Comedy")]);
  expect([...find(["something Scary, please"]).values]).toEqual([column("Horror")]);
  expect(find(["anything"]).values.size).toBe(0);
});

it("finds people by their full names only", () => {
  expect(find(["with ada horror in it"]).people.size).toBe(1);
  expect(find(["ada"]).people.size).toBe(0);
});

it("puts parts of a series together", () => {
  expect(traits.series.get(traits.beginnings[0] ?? "")).toEqual([0, 1]);
  expect(traits.series.get(traits.beginnings[12] ?? "")).toEqual([12, 13]);
});
