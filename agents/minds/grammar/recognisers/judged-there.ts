import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { wordAt } from "../span.ts";
import { VERDICTS_AFTER } from "../words/cues.ts";

/** Whether a clause begins with the word, but for what leads in: "yes that was …". */
export function opensClause(tokens: readonly Token[], at: number): boolean {
  return (
    at === 0 || pauses(tokens, at) || /^(?:yes|yeah|yep|oh|and|but|ok|okay)$/.test(wordAt(tokens, at - 1))
  );
}

/** "was also a really good movie": a verdict in the past, or one on a single item. */
export function isJudgedThere(tokens: readonly Token[], at: number): boolean {
  const past = wordAt(tokens, at) === "was";
  if (!past && wordAt(tokens, at) !== "is") return false;
  let next = at + 1;
  while (/^(?:a|an|also|really|very|so|such|just|pretty|one|of|the)$/.test(wordAt(tokens, next))) next += 1;
  const verdict = VERDICTS_AFTER.at(tokens, next);
  if (verdict === undefined || !/^(?:love|hate)$/.test(verdict.meaning)) return false;
  return past || wordAt(tokens, verdict.to) === "one";
}
