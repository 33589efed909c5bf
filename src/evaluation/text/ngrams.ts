/**
 * The n-grams of a text, in order, repetitions kept: n neighbouring tokens, joined by a space. Tokens hold no space, so two n-grams are
 * the same string only where they are the same tokens. Empty where the text is shorter than n.
 */
export function ngrams(tokens: readonly string[], n: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + n <= tokens.length; at++) {
    let ngram = tokens[at] ?? "";
    for (let next = at + 1; next < at + n; next++) ngram += ` ${tokens[next] ?? ""}`;
    found.push(ngram);
  }
  return found;
}

/** How often each one occurs. */
export function countsOf(things: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}
