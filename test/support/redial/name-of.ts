/** A title as nobody can tell it from its namesakes': without article, bracketed names, punctuation and case. */
export function nameOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/^(?:the|an?) /, "")
    .replace(/ \(.*/, "")
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
