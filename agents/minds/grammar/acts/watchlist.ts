import type { ItemId } from "../../../../memory/ids.ts";
import { metItems } from "../../../../memory/users/history.ts";
import type { Act } from "../../../acts.ts";
import type { Utterance } from "../utterance.ts";
import { WATCHLIST } from "../words/lists.ts";
import { aboutItems } from "./about-items.ts";
import { type ActReader, type Claim, type Found, find } from "./act-reader.ts";

const LEAD =
  "(?:(?:and|but|so|ok|okay|then|yes|oh|well|please|can you|could you|you can|would you|lets|ill|i will|,) )*";
const LATER =
  "(?: (?:some ?day|one day|some ?time|soon|eventually|next|at some point|too|as well|later|please|for later|another (?:day|time|night)|tomorrow|next (?:week|time)|this week(?:end)?|(?:on|at) the weekend))*$";
const PUT = [
  new RegExp(
    `^${LEAD}(?:put|add|save|stick|pop|throw|note|get) (?<named>.+?)(?: down)? (?:on|to|onto|in|into|for) ${WATCHLIST}${LATER}`,
  ),
  new RegExp(
    `^${LEAD}(?:save|keep|bookmark|note(?: down)?|park) (?<named>.+?) for (?:later|COMPARATIVE|another (?:day|time|night))${LATER}`,
  ),
  new RegExp(
    `^${LEAD}(?:remind me (?:of|about|to (?:see|watch|read|try))|bookmark|watchlist) (?<named>.+?)${LATER}`,
  ),
];
const WANT = new RegExp(
  `(?:^|(?<=, ))${LEAD}(?:id|i|we|wed|ive)(?: would| do| really| also| still| definitely| always| just| ve)* (?:want(?:ed)? to|wanna|like to|love to|need to|have to|must|plan to|mean to|meant to|hope to|intend to|(?:been )?(?:meaning|wanting|planning|hoping) to) (?:see|watch|read|try|check out) (?<named>.+?)${LATER}`,
);
/** "I look forward to seeing it" */
const AWAITED = new RegExp(
  `(?:^|(?<=, ))${LEAD}(?:(?:i|we)(?:m| am| are)? )?(?:really |so )*look(?:ing)? forward to (?:seeing|watching|reading|trying) (?<named>.+?)${LATER}`,
);
/** "Beloved I want to read one day". */
const WANTED = new RegExp(
  `^${LEAD}(?<named>(?:the )?ITEM) (?:i|we)(?: do| really| also| still| definitely| always)* (?:want to|wanna|need to|have to|must|plan to|mean to|should) (?:see|watch|read|try|check out)(?: ITEM)?${LATER}`,
);
const TAKE_OFF = new RegExp(
  `^${LEAD}(?:take|remove|delete|drop|strike|cross|scratch) (?<named>.+?) (?:off|from|out of) ${WATCHLIST}${LATER}`,
);

/** "put Stalker on my watchlist", "I want to see Alien", "remind me of the second", "take Heat off my watchlist". */
export const watchlist: ActReader = {
  name: "feedback",
  read: (utterance) => [
    ...PUT.flatMap((pattern) => find(utterance, pattern)).flatMap((found) => put(utterance, found, true)),
    ...[WANT, AWAITED, WANTED]
      .flatMap((pattern) => find(utterance, pattern))
      .flatMap((found) => put(utterance, found, false)),
    ...find(utterance, TAKE_OFF).map((found) =>
      claim(
        found,
        aboutItems(utterance, named(utterance, found), (items) => taken(utterance, items)),
      ),
    ),
  ],
};

/** @param surely whether nothing but an item can be meant: "I want to see something scary" means none. */
function put(utterance: Utterance, found: Found, surely: boolean): Claim[] {
  const about = named(utterance, found);
  if (!surely && (about.items.length === 0 || about === found) && !isAllItems(found)) return [];
  if (about.items.length === 0 && /^(?:a|an|some|something|anything)\b/.test(found.match.groups?.named ?? ""))
    return [];
  return [
    claim(
      found,
      aboutItems(utterance, about, (items) => wanted(utterance, items)),
    ),
  ];
}

function isAllItems({ match }: Found): boolean {
  return /^(?:(?:the )?ITEM(?: both)?(?: ?(?:,|and|or|also))* ?)+$/.test(match.groups?.named ?? "");
}

/**
 * The same with the item that the words name where they were taken for something else: "Alien" is a title here, and a kind of film elsewhere.
 * Lower-case words are one only where the whole phrase can be nothing else.
 */
function named(utterance: Utterance, found: Found): Found {
  if (found.items.length > 0 || found.unknown !== undefined) return found;
  const { tokens, text, titles, catalogue } = utterance;
  const words = (found.match.groups?.named ?? "").split(" ").length;
  const before = found.match[0].split(" ").length;
  const start = found.match[0].indexOf(found.match.groups?.named ?? "");
  const from =
    found.from +
    found.match[0]
      .slice(0, start)
      .split(" ")
      .filter((word) => word !== "").length;
  const to = Math.min(found.to, from + words);
  if (before === 0 || from >= to) return found;
  const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const mention = titles.find(written);
  if (mention === undefined || mention.slips > 0) return found;
  const spoken = /\bVALUE\b|\bRANGE\b/.test(found.match.groups?.named ?? "");
  if (spoken && tokens[from]?.capital !== true) return found;
  return { ...found, items: [catalogue.id(mention.item)] };
}

function wanted(utterance: Utterance, items: ItemId[]): Act {
  return { act: "feedback", items, verdict: "wanted", scope: "always", said: utterance.text.trim() };
}

/** What is only wanted is forgotten; what was met is on no such list, and its ratings stay. */
function taken({ situation }: Utterance, items: ItemId[]): Act {
  const met = new Set(metItems(situation.history));
  const only = items.filter((item) => !met.has(item));
  return only.length === items.length
    ? { act: "forget", what: "items", items }
    : { act: "recall-memory", items };
}

function claim({ from, to }: Found, acts: readonly Act[]): Claim {
  return { from, to, acts };
}
