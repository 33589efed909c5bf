import type { Token } from "../../../tools/language/running-text.ts";
import { holderIn } from "./holder.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import { type Stance, TONIGHT } from "./words/cues.ts";

/** A span, how the speaker stands to it, and what joins it to the one before. */
export interface Stanced {
  readonly span: Span;
  readonly stance: Stance;
  readonly joined: "and" | "or" | "listed" | "adjacent" | undefined;
  /** Clauses are numbered from 0 and end at full stops, "but", and commas that start something new. */
  readonly clause: number;
  /** Said of tonight only, or of somebody else's taste. */
  readonly tonight: boolean;
  /** Whose taste it is, where it is somebody else's. */
  readonly whose?: string;
}

/** Words that set a clause against the one before. */
export const CONTRAST = /^(?:but|however|though|although|yet|still)$/;
/** Stances that tell of the person rather than of the wish. */
export const LASTING: ReadonlySet<Stance> = new Set(["love", "hate", "seen", "tolerate", "unseen"]);

/** "tonight" and "my wife …" hold for their clause; "tonight" at the end of a sentence for all clauses that only state. */
export function withScope(tokens: readonly Token[], stanced: readonly Stanced[]): Stanced[] {
  const spoken = withoutTitles(tokens, stanced);
  return stanced.map((one) => {
    const inClause = stanced.filter((other) => other.clause === one.clause).map((other) => other.span);
    const from = Math.min(...inClause.map((span) => span.from));
    const to = Math.max(...inClause.map((span) => span.to));
    const start = clauseStart(tokens, from);
    const end = clauseEnd(tokens, to);
    const words = spoken.slice(start, end);
    const whose = LASTING.has(one.stance) ? holderIn(spoken, start, one.span.from) : undefined;
    // "but now I love it" dates a taste; "tonight" limits it.
    const lasting = LASTING.has(one.stance);
    const limited = words.some(({ norm }) => TONIGHT.test(norm) && !(lasting && norm === "now"));
    return { ...one, tonight: whose !== undefined || limited, ...(whose !== undefined && { whose }) };
  });
}

/** The Sundance Kid is nobody's kid: titles with their words blanked. */
function withoutTitles(tokens: readonly Token[], stanced: readonly Stanced[]): Token[] {
  const inTitle = (at: number): boolean =>
    stanced.some(
      ({ span }) => isKind(span, "item") && span.meaning.by === "title" && span.from <= at && at < span.to,
    );
  return tokens.map((token, at) => (inTitle(at) ? { ...token, norm: "", capital: false } : token));
}

function clauseStart(tokens: readonly Token[], from: number): number {
  let start = from;
  while (
    start > 0 &&
    !/[.,;!?\n:]/.test(tokens[start]?.gap ?? "") &&
    !CONTRAST.test(wordAt(tokens, start - 1))
  )
    start -= 1;
  return start;
}

function clauseEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  while (
    end < tokens.length &&
    !/[.,;!?\n:]/.test(tokens[end]?.gap ?? "") &&
    !CONTRAST.test(wordAt(tokens, end))
  )
    end += 1;
  return end;
}
