/**
 * What a slash command or a key says to the agent in the person's stead: the sentence that they would type, so that memory quotes it
 * and "undo" takes it back. Places count from 1.
 */
export const SENTENCES = {
  seen: (place: number) => `I have seen number ${place}`,
  like: (place: number) => `I liked number ${place}`,
  dislike: (place: number) => `I didn't like number ${place}`,
  about: (place: number) => `tell me about number ${place}`,
  why: (place: number) => `why number ${place}?`,
  watch: (place: number) => `put number ${place} on my watchlist`,
  rate: (place: number, value: number) => `I give number ${place} ${article(value)} ${value}`,
} as const;

/** "an 8", "a 4". */
function article(value: number): string {
  return /^(?:8|11|18)/.test(String(value)) ? "an" : "a";
}
