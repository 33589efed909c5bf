import type { OwnCatalogue } from "cicerone";

/** A catalogue small enough to know by heart. */
export const teas: OwnCatalogue = {
  name: "teas",
  noun: { one: "tea", many: "teas", verb: "drink", past: "drank" },
  facets: [
    { name: "kind", kind: "category", aliases: ["kind"] },
    { name: "price", kind: "number", unit: "EUR", aliases: ["euros", "price"], lower: ["cheaper"] },
  ],
  items: [
    { id: "t1", title: "Sencha", facets: { kind: "green", price: 9 } },
    { id: "t2", title: "Gyokuro", facets: { kind: "green", price: 32 } },
    { id: "t3", title: "Assam", facets: { kind: "black", price: 6 } },
    { id: "t4", title: "Lapsang Souchong", facets: { kind: "black", price: 12 } },
    { id: "t5", title: "Keemun", facets: { kind: "black", price: 15 } },
  ],
};
