import type { Conversation } from "./converse.ts";

/** A conversation to read: who said what, what was shown, what was counted. Plain text. */
export function transcriptOf({ system, person, turns, acceptedAt, likedAt }: Conversation): string {
  const lines = turns.flatMap(({ act, said, reply, titles, notes }, turn) => [
    `${turn + 1}. [${act}] ${said}`,
    `   ${system}: ${reply}`,
    ...(titles.length > 0 ? [`   shown: ${titles.join("; ")}`] : []),
    ...(notes.length > 0 ? [`   (${notes.join(", ")})`] : []),
  ]);
  const outcome = acceptedAt === undefined ? "nothing accepted" : `accepted in turn ${acceptedAt}`;
  const taste = likedAt === undefined ? "" : `; first to taste in turn ${likedAt}`;
  return [`${system} with ${person}: ${outcome}${taste}`, ...lines, ""].join("\n");
}
