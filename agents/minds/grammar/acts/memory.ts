import type { FactSubject } from "../../../../memory/users/profile.ts";
import type { Act } from "../../../acts.ts";
import { letGo } from "../let-go.ts";
import { numberAt } from "../quantities.ts";
import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";

const RECALL =
  /\b(?:^do i (?:really |still |even )?(?:like|love|hate|dislike|mind|enjoy)|what (?:do|did|have) you (?:actually |really |already |still |even )*(?:got on me|got about me|got|know|remember|remembered|learn|learned|learnt|stored?|saved?) (?:about|of|on) me|what (?:do|did) you remember|(?:what|which)(?: \S+)? (?:have|did) i (?:told|tell|said|say|liked?|rated?|seen|watched)(?: you)?(?: (?:that )?i (?:like|liked|love|loved|hate|hated|want|wanted|have seen))?(?: so far| before)?$|(?:what|which(?: \S+)?|what (?:kinds?|sorts?|types?)(?: of ones?)?) (?:do|dont|cant|cannot|do not) i(?: not| really| usually)* (?:like|love|hate|dislike|enjoy|mind|stand|avoid)$|what do i (?:like|love|hate|dislike)|(?:^|(?:(?<!\bi )know|remember|recall|tell me|remind me) )(?:what|which(?: \S+)?) i (?:(?:really|usually|do|dont|cant|cannot|do not) )*(?:like|love|hate|dislike|enjoy|mind|stand|avoid)$|(?:show(?: me)?|whats in|list|see) (?:my|the) (?:profile|memory|preferences|history|taste)|my (?:profile|preferences)$|what (?:is|are|do you think (?:is|are)) my (?:taste|tastes|preferences|profile)|(?:why|how) (?:do|did|would|come) you (?:think|believe|say|know|assume)(?: that)? (?:i|im|ive|id|my)\b|why (?:no|not) (?:more )?VALUE|who am i|do you (?:know|remember) me)\b.*/;
const RATED =
  /^(?:and |so |, )*(?:which|what)(?: (?:ones?|COUNT|\S+))? (?:did|have|do) i (?:give|given|gave|rate|rated)(?: (?:at least|above|over|more than|a|with))*(?: (?:RATING|COUNT|RANGE|\d+(?:\.\d+)?|stars?|points?))+(?: (?:or|and) (?:more|better|above|higher|over|up))?(?: stars?)?$/;

const MET =
  /^(?:and |so |, )*(?:how many|which|what)(?: (?:of (?:ITEM|these|them)|ones?|COUNT|\S+))? (?:have|did) i (?:already )?(?:seen|see|watched|watch|read|tried|try|used|use|rated|rate|told you about|mentioned)(?: so far| already| before| yet| until now| in (?:all|total))*$/;

/** "what do you know about me?", "why do you think I like noir?", "which ones did I give 4 or more?". */
export const recallMemory: ActReader = {
  name: "recall-memory",
  read: (utterance) => [
    ...find(utterance, RATED).flatMap((found) => {
      const from = ratingIn(utterance, found);
      if (from === undefined) return [];
      return [{ from: found.from, to: found.to, acts: [{ act: "recall-memory" as const, ratedFrom: from }] }];
    }),
    ...find(utterance, MET)
      .filter(({ items }) => items.length === 0)
      .map(({ from, to }) => ({ from, to, acts: [{ act: "recall-memory", only: "met" } as const] })),
    ...find(utterance, RECALL).map((found) => {
      const subjects = subjectsIn(utterance, found);
      const act: Act = subjects.length > 0 ? { act: "recall-memory", subjects } : { act: "recall-memory" };
      return { from: found.from, to: found.to, acts: [act] };
    }),
  ],
};

function ratingIn({ spans, tokens }: Utterance, { from, to }: Found): number | undefined {
  const rating = spans.find(({ span }) => span.from >= from && isKind(span, "rating"))?.span.meaning;
  if (rating?.kind === "rating") return rating.value;
  for (let at = from; at < to; at++) {
    const number = numberAt(tokens, at)?.value;
    if (number !== undefined) return number;
  }
  return undefined;
}

/** What a question asks about: "why do you think I like noir?" asks about noir alone. */
function subjectsIn({ spans }: Utterance, { from, to }: Found): FactSubject[] {
  return spans
    .filter(({ span }) => span.from >= from && span.to <= to)
    .flatMap(({ span }): FactSubject[] => {
      if (isKind(span, "values")) {
        const { facet, values } = span.meaning;
        return values.map((value) => ({ about: "value", facet, value }));
      }
      return [];
    });
}

const PATTERN =
  /\b(?:(?:please )?(?:forget|unlearn|erase|delete|wipe|(?<!(?:steer|keep) )clear)(?= |$)|(?:dont|do not) remember|remove (?:that|ITEM|it) from (?:my|your) (?:memory|profile|history)|(?:clear|wipe|delete|erase|reset) (?:my|your) (?:memory|profile|history|data))(?<rest>.*)$/;
const EVERYTHING =
  /\b(?:everything|all(?: of it| about me| my .*)?$|me$|about me|my (?:memory|profile|history|data|preferences)|your memory|what you know)\b/;

/** "forget that", "forget what I said about musicals", "forget Heat", "forget everything". */
export const forget: ActReader = {
  name: "forget",
  read: (utterance) =>
    find(utterance, PATTERN)
      .filter((found) => !isOfTheWish(utterance, found))
      .map((found) => ({ from: found.from, to: found.to, acts: actsOf(utterance, found) })),
};

/** "forget the 90s", "forget about the time limit": what is asked for at the moment, which memory has nothing of. */
function isOfTheWish(utterance: Utterance, found: Found): boolean {
  return utterance.spans.some(
    ({ span }) =>
      span.from >= found.from &&
      span.to <= found.to &&
      (isKind(span, "loosen") || letGo(utterance, span) !== undefined) &&
      !utterance.situation.facts.some(
        ({ subject }) => isKind(span, "values") && subject.facet === span.meaning.facet,
      ),
  );
}

function actsOf(utterance: Utterance, found: Found): Act[] {
  const inside = utterance.spans.filter(({ span }) => span.from >= found.from && span.to <= found.to);
  const subjects = inside.flatMap(({ span }): Act[] => {
    if (isKind(span, "values")) {
      const { facet, values } = span.meaning;
      return values.map((value) => ({ act: "forget", what: "subject", facet, value, items: [] }));
    }
    if (isKind(span, "range") || isKind(span, "level"))
      return [{ act: "forget", what: "subject", facet: span.meaning.facet, items: [] }];
    return [];
  });
  if (subjects.length > 0) return subjects;
  const named = inside.flatMap(({ span }) =>
    isKind(span, "item") && span.meaning.by !== "pronoun" ? span.meaning.items : [],
  );
  if (named.length > 0) return [{ act: "forget", what: "items", items: named }];
  if (EVERYTHING.test(found.match[0])) return [{ act: "forget", what: "everything", items: [] }];
  const alias = facetNamed(utterance, found);
  if (alias !== undefined) return [{ act: "forget", what: "subject", facet: alias, items: [] }];
  return [{ act: "forget", what: "last", items: [] }];
}

function facetNamed({ tokens, lexicon }: Utterance, found: Found): string | undefined {
  for (let at = found.from + 1; at < found.to; at++) {
    const alias = lexicon.aliases.at(tokens, at);
    if (alias !== undefined && (tokens[at]?.norm.length ?? 0) > 4) return alias.meaning[0];
  }
  return undefined;
}
