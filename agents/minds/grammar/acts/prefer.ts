import type { FactSubject } from "../../../../memory/users/profile.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import type { ActOf } from "../../../acts.ts";
import { letGo } from "../let-go.ts";
import { pauses } from "../pauses.ts";
import { boundsPassed, isPermitted } from "../permitted.ts";
import { isKind } from "../span.ts";
import type { Stanced } from "../stance-scope.ts";
import type { Utterance } from "../utterance.ts";
import type { Stance } from "../words/cues.ts";
import type { ActReader, Claim } from "./act-reader.ts";

type Polarity = ActOf<"prefer">["polarity"];

const POLARITIES: Partial<Record<Stance, Polarity>> = { love: "like", hate: "dislike", tolerate: "neutral" };
const STRONG = /\b(?:really|absolutely|hate|can'?t stand|loathe|despise|adore|love|never|detest)\b/i;
const WEAK = /\b(?:quite|kind of|sort of|a bit|not really|usually|generally)\b/i;

/** Lasting tastes in facet values: "I hate horror", "really into slow burns", "I don't mind musicals any more". */
export const prefer: ActReader = {
  name: "prefer",
  read: (utterance) =>
    utterance.spans.flatMap((stanced): Claim[] => {
      const said = clauseAround(utterance, stanced);
      const passed = isPermitted(utterance, stanced.span) ? boundsPassed(utterance, stanced.span) : [];
      if (passed.length > 0) {
        const neutral = { act: "prefer", polarity: "neutral", strength: 1, scope: "tonight", said } as const;
        return [
          {
            from: stanced.span.from,
            to: stanced.span.to,
            acts: passed.map((subject) => ({ ...neutral, subject })),
          },
        ];
      }
      // "never mind the kids": what is asked for need not be any more.
      const polarity = letGo(utterance, stanced.span) === undefined ? polarityOf(stanced, said) : undefined;
      if (polarity === undefined) return [];
      const subjects = subjectsOf(utterance, stanced).filter(
        (subject) => polarity !== "neutral" || subject.about === "value" || isKnown(subject, utterance),
      );
      const strength = WEAK.test(said) ? 0.5 : STRONG.test(said) ? 0.95 : polarity === "dislike" ? 0.9 : 0.7;
      const scope = stanced.tonight ? "tonight" : "always";
      const acts = subjects.map(
        (subject) =>
          ({
            act: "prefer" as const,
            subject,
            polarity,
            strength,
            scope,
            said,
            ...(stanced.whose !== undefined && { whose: stanced.whose }),
          }) as const,
      );
      return acts.length === 0 ? [] : [{ from: stanced.span.from, to: stanced.span.to, acts }];
    }),
};

/** "the eighties are fine" frees this request; it is a taste where it takes one back. */
function isKnown(subject: FactSubject, { situation }: Utterance): boolean {
  const key = JSON.stringify(subject);
  return situation.facts.some((fact) => JSON.stringify(fact.subject) === key);
}

const FOR_EVER = /\b(?:never (?:ever )?(?:want|show|watch|recommend|give|suggest)|from now on)\b/i;
const FOR_GOOD = /\b(?:ever(?: again)?|never|from now on|in general|generally|at all times)\b/i;

/** A bare "no horror" is a wish of this request; "no horror tonight" and "no horror, ever" are worth remembering, each for its time. */
function polarityOf({ stance, tonight, span }: Stanced, said: string): Polarity | undefined {
  const kept = tonight || FOR_GOOD.test(said);
  if (stance === "exclude" && kept && isKind(span, "values")) return "dislike";
  // "I never want anything longer than two hours"
  if (stance === "exclude" && FOR_EVER.test(said) && isKind(span, "range")) return "dislike";
  // "from now on I only want films in Spanish"
  if (stance === "want" && /\bfrom now on\b/i.test(said) && isKind(span, "values")) return "like";
  return (
    POLARITIES[stance] ?? (stance === "reject" && !isKind(span, "item") && tonight ? "dislike" : undefined)
  );
}

function subjectsOf({ lexicon }: Utterance, { span }: Stanced): FactSubject[] {
  if (isKind(span, "values")) {
    // All but some values are no subject of a fact: such a wish holds for the request.
    if (span.meaning.inverse === true) return [];
    const { facet, values } = span.meaning;
    return values.map((value) => ({ about: "value", facet, value }));
  }
  if (isKind(span, "range")) {
    const { facet, min, max } = span.meaning;
    return [
      { about: "range", facet, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    ];
  }
  if (isKind(span, "level")) {
    const { facet, direction } = span.meaning;
    const { low, high } = lexicon.scale(facet);
    return [{ about: "range", facet, ...(direction === "lower" ? { max: low } : { min: high }) }];
  }
  return [];
}

/** A comma ends a clause, but not before a tag: "no horror, ever". */
function ends(token: Token | undefined): boolean {
  return /[.;!?\n]/.test(token?.gap ?? "") || (/,/.test(token?.gap ?? "") && token?.norm !== "ever");
}

function clauseAround({ text, tokens }: Utterance, { span }: Stanced): string {
  let start = span.from;
  let end = span.to;
  while (start > 0 && !pauses(tokens, start)) start -= 1;
  while (end < tokens.length && !ends(tokens[end])) end += 1;
  return text.slice(tokens[start]?.start, tokens[end - 1]?.end);
}
