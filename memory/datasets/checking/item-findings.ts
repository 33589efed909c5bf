import type { Catalogue } from "../../items/catalogue.ts";
import type { Finding } from "./finding.ts";

const MOST = 3;

/** Ids and titles that are likely one thing twice, or were read in the wrong encoding. */
export function itemFindings(catalogue: Catalogue): Finding[] {
  const indices = Array.from({ length: catalogue.size }, (_, index) => index);
  const ids = doubles(indices, (index) => catalogue.id(index).toLowerCase().replace(/\s+/g, ""));
  const titles = doubles(indices, (index) => catalogue.title(index).toLowerCase());
  const garbled = indices.filter((index) => /\ufffd|Ã[\u0080-\u00bf]|â€/u.test(catalogue.title(index)));
  const stray = indices.filter((index) => /^(["']).*\1$/.test(catalogue.title(index)));
  return [
    ...told(
      ids.length,
      "ids differ only in case or spaces",
      ids.map((group) => group.map((index) => catalogue.id(index)).join(" / ")),
      "If they are one item, write ids in one way: lower(trim(id)) AS id, in both queries.",
    ),
    ...told(
      titles.length,
      "titles that several items have",
      titles.map(
        (group) =>
          `${catalogue.title(group[0] ?? 0)} (${group.map((index) => catalogue.id(index)).join(", ")})`,
      ),
      "Are they one item in several rows? SELECT DISTINCT ON (title) …; else add what tells them apart, such as the year.",
    ),
    ...told(
      garbled.length,
      "titles look read in the wrong encoding",
      garbled.map((index) => catalogue.title(index)),
      "State the file's own: encoding: utf-8, latin-1 or utf-16.",
    ),
    ...told(
      stray.length,
      "titles stand in quotes",
      stray.map((index) => catalogue.title(index)),
      "State the quoting character: quote: '\"', or trim(title, '\"') AS title",
    ),
  ];
}

function told(count: number, what: string, examples: readonly string[], advice: string): Finding[] {
  return count === 0 ? [] : [{ severity: "warning", what, count, examples: examples.slice(0, MOST), advice }];
}

/** Groups of two or more with the same key. */
function doubles(indices: readonly number[], key: (index: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    const group = groups.get(key(index));
    if (group === undefined) groups.set(key(index), [index]);
    else group.push(index);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
