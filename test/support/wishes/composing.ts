import type { Random } from "../../../memory/random.ts";
import { isClause, isList } from "./after-phrases.ts";
import { chance, pick, pickWeighted, shuffled } from "./drawing.ts";
import { bareNoun, nounPhrase, type Phrase } from "./noun-phrase.ts";
import { LEADS, OPENINGS, OPENINGS_FOR_MANY } from "./openings.ts";
import { capitalised, type Part } from "./part.ts";
import { place } from "./placing.ts";
import { agreeing, canFollowBe, framed, joined, listed, readsWell, withAsides } from "./sentences.ts";

/** A message in words as a book would print them, or undefined where this way of saying it has no room for all parts. */
type Shape = (parts: readonly Part[], random: Random) => string | undefined;

/** Says all parts in one message; undefined where none of a few tries reads well. */
export function compose(parts: readonly Part[], random: Random): string | undefined {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const { shape } = pickWeighted(random, SHAPES, ({ weight }) => weight);
    const said = shape(parts, random);
    if (said !== undefined && readsWell(said)) return said;
  }
  return undefined;
}

/** "I'm looking for a comedy from the 70s, but no musicals. It should be under two hours." */
const request: Shape = (parts, random) => {
  const placed = place(parts, { determiner: 9, head: 9, before: 4, after: 5, aside: 5, sentence: 2 }, random);
  if (placed === undefined) return undefined;
  const { phrase, asides, sentences } = placed;
  const first = withAsides(opened(phrase, random), asides, random);
  const rest = sentences.map((sentence, index) => (index === 0 ? joined(sentence, first, random) : sentence));
  return framed(agreeing([first, ...rest].join(" "), phrase.grammar), random);
};

/** "70s horror, under 90 minutes, no vampires": no article, no verb. */
const keywords: Shape = (parts, random) => {
  const placed = place(parts, { determiner: 1, head: 9, before: 5, after: 4, aside: 5, sentence: 0 }, random);
  if (placed === undefined || placed.phrase.grammar === "something") return undefined;
  const { phrase, asides } = placed;
  const { after, determiner } = phrase;
  if (after.some(({ text }) => isClause(text))) return undefined;
  const grammar = determiner === undefined ? "many" : phrase.grammar;
  // "A pair of them" has to say of what.
  const pronouns = asides.some((aside) => /\b(them|they|in all)\b/.test(aside));
  const noun = bareNoun({ ...phrase, grammar, after: [] }, random);
  const front = noun === "" && (pronouns || after.length === 0) ? "films" : noun;
  // "horror under 90 minutes no vampires": without commas where each piece shows where it begins.
  const comma =
    after.length > 2 ||
    after.some(({ kind }) => kind === "like") ||
    asides.length > 1 ||
    pronouns ||
    after.some(({ text }) => isList(text)) ||
    chance(random, 0.65);
  const pieces = [
    front,
    ...shuffled(random, after).map(({ text }) => text),
    ...asides.map((aside) => aside.replace(/^but /, "")),
  ];
  return capitalised(
    agreeing(
      pieces.filter((piece) => piece !== "").join(comma ? ", " : " ") + pick(random, KEYWORD_ENDS),
      grammar,
    ),
  );
};

/** "Do you have anything …?", but "How about something …?". */
function asksForAnything(opening: string): boolean {
  return opening.endsWith("?") && !/^(How about|What about|Maybe|Is there)/.test(opening);
}

const KEYWORD_ENDS = ["", "", "", "", "?", " please", "."];

/** "I need a film for tonight. It should be under two hours and from the 70s. No musicals, please." */
const conditions: Shape = (parts, random) => {
  const placed = place(parts, { determiner: 9, head: 6, before: 1, after: 6, aside: 0, sentence: 3 }, random);
  if (placed === undefined) return undefined;
  const { phrase, sentences } = placed;
  if (!phrase.after.every(({ text }) => canFollowBe(text)) || phrase.after.length === 0) return undefined;
  const opening = pick(random, LEADS);
  const slot = { article: true, anything: asksForAnything(opening) };
  const lead = inASentence(opening).replace("~", nounPhrase({ ...phrase, after: [] }, slot, random));
  const verb = pick(random, [
    "{It|They} should be",
    "{It has|They have} to be",
    "I want {it|them} to be",
    "{It|They} must be",
  ]);
  const list = listed(phrase.after.map(({ text }) => text));
  return framed(agreeing([lead, `${verb} ${list}.`, ...sentences].join(" "), phrase.grammar), random);
};

/** "From the 70s and under two hours: which comedies would you recommend?" */
const fronted: Shape = (parts, random) => {
  const placed = place(parts, { determiner: 6, head: 9, before: 1, after: 6, aside: 3, sentence: 1 }, random);
  if (placed === undefined || placed.phrase.grammar === "something") return undefined;
  const { phrase, asides, sentences } = placed;
  const front = phrase.after.filter(({ text }) => canFollowBe(text)).slice(0, 2);
  if (front.length === 0) return undefined;
  const after = phrase.after.filter((words) => !front.includes(words));
  const main = withAsides(opened({ ...phrase, after }, random), asides, random);
  const start = capitalised(listed(front.map(({ text }) => text)));
  return agreeing([`${start}${pick(random, [": ", " - "])}${main}`, ...sentences].join(" "), phrase.grammar);
};

const SHAPES: readonly { readonly shape: Shape; readonly weight: number }[] = [
  { shape: request, weight: 11 },
  { shape: keywords, weight: 4 },
  { shape: conditions, weight: 3 },
  { shape: fronted, weight: 1.5 },
];

/** A request that ends with its mark; a capital comes later, where it begins the message. */
function opened(phrase: Phrase, random: Random): string {
  const free = phrase.grammar === "many" && phrase.determiner === undefined;
  const article = !free || chance(random, 0.55);
  // Words after the noun phrase wait for its end: "Which films would you recommend?"
  const short = phrase.after.length < 2 && !phrase.after.some(({ text }) => isClause(text) || isList(text));
  const openings = (article ? OPENINGS : OPENINGS_FOR_MANY).filter((each) => short || /~[.?]$/.test(each));
  const opening = pick(random, openings);
  const slot = { article, anything: asksForAnything(opening) };
  return inASentence(opening).replace("~", nounPhrase(phrase, slot, random));
}

function inASentence(opening: string): string {
  return /^I\b/.test(opening) ? opening : `${opening.charAt(0).toLowerCase()}${opening.slice(1)}`;
}
