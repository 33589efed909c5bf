import type { ItemId } from "../../../../memory/ids.ts";
import { shownItems } from "../../../../memory/items/shortlist.ts";
import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { ASKED, DOING } from "../words/roles.ts";
import { aboutItems } from "./about-items.ts";
import { type ActReader, type Claim, type Found, find } from "./act-reader.ts";
import { facetsAsked } from "./facets-asked.ts";
import { withTitleAsked } from "./title-asked.ts";

const LEAD = "(?:and |but |so |ok |(?:the )?ITEM , |, )*";
/** Asks for everything: "tell me about it", "what is 2 about?". */
const WHOLE = [
  new RegExp(
    `^${LEAD}(?:please )?(?:can you )?(?:tell me (?:more |a bit more |something )?about|describe|details (?:on|of|about|for)|(?:some )?more (?:details |info |information )?(?:about|on)|info on|what do you know about|(?:what|how) about|whats|what is|what was|who is) (?:the (?:plot|story|synopsis) (?:of|in) )?(?<named>.*)$`,
  ),
  new RegExp(`^${LEAD}(?:whats|what is|what was|what are) (?<named>.*) about$`),
  new RegExp(`^${LEAD}(?:remind me |tell me )?what (?<named>(?:the )?ITEM) (?:is|was) about$`),
  new RegExp(
    `^${LEAD}(?:have you (?:ever )?(?:seen|watched|read|heard of|got)|do you (?:know|have|carry)|have you|is there|got) (?:the \\S+ )?(?<named>ITEM)$`,
  ),
  new RegExp(`^${LEAD}what (?:happens|goes on) in (?<named>.*)$`),
  /^(?<named>)(?:the )?ITEM(?: (?:and|or|,) ITEM)*(?: (?:all |both )?(?:looks?|sounds?) (?:really |quite |very )?(?:good|nice|great|interesting|fun|promising))?$/,
  /^(?:(?:ok|okay|so|then|well|,) )*(?:number|i want)? ?(?<named>)ITEM(?: (?:please|sounds good|is fine|will do))*$/,
  /^(?:i )?(?:havent|have not|have never|never|ive never|ive not) (?:yet )?\S+ (?<named>)ITEM(?: yet| before)?(?: , .*)?$/,
];
/** Asks for one thing: "who directed the first?", "how long is Heat?", "is it in French?". */
const FACET = new RegExp(
  `(?:^|(?<=, ))${LEAD}(?:can you tell me |do you know |tell me |remind me )?(?:who|whos|whats|when|whens|where|wheres|(?:how|what)(?! about\\b)|which|in (?:what|which)|from (?:what|which))\\b(?<named>.*)$`,
);
const YES_NO = new RegExp(
  `(?:^|(?<=, ))${LEAD}(?:is|are|was|were|does|do|did|has|have) (?:the )?(?<named>ITEM.*)$`,
);
/** "tell me more", of what was just spoken of. */
const FURTHER = new RegExp(
  `^${LEAD}(?:please )?(?:can you |could you )?(?:(?:tell|show) me (?:a bit |a little )?more|(?:a bit |some )?more (?:details?|info|information)|(?:the )?details|go into detail|say more|what else (?:can you tell me|do you know))(?: (?:about|on) (?:ITEM|that))?(?: please)?$`,
);

/** Any facet of any item, on the list or by title. */
export const lookUp: ActReader = {
  name: "look-up",
  read(utterance) {
    const one = [...find(utterance, FACET), ...find(utterance, YES_NO)]
      .filter((found) => !asksForLikes(utterance, found))
      .flatMap((found) => facetClaim(utterance, found));
    if (one.length > 0) return one;
    const named = find(utterance, ABOUT_FACET).flatMap((found) => aboutFacet(utterance, found));
    if (named.length > 0) return named;
    const further = find(utterance, FURTHER).flatMap((found) => furtherClaim(utterance, found));
    if (further.length > 0) return further;
    return WHOLE.flatMap((pattern) => find(utterance, pattern))
      .filter((found) => found.items.length > 0 || found.unknown !== undefined)
      .filter((found) => !asksForLikes(utterance, found))
      .filter(({ match }) => utterance.sentences.length === 1 || !match[0].startsWith("ITEM"))
      .slice(0, 1)
      .map((found) => claim(utterance, found, []));
  },
};

