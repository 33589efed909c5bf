import type { LinkedTitles } from "./linked-titles.ts";

/**
 * Precision and recall over all titles, then by what the typing did to a title; one that was changed in two ways counts under both. A false
 * link stands over a title (another film was taken for it) or in the talk around, and some of the latter are films that the dialogue
 * names elsewhere: those may be meant.
 */
export function titlesReport({ hits, misses, falseLinks }: LinkedTitles): string {
  const over = falseLinks.filter((link) => link.over !== undefined);
  const around = falseLinks.filter((link) => link.over === undefined);
  const spokenOf = around.filter((link) => link.spokenOf);
  const ways = new Set([...hits, ...misses.map(({ title }) => title)].flatMap((title) => title.ways));
  const lines = [...ways].sort().map((way) => {
    const found = hits.filter((title) => title.ways.includes(way)).length;
    const missed = misses.filter(({ title }) => title.ways.includes(way)).length;
    const taken = over.filter((link) => link.over?.ways.includes(way)).length;
    return `  ${way}: ${shares(found, taken, missed)}`;
  });
  return [
    shares(hits.length, falseLinks.length, misses.length),
    `  false links: ${over.length} over a title, ${around.length} in the talk around, ${spokenOf.length} of these of a film that the dialogue names elsewhere`,
    ...lines,
  ].join("\n");
}

function shares(hits: number, wrong: number, missed: number): string {
  const precision = (hits / (hits + wrong)).toFixed(3);
  const recall = (hits / (hits + missed)).toFixed(3);
  return `precision ${precision}, recall ${recall} of ${hits + missed}`;
}
