import { distance } from "fastest-levenshtein";

/** The choice most like what was given, for "did you mean"; undefined where none is close. */
export function nearest(given: string, choices: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(given.length / 3)) + 1;
  for (const choice of choices) {
    const edits = distance(given.toLowerCase(), choice.toLowerCase());
    if (edits < least) {
      least = edits;
      best = choice;
    }
  }
  return best;
}
