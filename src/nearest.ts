import { distance } from "fastest-levenshtein";

/** The valid word that somebody most likely meant; undefined when none is near (more than half of it would be wrong). */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  const asked = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of valid) {
    const target = candidate.toLowerCase();
    const edits = target.startsWith(asked) && asked !== "" ? 0.5 : distance(asked, target);
    if (edits < least && edits <= Math.max(1, target.length / 2)) [best, least] = [candidate, edits];
  }
  return best;
}