/** What was not said yet of the item in focus; of what nothing was said, all of it. */
function furtherClaim({ situation, catalogue }: Utterance, found: Found): Claim[] {
  const [item = situation.focus] = found.items;
  const last = situation.last?.acts.findLast(
    (act) => act.act === "look-up" || act.act === "why" || act.act === "would-like",
  );
  if (item === undefined || last === undefined || !("items" in last) || !last.items.includes(item)) return [];
  const whole = last.act === "look-up" && last.facets.length === 0;
  const unsaid = catalogue.facets
    .filter(({ shown, kind }) => !shown && kind !== "text")
    .map(({ name }) => name);
  const facets = whole ? [...unsaid, ...catalogue.measures.slice(0, 1).map(({ name }) => name)] : [];
  return [{ from: found.from, to: found.to, acts: [{ act: "look-up", items: [item], facets }] }];
}

/** A facet of the item in focus, where nothing but the facet is named. */
function aboutFacet(utterance: Utterance, found: Found): Claim[] {
  const { situation, lexicon, tokens } = utterance;
  const words = (found.match.groups?.named ?? "").split(" ").length;
  const alias = lexicon.aliases.at(tokens, found.to - words);
  const [facet] = alias?.meaning ?? [];
  if (situation.focus === undefined || alias?.to !== found.to || facet === undefined) return [];
  return [claim(utterance, found, [facet])];
}

/** "what war films in the style of Seven Days in May do you have?": an example is not what is asked about. */
export function asksForLikes({ spans }: Utterance, { from, to }: Found): boolean {
  const items = spans.filter(({ span }) => span.from >= from && span.to <= to && isKind(span, "item"));
  return items.length > 0 && items.every(({ stance }) => stance === "example" || stance === "counterexample");
}

function facetClaim(utterance: Utterance, question: Found): Claim[] {
  const found = withTitleAsked(utterance, question);
  const facets = facetsAsked(utterance, found);
  if (facets.length === 0 || !namesSomething(utterance, found)) return [];
  return [claim(utterance, found, facets)];
}

/** Questions without any item are about the one in focus when they are short ("who directed?"). */
function namesSomething({ situation }: Utterance, found: Found): boolean {
  if (found.items.length > 0 || found.unknown !== undefined) return true;
  // "how long?", of the only one there is
  if (/^(?:and |so |ok |, )*how LEVEL$/.test(found.match[0])) return onlyOne({ situation }) !== undefined;
  if (/\b(?:SORT|VALUE|RANGE|LEVEL|COMPARATIVE|you|your|i|me|my|now|should)\b/.test(found.match[0]))
    return false;
  return onlyOne({ situation }) !== undefined || found.to - found.from > 2;
}

/** What was spoken of last, or all that is shown. */
function onlyOne({ situation }: Pick<Utterance, "situation">): ItemId | undefined {
  const shown = shownItems(situation.shortlist);
  return situation.focus ?? (shown.length === 1 ? shown[0] : undefined);
}

function claim(utterance: Utterance, found: Found, facets: readonly string[]): Claim {
  const focus = onlyOne(utterance);
  const acts = aboutItems(utterance, found, (items) => ({ act: "look-up", items, facets: [...facets] }), {
    otherwise: focus === undefined ? [] : [focus],
    named: withoutAliases(utterance, found),
  });
  return { from: found.from, to: found.to, acts };
}

/** A facet's name must not be taken for a title: "who directed" leaves no words, "who directed Blargon" leaves one. */
function withoutAliases({ tokens, lexicon }: Utterance, found: Found): string {
  const words = found.match.groups?.named ?? "";
  let left = ` ${words.trim().replace(DOING, "")} `;
  for (let at = found.from; at < found.to; at++) {
    const alias = lexicon.aliases.at(tokens, at);
    if (alias === undefined) continue;
    for (const token of tokens.slice(at, alias.to)) left = left.replace(` ${token.norm} `, " ");
  }
  for (const [pattern] of ASKED) left = left.replace(pattern, " ");
  return left.trim();
}

/** "tell me more about the director", "what about its cast?": a facet of what is spoken of. */
const ABOUT_FACET =
  /^(?:and |but |so |ok |, )*(?:(?:please |can you |could you )?tell me (?:more |something )?about|(?:what|how) about|more (?:about|on)|and) (?:the|its|his|her|their) (?<named>[a-z ]+)$/;
