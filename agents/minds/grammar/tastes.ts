import type { ItemId } from "../../../memory/ids.ts";
import type { Constraint } from "../../../memory/items/constraint.ts";
import { shownItems } from "../../../memory/items/shortlist.ts";
import type { Act, ActOf } from "../../acts.ts";
import type { ActsRead } from "./read-acts.ts";
import type { Utterance } from "./utterance.ts";
import type { Wish } from "./wish.ts";

/** How firmly a taste spoken of binds the list it leads to. */
const LOVED = 0.4;

/** Asks for anything at all: what was asked for before is over. */
export const ANYTHING =
  /\b(?:recommend|suggest|show|give|find)(?: (?:me|us))? (?:something|anything)\s*(?:please)?$/;

/** What this turn calls good and is not on the table: "I loved Heat and The Insider, what now?" starts from there. */
export function likedElsewhere(utterance: Utterance, acts: readonly Act[]): ItemId[] {
  const shown = new Set(shownItems(utterance.situation.shortlist));
  return acts
    .flatMap((act) => (act.act === "feedback" && isLiked(utterance, act) ? act.items : []))
    .filter((item) => !shown.has(item));
}

/** A question for recommendations, or taste alone with nothing on the table yet, asks for a list without saying which. */
export function seeks(utterance: Utterance, { acts, free, rest }: ActsRead): boolean {
  if (ASKING.test(rest)) return true;
  const onTable = shownItems(utterance.situation.shortlist).length > 0;
  const taste = acts.some(
    (act) =>
      (act.act === "feedback" && isLiked(utterance, act)) ||
      (act.act === "prefer" && act.polarity === "like"),
  );
  const only = acts.every(({ act }) => act === "feedback" || act === "prefer" || act === "greet");
  return taste && only && !onTable && free.every(({ stance }) => stance !== "want");
}

export const ASKING =
  /\b(?:what (?:(?:\S+ )?(?:do you have|have you got|is there|are there|is available)|now|next|(?:should|shall|could|can) (?:i|we)|would you|would (?:suit|please) me|would i (?:like|enjoy)|suits me|might i like|do you (?:recommend|suggest|have)|can you (?:recommend|suggest)|could i|can i|to (?:watch|read|try|see|buy))|whats (?:next|good)|recommend|recommendations?|suggest|suggestions?|any (?:ideas|tips|thoughts)|(?:show|give|find|get) (?:me|us) (?:something|anything|some|a|an|one)|something (?:good|nice|new|great|to \S+)|anything good|help me (?:choose|find|decide|pick)|i (?:want|need|would like)|looking for|(?:a|an|good|nice|some) ones?|im bored|i am bored|(?:i )?(?:dont know|no idea|not sure|cant decide)(?: (?:really|yet|at all))*(?: what (?:i want|i feel like|i fancy|to \S+|id like)(?: to \S+)?)?(?: tonight| now)?$|what else is there)\b/;

/** "I love westerns" with nothing else to go by: what is loved is what is wanted now, loosely. "I loved Heat, what now?": like Heat. */
export function withTastes(utterance: Utterance, acts: readonly Act[], wish: Wish): Wish {
  if (shownItems(utterance.situation.shortlist).length > 0) return wish;
  const liked = acts.flatMap((act) => (act.act === "feedback" && isLiked(utterance, act) ? act.items : []));
  if (wish.constraints.length > 0 || wish.like.length > 0 || wish.text !== undefined || wish.surprise) {
    return liked.length > 0 && wish.like.length === 0 && !wish.surprise ? { ...wish, like: liked } : wish;
  }
  const joined = lovedConstraints(acts);
  return { ...wish, like: liked, constraints: joined };
}

/** Likes of this turn as loose constraints, one for each facet. */
function lovedConstraints(acts: readonly Act[]): Constraint[] {
  const loved = acts.filter((act) => act.act === "prefer" && act.polarity === "like") as ActOf<"prefer">[];
  return [...new Set(loved.map(({ subject }) => subject.facet))].map((facet) => {
    const own = loved.filter(({ subject }) => subject.facet === facet);
    const values = own.flatMap(({ subject }) => (subject.about === "value" ? [subject.value] : []));
    const range = own.map(({ subject }) => subject).find((subject) => subject.about === "range");
    const { min, max } = range ?? {};
    const interval = {
      op: "between" as const,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    const test = values.length > 0 ? { op: "any-of" as const, values } : interval;
    return {
      facet,
      test,
      strength: LOVED,
      said: own.map(({ said }) => said).join(", "),
      source: "said" as const,
    };
  });
}

function isLiked({ catalogue: { scale } }: Utterance, { verdict, value }: ActOf<"feedback">): boolean {
  if (value === undefined || scale === undefined) return verdict === "liked";
  return value >= scale.min + 0.7 * (scale.max - scale.min);
}
