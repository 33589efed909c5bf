import { stem, topicWords, words } from "../language/words.ts";

/** The topic words of a request that occur in a text, compared by stem, in the order and form of the request, each once. */
export function mentioned(request: string, text: string): string[] {
  const stems = new Set(words(text).map(stem));
  const found = new Map<string, string>();
  for (const word of topicWords(request)) {
    const key = stem(word);
    if (stems.has(key) && !found.has(key)) found.set(key, word);
  }
  return [...found.values()];
}
