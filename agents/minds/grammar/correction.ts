import type { ItemId } from "../../../memory/ids.ts";
import { type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import { tokenise } from "../../../tools/language/running-text.ts";
import type { Request } from "../../../tools/retrieval/request.ts";
import type { Act, ActOf } from "../../acts.ts";
import type { Plan } from "../../plan.ts";
import { isNamesakeOf, sharedTitle } from "./namesakes.ts";
import { numberAt } from "./quantities.ts";
import { isKind } from "./span.ts";
import type { Utterance } from "./utterance.ts";
import { NUMBER_WORDS, ORDINALS } from "./words/quantities.ts";

/** What an utterance puts right about the last one: what was meant instead, or the last utterance in other words. */
export type Correction =
  | { readonly kind: "meant"; readonly acts: readonly Act[]; readonly request: Request }
  | {
      readonly kind: "reworded";
      readonly text: string;
      /** What the last turn did stays: "never mind. Who directed Fargo?" only passes on. */
      readonly stays?: true;
    };

/**
 * "no, I meant the 1969 one" is about the same with another item, "I mean the actor" with another role, "make that 5" with another rating;
 * "yes" and "the second" after "did you mean …?" say the last sentence once more with a title that there is. Undefined: nothing of the kind.
 */
export function correctionOf(utterance: Utterance): Correction | undefined {
  const { last } = utterance.situation;
  if (last === undefined) return undefined;
  const dismissed = passedOn(utterance);
  if (dismissed !== undefined || utterance.sentences.length !== 1) return dismissed;
  const either = eitherOfShared(utterance);
  if (either !== undefined) return either;
  return (
    titleTaken(utterance, last) ??
    otherRating(utterance, last) ??
    otherItem(utterance, last) ??
    otherRole(utterance, last)
  );
}

const PASSING =
  /^\s*(?:(?:oh|ok|okay|no|well|ah|sorry)[,.]?\s+)*(?:never\s?mind|forget it|leave it)\s*[,.;:!–—-]+\s*(?<rest>\S.*)$/is;
const STRUCK =
  /^\s*(?:(?:oh|ok|okay|no|well|ah|sorry|actually|wait)[,.]?\s+)*(?:scratch|undo|strike|cancel|take back) (?:that|this|it)\s*[,.;:!–—-]+\s*(?<rest>\S.*)$/is;

/** "never mind, …" goes on to something else; "scratch that, …" says it anew. */
function passedOn({ text }: Utterance): Correction | undefined {
  const passed = PASSING.exec(text)?.groups?.rest;
  if (passed !== undefined) return { kind: "reworded", text: passed, stays: true };
  const anew = STRUCK.exec(text)?.groups?.rest;
  return anew === undefined ? undefined : { kind: "reworded", text: anew };
}

const EITHER =
  /^(?:(?:oh|ok|well|hmm|,) )*(?:either|both|any|any of ITEM|whichever|whatever|(?:it |ITEM )?doesnt matter|i dont (?:mind|care)|dont (?:mind|care)|you choose)(?: (?:one|is fine|will do|works|really|of ITEM|please|then))*$/;

/** "either", of two items of the title that was spoken of: what was answered already holds. */
function eitherOfShared({ sentences, situation, catalogue, titles }: Utterance): Correction | undefined {
  const { last, question, said } = situation;
  const text = said.at(-1)?.user;
  if (last === undefined || question !== undefined || text === undefined) return undefined;
  if (!EITHER.test(sentences[0]?.pattern ?? "")) return undefined;
  const shared = itemsOf(last).some((item) => sharedTitle(item, catalogue, titles).length > 1);
  return shared ? { kind: "reworded", text, stays: true } : undefined;
}

const LEAD = "(?:(?:no|nope|nah|wait|sorry|oh|oops|actually|well|hmm|yes|but|,) )*";
const MEANT = "(?:i (?:meant|mean|was (?:talking about|thinking of))|it was|thats?|its) ";
const ITEM_INSTEAD = new RegExp(
  `^(?<lead>${LEAD})(?<meant>${MEANT})?(?:the )?ITEM(?: ?, not (?:the )?ITEM)?(?: ?,)?(?<end> i mean| i meant| rather| instead| actually)?$`,
);

/** "no, I meant Heat": the last item that was spoken of makes room. */
function otherItem({ sentences, spans, situation }: Utterance, last: Plan): Correction | undefined {
  const match = ITEM_INSTEAD.exec(sentences[0]?.pattern ?? "");
  const [first] = spans;
  if (match === null || first === undefined || !isKind(first.span, "item")) return undefined;
  const [item] = first.span.meaning.items;
  if (item === undefined || first.span.meaning.items.length > 1) return undefined;
  const named = itemsOf(last);
  const namesake = named.find((other) => isNamesakeOf(first.span, other));
  const { lead = "", meant, end } = match.groups ?? {};
  const insists =
    /\b(?:no|nope|nah|wait|sorry|oops)\b/.test(lead) || meant !== undefined || end !== undefined;
  const old = namesake ?? (insists ? named.at(-1) : undefined);
  if (old === undefined || named.includes(item)) return undefined;
  const swap = (items: readonly ItemId[]): ItemId[] => items.map((one) => (one === old ? item : one));
  return {
    kind: "meant",
    acts: last.acts.map((act) => withItems(act, swap)),
    request: withoutProfile({
      ...(last.steps.length === 0 ? situation.request : last.request),
      like: swap(last.request.like),
      unlike: swap(last.request.unlike),
    }),
  };
}

/** Everything that was named, in the order of the acts; what a list was asked for like comes last. */
function itemsOf({ acts, request }: Plan): ItemId[] {
  const lists = acts.some(({ act }) => act === "seek" || act === "refine");
  const named = acts.flatMap((act) => ("items" in act && act.act !== "which" ? (act.items ?? []) : []));
  return [...named, ...(lists ? [...request.like, ...request.unlike] : [])];
}

function withItems(act: Act, swap: (items: readonly ItemId[]) => ItemId[]): Act {
  return "items" in act && act.items !== undefined ? ({ ...act, items: swap(act.items) } as Act) : act;
}

function withoutProfile(request: Request): Request {
  return { ...request, constraints: request.constraints.filter(({ source }) => source === "said") };
}

const YES = new Set(
  "yes yeah yep yup sure right exactly correct ok okay please that one thats it the is".split(" "),
);
const PLAIN = new Set("no i meant mean yes sorry then the one please actually ok okay yeah well".split(" "));

/** After "did you mean …?": "yes", "the second", "Jurassic Park", "the second Terminator". */
function titleTaken(utterance: Utterance, last: Plan): Correction | undefined {
  const asked = last.acts.find((act) => act.act === "unknown-title");
  if (asked?.act !== "unknown-title") return undefined;
  const item = offered(utterance, asked);
  const text = utterance.situation.said.at(-1)?.user;
  if (item === undefined || text === undefined) return undefined;
  const { catalogue } = utterance;
  const index = catalogue.indexOf(item);
  if (index === undefined) return undefined;
  const title = `“${catalogue.title(index)}”`;
  const at = text.toLowerCase().indexOf(asked.title.toLowerCase());
  const before = at < 0 ? "" : text.slice(0, at).replace(/["“«]$/, "");
  const after = at < 0 ? "" : text.slice(at + asked.title.length).replace(/^["”»]/, "");
  return { kind: "reworded", text: `${before}${title}${after}` };
}

function offered(utterance: Utterance, { nearest }: ActOf<"unknown-title">): ItemId | undefined {
  const { tokens, spans } = utterance;
  const words = tokens.map(({ norm }) => norm);
  if (words.length === 0 || nearest.length === 0) return undefined;
  if (words.every((word) => YES.has(word))) return nearest[0];
  const left = words.filter((word) => !PLAIN.has(word));
  const [first = "", ...rest] = left;
  const place = ORDINALS.get(first);
  if (place !== undefined) return placed(utterance, nearest, place, rest);
  const named = spans.find(({ span }) => isKind(span, "item"))?.span;
  if (named === undefined || !isKind(named, "item")) return undefined;
  const others = tokens.filter((_, at) => at < named.from || at >= named.to);
  const [item] = named.meaning.items;
  return item !== undefined && nearest.includes(item) && others.every(({ norm }) => PLAIN.has(norm))
    ? item
    : undefined;
}

/** "the second" of those that were offered; "the second Terminator" of those that are called so, by age. */
function placed(
  { catalogue, lexicon }: Utterance,
  nearest: readonly ItemId[],
  place: number,
  words: readonly string[],
): ItemId | undefined {
  if (words.length === 0) return nearest.at(place > 0 ? place - 1 : place);
  const titled = nearest.filter((item) => {
    const title = tokenise(catalogue.title(catalogue.indexOf(item) ?? 0)).map(({ norm }) => norm);
    return words.every((word) => title.includes(word));
  });
  const { yearFacet } = lexicon;
  const year = (item: ItemId): number =>
    yearFacet === undefined ? 0 : Number(catalogue.value(catalogue.indexOf(item) ?? 0, yearFacet) ?? 0);
  return [...titled].sort((a, b) => year(a) - year(b)).at(place > 0 ? place - 1 : place);
}

const NUMBER = "(?:(?:a|an|just|only) )?(?:RATING|COUNT|ITEM|\\d+(?:\\.\\d+)?|[a-z]+)(?: stars?)?";
const RATING_INSTEAD = new RegExp(
  `^(?<lead>(?:(?:no|nope|sorry|actually|wait|oops|well|rather|hmm|,) )*)(?<made>(?:make (?:that|it|ITEM)|i (?:meant|mean|said)|change (?:that|it|ITEM) to|lets say|say) )?${NUMBER}(?<end> (?:then|rather|instead|actually|please))*$`,
);

/** "make that 5", "no, 4", and "5 then" after a rating that the scale does not have. */
function otherRating({ sentences, tokens, situation }: Utterance, last: Plan): Correction | undefined {
  const match = RATING_INSTEAD.exec(sentences[0]?.pattern ?? "");
  const beyond = last.acts.some((act) => act.act === "out-of-scope" && act.because === "scale");
  const rated = last.acts.some((act) => act.act === "feedback" && act.verdict === "rated");
  if (match === null || !(beyond || rated)) return undefined;
  // "make that 5" is how many elsewhere, and so may be one span.
  const made = match.groups?.made !== undefined || /\b(?:make|change) (?:that|it)\b/.test(wordsOf(tokens));
  if (!beyond && (match.groups?.lead ?? "") === "" && !made) return undefined;
  const numbers = tokens.filter(({ norm }) => NUMBER_WORDS.has(norm) || /^\d+(?:\.\d+)?$/.test(norm));
  const text = situation.said.at(-1)?.user;
  const [number] = numbers;
  if (numbers.length !== 1 || number === undefined || text === undefined) return undefined;
  const said = tokenise(text);
  const at = said.findLastIndex((_, place) => numberAt(said, place) !== undefined && !isTotal(said, place));
  const old = said[at];
  if (old === undefined) return undefined;
  const end = said[(numberAt(said, at)?.to ?? at + 1) - 1]?.end ?? old.end;
  return { kind: "reworded", text: `${text.slice(0, old.start)}${number.text}${text.slice(end)}` };
}

function wordsOf(tokens: Utterance["tokens"]): string {
  return tokens.map(({ norm }) => norm).join(" ");
}

/** The ten of "7/10" and "7 out of 10". */
function isTotal(tokens: ReturnType<typeof tokenise>, at: number): boolean {
  return (
    /\//.test(tokens[at]?.gap ?? "") || (tokens[at - 1]?.norm === "of" && tokens[at - 2]?.norm === "out")
  );
}

const ROLE = new Set(
  "no nope sorry i meant mean the as an a in his her their role not who is one with that".split(" "),
);

/** "I mean the actor": who was asked for in one role is meant in another. */
function otherRole(
  { tokens, lexicon, catalogue, spans, situation }: Utterance,
  last: Plan,
): Correction | undefined {
  if (spans.length > 0 || tokens.length > 8 || !last.steps.some(({ tool }) => tool === "retrieve"))
    return undefined;
  const words = tokens.map(({ norm }) => norm);
  if (!words.some((word) => /^(?:no|nope|meant|mean|as)$/.test(word))) return undefined;
  const named = tokens.flatMap((_, at) => {
    const alias = lexicon.aliases.at(tokens, at);
    const facet = alias?.meaning.find((name) => catalogue.facet(name)?.kind === "people");
    return alias === undefined || facet === undefined ? [] : [{ facet, from: at, to: alias.to }];
  });
  const [role] = named;
  if (role === undefined) return undefined;
  if (words.some((word, at) => (at < role.from || at >= role.to) && !ROLE.has(word))) return undefined;
  const request = withoutProfile(last.request);
  const constraints = request.constraints.map((one) => inRole(one, role.facet, catalogue));
  if (constraints.every((one, at) => one === request.constraints[at])) return undefined;
  const how = situation.text.trim().slice(0, 120);
  return { kind: "meant", acts: [{ act: "refine", how }], request: { ...request, constraints } };
}

function inRole(constraint: Constraint, facet: string, catalogue: Utterance["catalogue"]): Constraint {
  const conditions = conditionsOf(constraint);
  const people = conditions.every((one) => catalogue.facet(one.facet)?.kind === "people");
  const values = [
    ...new Set(
      conditions.flatMap(({ test }) => ("values" in test && test.op !== "none-of" ? test.values : [])),
    ),
  ].filter((value) => catalogue.having(facet, value).length > 0);
  if (!people || values.length === 0) return constraint;
  const { or: _, phrase: __, ...plain } = constraint;
  return {
    ...plain,
    facet,
    test: { op: values.length > 1 && plain.test.op === "all-of" ? "all-of" : "any-of", values },
  };
}
