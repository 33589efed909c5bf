import type { Catalogue } from "../../items/catalogue.ts";
import type { FacetDeclaration } from "../../items/facet.ts";
import type { Finding } from "./finding.ts";

const MOST = 3;
/** A facet that fewer items have cannot be asked for with much success. */
const SCARCE = 0.2;

/** Facets that are mostly empty, lists that were never split, one value in two spellings. */
export function facetFindings(catalogue: Catalogue): Finding[] {
  return catalogue.facets.flatMap((facet) => [
    ...scarce(catalogue, facet),
    ...(["category", "tags", "people"].includes(facet.kind) ? valueFindings(catalogue, facet) : []),
  ]);
}

function scarce(catalogue: Catalogue, facet: FacetDeclaration): Finding[] {
  let filled = 0;
  for (let index = 0; index < catalogue.size; index++)
    if (catalogue.value(index, facet.name) !== undefined) filled++;
  if (filled >= SCARCE * catalogue.size) return [];
  const percent = ((100 * filled) / catalogue.size).toFixed(filled === 0 ? 0 : 1);
  return [
    {
      severity: "warning",
      what: `only ${percent} % of items have ${/^[aeiou]/.test(facet.name) ? "an" : "a"} ${facet.name}`,
      count: filled,
      examples: [],
      advice: `Who asks for it is shown few items: is the column right? Else take the facet ${facet.name} out.`,
    },
  ];
}

function valueFindings(catalogue: Catalogue, facet: FacetDeclaration): Finding[] {
  const values = catalogue.values(facet.name);
  const names = values.map(({ value }) => value);
  const separator = facet.kind === "people" ? undefined : unsplitAt(names);
  const spellings = twice(names);
  const measured = names.filter((name) => /^[^\d]{0,3}\d[\d.,]*\s*\p{L}{0,4}$/u.test(name));
  return [
    ...(separator === undefined
      ? []
      : [
          {
            severity: "warning" as const,
            what: `${facet.name} looks like lists that are not split`,
            count: names.filter((name) => name.includes(separator)).length,
            examples: names.filter((name) => name.includes(separator)).slice(0, MOST),
            advice: `string_split(…, '${separator}') AS "${facet.name}", with kind: tags`,
          },
        ]),
    ...(spellings.length === 0
      ? []
      : [
          {
            severity: "warning" as const,
            what: `${facet.name} has values in two spellings`,
            count: spellings.length,
            examples: spellings.slice(0, MOST).map((group) => group.join(" / ")),
            advice: "Write each in one way in the query: replace(…), lower(…) or a CASE.",
          },
        ]),
    ...(names.length > 5 && measured.length > 0.9 * names.length
      ? [
          {
            severity: "warning" as const,
            what: `${facet.name} holds numbers, and is declared a ${facet.kind}`,
            count: measured.length,
            examples: measured.slice(0, MOST),
            advice: `number_in(…) AS "${facet.name}", with kind: number, to ask for less and more of it`,
          },
        ]
      : []),
  ];
}

/** The separator that stands in many values whose pieces are values themselves, or come again. */
function unsplitAt(names: readonly string[]): string | undefined {
  return ["|", ";", ", ", "/", " > "].find((separator) => {
    const joined = names.filter((name) => name.includes(separator));
    if (joined.length < 2 || joined.length < 0.2 * names.length) return false;
    const pieces = names.flatMap((name) => name.split(separator).map((piece) => piece.trim()));
    return new Set(pieces).size < 0.75 * pieces.length;
  });
}

/** "Sci-Fi", "sci fi" and "SciFi" are one value. */
function twice(names: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = name
      .normalize("NFD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
