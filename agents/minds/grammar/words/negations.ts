import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { type PhraseTable, phrasesOf, phraseTable } from "../phrases.ts";
import { wordAt } from "../span.ts";
import type { Stance } from "./cues.ts";

/** `verb`s are negated by "don't", `state`s by "not"; `unlikely`: "wouldn't"; `past`: "used to". */
type Negation = "verb" | "state" | "unlikely" | "past" | "ended";
type Turned = "asking" | "liking" | "minding" | "excluding";

const NEGATIONS = phraseTable(
  phrasesOf<Negation>([
    [
      "dont|do not|didnt|did not|doesnt|does not|never|wont|will not|cant|cannot|can not|couldnt|could not|shouldnt|should not|mustnt|must not|cant say i|cant say that i|wouldnt say i|dont think i|not that i|not that we|not because i|not as if i|not saying i|never said i|didnt say i|not going to|not gonna|stop|have never been able to",
      "verb",
    ],
    [
      "not|im not|i am not|were not|we are not|are not|is not|was not|isnt|arent|aint|wasnt|havent been|never been|was never|am not|hes not|shes not|theyre not",
      "state",
    ],
    ["wouldnt|would not|would never|wouldnt ever|would hardly", "unlikely"],
    ["used to|used to be", "past"],
    ["no longer|not any longer|im no longer|i am no longer", "ended"],
  ]),
);

const VERBS = phraseTable(
  phrasesOf<Turned>([
    [
      "want|want any|want another|want more|want to|want to see|want to watch|want to read|want to try|want to get|wanna|wanna see|wanna watch|need|need any|need another|feel like|feel like seeing|feel like watching|feel like reading|fancy|fancy seeing|fancy watching|show me|show us|show|give me|give us|get me|recommend|recommend me|recommend any|suggest|suggest me|suggest any|pick|choose|bring|bring me|send me|include|list|have|has|contain|involve|feature|do|be|look for|handle|take|face|stomach|go near|touch|plan to watch|put in|throw in|make|make it|make it too|want it|want it to be|let it be|watch another|watch any more|see another|sit through|stand another|take another|add|offer|offer me|showing me|giving me|recommending|suggesting|bring up|go with|play",
      "asking",
    ],
    [
      "like|love|enjoy|adore|liked|loved|enjoyed|adored|cared for|got into|care for|go for|dig|get into|appreciate|get on with|get along with|be a fan of|be into",
      "liking",
    ],
    [
      "hate|dislike|mind|mind a bit of|mind some|mind seeing|mind watching|object to|detest|loathe|despise|have a problem with|have anything against|have any problem with|resent|have issues with",
      "minding",
    ],
    [
      "say no to|say no|saying no to|rule out|exclude|avoid|skip|leave out|cut out|filter out|want to avoid|want to skip|want to exclude|want to rule out|want to miss|want to miss out on|turn down|pass up|be without",
      "excluding",
    ],
  ]),
);

const STATES = phraseTable(
  phrasesOf<Turned>([
    [
      "in the mood for|in a mood for|up for|interested in|interested in seeing|interested in watching|looking for|looking to watch|after|craving|feeling|wanting|keen to see|ready for|asking for|here for|having|taking|watching|seeing|doing",
      "asking",
    ],
    [
      "into|fond of|fan of|fans of|keen on|big on|crazy about|mad about|in love with|wild about|sold on|convinced by|huge on|hot on|partial to|comfortable with|enthusiastic about|impressed by|good with",
      "liking",
    ],
    [
      "scared of|afraid of|sick of|tired of|bored of|bored with|bored by|fed up with|against|opposed to|averse to|allergic to|bothered by|put off by|over|done with|hating|disliking",
      "minding",
    ],
    ["saying no|saying no to|ruling out|excluding|avoiding|without|hating on", "excluding"],
  ]),
);

const OUTCOMES: Readonly<Record<Negation, Readonly<Record<Turned, Stance>>>> = {
  verb: { asking: "exclude", liking: "hate", minding: "tolerate", excluding: "open" },
  state: { asking: "exclude", liking: "hate", minding: "tolerate", excluding: "open" },
  unlikely: { asking: "exclude", liking: "exclude", minding: "want", excluding: "want" },
  past: { asking: "open", liking: "tolerate", minding: "tolerate", excluding: "open" },
  ended: { asking: "hate", liking: "hate", minding: "tolerate", excluding: "open" },
};

const SUBJECT = /^(?:i|we|you|he|she|they|id|wed|im|ive)$/;
/** Words between a negation and what it negates that change nothing but the degree. */
const DEGREE =
  /^(?:really|actually|exactly|particularly|especially|honestly|truly|genuinely|even|ever|also|always|still|quite|all|too|so|much|overly|very|terribly|super|generally|usually|normally|currently|personally|a|big|huge|massive|great|the|biggest|of|real|that|go|come|been|yet|again)$/;

/**
 * A negation with the verb or state it turns round, whatever adverbs stand between: "I really don't want to watch", "wouldn't mind",
 * "no longer interested in", "not that I hate", "used to love". Ends before word `end`.
 */
export function negatedAt(
  tokens: readonly Token[],
  at: number,
  end: number,
): { readonly to: number; readonly meaning: Stance } | undefined {
  const start = SUBJECT.test(wordAt(tokens, at)) ? pastDegrees(tokens, at + 1) : at;
  const negation = NEGATIONS.at(tokens, start, end);
  if (negation === undefined) return undefined;
  const stateful = negation.meaning === "state" || wordAt(tokens, negation.to - 1) === "be";
  const tables = negation.meaning === "ended" ? [STATES, VERBS] : [stateful ? STATES : VERBS];
  // "don't scare me": what is negated is the value itself.
  const able = /^(?:cant|cannot|couldnt)$/.test(wordAt(tokens, negation.to - 1));
  if (negation.meaning === "verb" && negation.to === end && end < tokens.length && !able)
    return { to: negation.to, meaning: "exclude" };
  const turned = tables
    .map((table) => afterDegrees(tokens, negation.to, end, table))
    .find((found) => found !== undefined);
  if (turned === undefined) return undefined;
  return { to: turned.to, meaning: OUTCOMES[negation.meaning][turned.meaning] };
}

function afterDegrees(
  tokens: readonly Token[],
  at: number,
  end: number,
  table: PhraseTable<Turned>,
): { readonly to: number; readonly meaning: Turned } | undefined {
  const found = table.at(tokens, at, end);
  if (found !== undefined) return found;
  const next = pastDegrees(tokens, at);
  return next === at ? undefined : table.at(tokens, next, end);
}

function pastDegrees(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 4 && DEGREE.test(wordAt(tokens, next)) && !pauses(tokens, next + 1)) next += 1;
  return next;
}
