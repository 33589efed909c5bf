import type { ItemId } from "../../../../memory/ids.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import type { Act, ActOf } from "../../../acts.ts";
import { pauses } from "../pauses.ts";
import { isKind, type Span, wordAt } from "../span.ts";
import type { Stanced } from "../stance-scope.ts";
import type { Utterance } from "../utterance.ts";
import { CUES, type Stance } from "../words/cues.ts";
import type { ActReader, Claim } from "./act-reader.ts";

type Verdict = ActOf<"feedback">["verdict"];

const VERDICTS: Partial<Record<Stance, Verdict>> = {
  love: "liked",
  hate: "disliked",
  seen: "seen",
  reject: "rejected",
};
/** A later verdict on the same item takes the place of a weaker one: who loved it has seen it. */
const STRENGTH: Record<Verdict, number> = {
  wanted: 0,
  rejected: 1,
  seen: 2,
  disliked: 3,
  liked: 3,
  rated: 4,
};

/** "seen it", "hated the second", "I loved Heat and The Insider", "4 stars for Alien", "not the last one". */
export const feedback: ActReader = {
  name: "feedback",
  read(utterance) {
    const claims = [...ratingClaims(utterance), ...verdictClaims(utterance)];
    return strongest(claims);
  },
};

function verdictClaims(utterance: Utterance): Claim[] {
  return utterance.spans.flatMap((stanced): Claim[] => {
    const { span, tonight } = stanced;
    if (!isKind(span, "item")) return [];
    const verdict = verdictOf(utterance, stanced);
    if (verdict === undefined) return [];
    if (span.meaning.items.length === 0)
      return [claim(span, { act: "unknown-reference", said: span.meaning.unknown ?? "it" })];
    const scope = tonight || stanced.stance === "exclude" ? "tonight" : "always";
    return [
      claim(span, {
        act: "feedback",
        items: [...span.meaning.items],
        verdict,
        scope,
        said: said(utterance, stanced),
        ...(stanced.whose !== undefined && { whose: stanced.whose }),
      }),
    ];
  });
}

/** "not the second", "remove Heat" turn an item down; "like Alien but not Aliens" only says what kind is meant. */
function verdictOf(utterance: Utterance, { span, stance }: Stanced): Verdict | undefined {
  if (stance !== "exclude" || !isKind(span, "item")) return VERDICTS[stance];
  if (span.meaning.by === "all") return undefined;
  // "drop Casablanca" from what the list is to be like.
  const { like } = utterance.situation.request;
  if (span.meaning.items.some((item) => like.includes(item))) return undefined;
  return utterance.spans.some((other) => other.stance === "example") ? undefined : "rejected";
}

function ratingClaims(utterance: Utterance): Claim[] {
  return utterance.spans.flatMap(({ span }): Claim[] => {
    if (!isKind(span, "rating")) return [];
    const rated = ratedItems(utterance, span);
    const items = rated.flatMap((one) => (isKind(one, "item") ? one.meaning.items : []));
    const { focus } = utterance.situation;
    const meant =
      items.length > 0
        ? items
        : focus === undefined
          ? utterance.shown.slice(0, utterance.shown.length === 1 ? 1 : 0)
          : [focus];
    if (span.meaning.beyond === true) {
      const [from, to] = [
        Math.min(span.from, ...rated.map((one) => one.from)),
        Math.max(span.to, ...rated.map((one) => one.to)),
      ];
      return [{ from, to, acts: [{ act: "out-of-scope", because: "scale" }] }];
    }
    if (meant.length === 0)
      return [claim(span, { act: "unknown-reference", said: said(utterance, { span }) })];
    const from = Math.min(span.from, ...rated.map((one) => one.from));
    const to = Math.max(span.to, ...rated.map((one) => one.to));
    const { value } = span.meaning;
    const verdict = utterance.catalogue.scale === undefined ? (value >= 0.6 ? "liked" : "disliked") : "rated";
    const act: Act = {
      act: "feedback",
      items: [...meant],
      verdict,
      ...(verdict === "rated" ? { value } : {}),
      scope: "always",
      said: utterance.text.slice(utterance.tokens[from]?.start, utterance.tokens[to - 1]?.end),
    };
    return [{ from, to, acts: [act] }];
  });
}

