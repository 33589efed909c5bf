import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { FacetValue } from "../../../../memory/items/item.ts";
import type { Comparison } from "../../../../tools/compare.ts";
import type { Opinion } from "../../../../tools/rate.ts";
import { facetName, valueWords } from "./facet-words.ts";
import type { Scene, Voice } from "./scene.ts";
import { capital, countWord, listed, sentence } from "./wording.ts";

const MOST_CLAIMS = 4;

/** The claims about an item, each of which has its evidence. */
export const why: Voice<"why"> = (act, { findings, title }) =>
  act.items
    .map((id) => {
      const claims = findings.claims.find(({ item }) => item === id)?.claims ?? [];
      if (claims.length === 0) {
        return `For ${title(id)} I have no reason that I could prove: I know too little about what you like.`;
      }
      return `Why ${title(id)}: ${claims
        .slice(0, MOST_CLAIMS)
        .map(({ claim }) => sentence(claim))
        .join(" ")}`;
    })
    .join("\n");

/** "I'd say 3.9 for Fargo, and four times in five between 3.1 and 4.7." */
export const wouldLike: Voice<"would-like"> = (act, scene) =>
  act.items
    .flatMap((id) => scene.findings.opinions.filter(({ item }) => item === id))
    .map((opinion) => forecast(opinion, scene))
    .join("\n");

function forecast({ title, prediction, basis, claims }: Opinion, { catalogue, pick }: Scene): string {
  const reasons = claims.slice(0, 2).map(({ claim }) => sentence(claim));
  if (prediction === undefined) {
    const { many, past } = catalogue.noun;
    const why = `I know too little about you to guess about ${title}: rate a few ${many} that you've ${past}, and ask again.`;
    return [why, ...reasons].join(" ");
  }
  const { value, low, high, level } = prediction;
  const certainty = `${Math.round(level * 100)} %`;
  const guess = `I expect ${value.toFixed(1)} from you, with ${certainty} certainty between ${low.toFixed(1)} and ${high.toFixed(1)}.`;
  const rests =
    basis === 0
      ? pick(
          "You haven't rated anything yet, so that is what others think of it.",
          "That rests on others' ratings alone: I have none of yours.",
        )
      : `It rests on ${basis === 1 ? "the one rating" : `the ${countWord(basis)} ratings`} you gave.`;
  return [`${title}: ${leaning(value, catalogue)}. ${guess}`, rests, ...reasons].join(" ");
}

/** In words, by where on the scale the guess lies. */
function leaning(value: number, { scale }: Catalogue): string {
  if (scale === undefined) return "hard to say";
  const share = (value - scale.min) / (scale.max - scale.min);
  if (share >= 0.75) return "very likely yes";
  if (share >= 0.6) return "probably yes";
  return share >= 0.45 ? "could go either way" : "probably not";
}

/** What they share, where they differ, and which is for you. */
export const compare: Voice<"compare"> = (_act, { findings, catalogue, title }) => {
  const { comparison } = findings;
  if (comparison === undefined) return undefined;
  const names = listed(comparison.items.map((one) => one.title));
  const common = comparison.rows
    .filter(({ facet }) => ["tags", "people"].includes(catalogue.facet(facet)?.kind ?? ""))
    .flatMap(({ shared }) => shared.slice(0, 3));
  const lines = [
    common.length === 0 ? `${names} have little in common.` : `${names} share ${listed(common)}.`,
    ...comparison.rows.flatMap((row) => difference(row, comparison, catalogue)),
    expectations(comparison),
    comparison.forYou === undefined ? "" : `For you I'd take ${title(comparison.forYou)}.`,
  ];
  return lines.filter((line) => line !== "").join(" ");
};

function difference(row: Comparison["rows"][number], { items }: Comparison, catalogue: Catalogue): string[] {
  const facet = catalogue.facet(row.facet);
  if (facet === undefined || !facet.shown || facet.kind === "text") return [];
  const known = row.values.flatMap((value, place) =>
    value === undefined ? [] : [{ title: items[place]?.title ?? "", value }],
  );
  if (known.length < 2) return [];
  const [first, second] = known;
  if (known.length === 2 && typeof first?.value === "number" && typeof second?.value === "number") {
    if (first.value === second.value) return [];
    const [less, more] = first.value < second.value ? [first, second] : [second, first];
    const comparative = facet.lower[0];
    if (comparative !== undefined) {
      return [
        `${less.title} is ${comparative} (${valueWords(facet, less.value)} against ${valueWords(facet, more.value)}).`,
      ];
    }
  }
  if (known.every(({ value }) => same(value, first?.value))) return [];
  if (row.shared.length > 0) return [];
  return [
    `${capital(facetName(facet))}: ${known.map((one) => `${shortWords(facet, one.value)} (${one.title})`).join(", ")}.`,
  ];
}

const MOST_NAMES = 3;

function shortWords(facet: FacetDeclaration, value: FacetValue): string {
  if (!Array.isArray(value) || value.length <= MOST_NAMES) return valueWords(facet, value);
  return `${value.slice(0, MOST_NAMES).join(", ")} and others`;
}

function same(one: FacetValue, other: FacetValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function expectations({ items, predictions }: Comparison): string {
  const guesses = items.flatMap(({ title }, place) => {
    const prediction = predictions[place];
    return prediction === undefined ? [] : [`${prediction.value.toFixed(1)} for ${title}`];
  });
  return guesses.length === 0 ? "" : `I expect ${listed(guesses)} from you.`;
}
