import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import { isAdjective } from "./adjectives.ts";
import { quoted } from "./wording.ts";

/** Phrases that follow the noun as they are: "based on a book", "in black and white". */
const FOLLOWING = /^(?:based|set|told|made|in|with|without|about|for|on) /u;
/** Phrases that ask for what something does: they are said as they were. */
const DOING = /^(?:makes?|need|gives?|keeps?|i|to) /u;

/** Words for a wish that were the person's own: a lexicon's phrase, a person in any role, a level such as "short". */
export interface OwnWords {
  readonly words: string;
  /** Whether they stand before the noun. */
  readonly before: boolean;
}

/** "dark", "date night", "Clint Eastwood", "short", "highly rated"; undefined where facet and value must say it. */
export function ownWords(constraint: Constraint, catalogue: Catalogue): OwnWords | undefined {
  const { phrase } = constraint;
  if (phrase !== undefined) {
    if (FOLLOWING.test(phrase)) return { words: phrase, before: false };
    return DOING.test(phrase)
      ? { words: `for ${quoted(phrase)}`, before: false }
      : { words: phrase, before: true };
  }
  const person = inAnyRole(constraint, catalogue);
  if (person !== undefined) return { words: person, before: true };
  const level = levelSaid(constraint, catalogue.facet(constraint.facet));
  return level === undefined ? undefined : { words: level, before: true };
}

/** "not dark", "without violence": how a lexicon's phrase is ruled out. */
export function ruledOutWords(denied: string): string {
  const phrase = denied.replace(/^not /u, "");
  return isAdjective(phrase) || /(?:ed|ing|ful|ive|ish|ous|less|ble|y)$/u.test(phrase)
    ? `not ${phrase}`
    : `without ${phrase}`;
}

/** Who is asked for in whatever role. */
export function inAnyRole(constraint: Constraint, catalogue: Catalogue): string | undefined {
  const conditions = conditionsOf(constraint);
  const [first] = conditions;
  if (conditions.length < 2 || first === undefined || !("values" in first.test)) return undefined;
  const [name] = first.test.values;
  const same = conditions.every(
    ({ facet, test }) =>
      catalogue.facet(facet)?.kind === "people" &&
      test.op === "any-of" &&
      test.values.length === 1 &&
      test.values[0] === name,
  );
  return same ? name : undefined;
}

/** "short", "recent", "highly rated": the facet's own word for its low or high third, where that was said. */
function levelSaid({ said, test }: Constraint, facet: FacetDeclaration | undefined): string | undefined {
  if (facet === undefined || test.op !== "between") return undefined;
  const word = said.toLowerCase();
  // "not so long" was said of what is short.
  const levels = test.max === undefined ? facet.high : test.min === undefined ? facet.low : [];
  return levels.includes(word) && !/est$/u.test(word) ? word : undefined;
}