/**
 * "4 stars for Alien": the items after it; "Alien 4 stars", "give Heat and Fargo a 4": those before, up to another rating, and up to
 * a verdict of another kind: in "4 stars for Alien and I hated Fargo" each has its own.
 */
function ratedItems({ spans, tokens }: Utterance, rating: Span): Span[] {
  const at = spans.findIndex(({ span }) => span === rating);
  const walk = (step: 1 | -1): Span[] => {
    const items: Span[] = [];
    for (let next = at + step; next >= 0 && next < spans.length; next += step) {
      const span = spans[next]?.span;
      if (span === undefined || !isKind(span, "item") || Math.abs(next - at) > 6) break;
      if (items.length > 0 && spans[step > 0 ? next : next + 1]?.joined === undefined) break;
      if (items.length > 0 && hasOwnVerdict(span, items, tokens)) break;
      // "4 stars for Get Out, and Jaws gets 10/10"
      if (step < 0 && items.length > 0 && isMarkedBefore(spans, next)) break;
      // "Up was wonderful, and Speed gets 4 stars"
      if (items.length > 0 && VERDICTS[spans[next]?.stance ?? "want"] !== undefined) break;
      const mark = spans[next + 1]?.span;
      if (
        step > 0 &&
        items.length > 0 &&
        mark !== undefined &&
        isKind(mark, "rating") &&
        mark.from - span.to < 3
      )
        break;
      items.push(span);
    }
    return items;
  };
  const after = /^(?:for|to|on)$/.test(wordAt(tokens, rating.to)) ? walk(1) : [];
  if (after.length > 0) return after;
  const before = walk(-1);
  return before.length > 0 ? before : walk(1);
}

/** "4 stars for Get Out, and Jaws …": what a mark before it was given for. */
function isMarkedBefore(spans: Utterance["spans"], at: number): boolean {
  const [mark, item] = [spans[at - 1]?.span, spans[at]?.span];
  return mark !== undefined && item !== undefined && isKind(mark, "rating") && item.from - mark.to < 3;
}

/** "… and I hated Fargo": a cue of feeling stands between an item and those before it. */
function hasOwnVerdict(span: Span, items: readonly Span[], tokens: readonly Token[]): boolean {
  const start = Math.max(0, ...items.map(({ to }) => to).filter((to) => to <= span.from));
  for (let at = start; at < span.from; at++) {
    const cue = CUES.at(tokens, at);
    if (cue !== undefined && cue.to <= span.from && VERDICTS[cue.meaning] !== undefined) return true;
  }
  return false;
}

function claim(span: Span, act: Act): Claim {
  return { from: span.from, to: span.to, acts: [act] };
}

/** The clause around a span, as written. */
function said({ text, tokens, spans }: Utterance, stanced: { span: Span; clause?: number }): string {
  const { span } = stanced;
  let start = span.from;
  const previous = spans.findLast((other) => other.span.to <= span.from)?.span.to ?? 0;
  while (start > previous && !pauses(tokens, start)) start -= 1;
  return text.slice(tokens[start]?.start, tokens[span.to - 1]?.end);
}

function strongest(claims: readonly Claim[]): Claim[] {
  const best = new Map<ItemId, Verdict>();
  const feedbacks = claims.flatMap((one) => one.acts).filter((act) => act.act === "feedback");
  for (const { items, verdict } of feedbacks) {
    for (const item of items) {
      const known = best.get(item);
      if (known === undefined || STRENGTH[verdict] >= STRENGTH[known]) best.set(item, verdict);
    }
  }
  return claims.map((one) => ({
    ...one,
    acts: one.acts.flatMap((act): Act[] => {
      if (act.act !== "feedback") return [act];
      const items = act.items.filter((item) => best.get(item) === act.verdict);
      return items.length === 0 ? [] : [{ ...act, items }];
    }),
  }));
}
