import { ORDINARY_WORDS } from "../../../tools/language/ordinary-words.ts";
import type { Utterance } from "./utterance.ts";
import { FILLER } from "./words/filler.ts";
import { TONGUES } from "./words/tongues.ts";

/** The tag of the language that a text is in, as far as its everyday words tell; undefined for English, and where they don't tell. */
export function foreignTongue({ tokens, spans }: Utterance): string | undefined {
  // Titles in their own language are no talk in it.
  const words = tokens
    .filter(
      (_, at) => !spans.some(({ span }) => span.meaning.kind === "item" && span.from <= at && at < span.to),
    )
    .map((token) => token.norm);
  // Words of both ("film", "is", "was") speak for both.
  const english = words.filter((word) => FILLER.has(word) || ORDINARY_WORDS.has(word)).length;
  const [first, second] = Object.entries(TONGUES)
    .map(([tag, own]) => ({ tag, count: words.filter((word) => own.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  if (first === undefined || first.count < 2 || first.count <= english) return undefined;
  // Half of what is said must be in it, unless it is much more than in any other.
  const telling = first.count >= words.length / 2 || first.count > (second?.count ?? 0);
  return telling ? first.tag : undefined;
}
