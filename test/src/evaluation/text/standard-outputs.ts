import fixture from "../../../fixtures/text-metrics.json" with { type: "json" };

/** What sacrebleu, rouge-score and NLTK say of texts, and numpy of formulas; the file names their versions. */
export const standard = fixture;
export type StandardPair = (typeof fixture.pairs)[number];

/** The pair of that name. */
export function standardPair(name: string): StandardPair {
  const found = fixture.pairs.find((pair) => pair.name === name);
  if (found === undefined) throw new Error(`no pair is called ${name}`);
  return found;
}
