import type { Catalogue } from "../../memory/items/catalogue.ts";
import { inSentence } from "../../tools/explaining/facet-words.ts";
import { sanitiseLine } from "../sanitise.ts";

/** What somebody reads who opens the chat for the first time. */
export interface Welcome {
  readonly lines: readonly string[];
  /** Three sentences that work on this catalogue. */
  readonly examples: readonly string[];
}

export function welcome(catalogue: Catalogue): Welcome {
  const { noun } = catalogue;
  const lines = [
    `I'm Cicerone, a guide to ${catalogue.size.toLocaleString("en")} ${noun.many}. Tell me what you feel like; I answer, say why, and remember.`,
  ];
  if (catalogue.simulated) {
    lines.push(
      `The ${noun.many} are real. The people whose tastes I learnt from here are simulated, so their ratings are too.`,
    );
  }
  return { lines, examples: exampleSentences(catalogue) };
}

/** Three things to say, made from what the catalogue holds: nothing in them is known in advance. */
export function exampleSentences(catalogue: Catalogue): string[] {
  const { noun } = catalogue;
  const likeness = mostPopularTitle(catalogue);
  const sentences = [
    filteredSentence(catalogue),
    likeness === undefined ? undefined : `something like ${likeness}`,
    personSentence(catalogue),
    `surprise me with ${article(noun.one)} ${noun.one}`,
    `what are the most popular ${noun.many}?`,
  ];
  return sentences.filter((sentence) => sentence !== undefined).slice(0, 3);
}

/** "drama films from the 90s", "short comedy books": the commonest value with what else can be asked for. */
function filteredSentence(catalogue: Catalogue): string | undefined {
  const facet = catalogue.facets.find((f) => (f.kind === "tags" || f.kind === "category") && f.shown);
  if (facet === undefined) return undefined;
  const value = catalogue.values(facet.name)[0]?.value;
  if (value === undefined) return undefined;
  const adjective = catalogue.facets.find((f) => f.kind === "number" && f.low.length > 0)?.low[0];
  const subject = `${sanitiseLine(inSentence(facet, value))} ${catalogue.noun.many}`;
  const decade = commonestDecade(catalogue);
  const from = decade === undefined ? "" : ` from the ${decade}s`;
  return adjective === undefined ? `${subject}${from}` : `${adjective} ${subject}${from}`;
}

function personSentence(catalogue: Catalogue): string | undefined {
  const facet = catalogue.facets.find((f) => f.kind === "people" && f.shown);
  const person = facet === undefined ? undefined : catalogue.values(facet.name)[0]?.value;
  return person === undefined ? undefined : `anything by ${sanitiseLine(person)}`;
}

function commonestDecade(catalogue: Catalogue): number | undefined {
  const facet = catalogue.facets.find((f) => f.kind === "year");
  if (facet === undefined) return undefined;
  const counts = new Map<number, number>();
  for (const year of catalogue.column(facet.name)) {
    if (Number.isNaN(year)) continue;
    const decade = 10 * Math.floor(year / 10);
    counts.set(decade, (counts.get(decade) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

function mostPopularTitle(catalogue: Catalogue): string | undefined {
  let best = -1;
  let most = 0;
  for (let index = 0; index < catalogue.size; index++) {
    const { popularity } = catalogue.statistics(index);
    if (popularity > most) [best, most] = [index, popularity];
  }
  return best === -1 ? undefined : sanitiseLine(catalogue.title(best));
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? "an" : "a";
}
