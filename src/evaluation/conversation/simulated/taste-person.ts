import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Random } from "../../../../memory/random.ts";
import type { HiddenTaste } from "./hidden-taste.ts";
import type { History } from "./histories.ts";
import { type Heard, type Person, shuffled } from "./person.ts";
import { type FacetOf, tasteOf } from "./taste.ts";
import type { Effect, Utterance } from "./utterance.ts";
import { kindsOf, ordinalOf, TASTE_WORDINGS as SAY, titleSlots, worded } from "./wording.ts";

type Act = () => Utterance | undefined;

/**
 * Somebody with a hidden taste and nothing particular in mind. Tells what the earlier part of the history gives to tell: liked items by
 * title, kinds, what is not wanted; says of shown items what is known already; asks for others, turns down, asks for more of a kind.
 * Says everything truthfully, in wordings drawn by `random`, and never of anything that happened later.
 */
export function tastePerson(
  history: History,
  hidden: HiddenTaste,
  catalogue: Catalogue,
  random: Random,
): Person {
  const known = new Map(history.earlier.map((each) => [each.item, each]));
  const taste = tasteOf(history.earlier, catalogue);
  // Favourites are what is rated best; which of them comes to mind first is chance.
  const toTell = taste.liked.flatMap((_, at) =>
    at % FAVOURITES === 0 ? shuffled(taste.liked.slice(at, at + FAVOURITES), random) : [],
  );
  const kinds = [...taste.kinds];
  const unwanted = [...taste.unwanted];
  const spokenOf = new Set<number>();

  const say = (act: keyof typeof SAY, slots: Readonly<Record<string, string>> = {}): string =>
    worded(SAY[act], slots, catalogue, random);
  const titled = (items: readonly number[]): { readonly titles: string; readonly it: string } =>
    titleSlots(items.map((item) => catalogue.title(item)));
  const kindSlots = ({ facet, value }: FacetOf): Record<string, string> => ({
    kinds: kindsOf(catalogue, facet, value),
    Kinds: kindsOf(catalogue, facet, value),
  });

  function tell(count: number): number[] {
    const items = toTell.splice(0, count);
    for (const item of items) spokenOf.add(item);
    return items;
  }

  const openings: readonly Choice[] = [
    {
      share: 0.4,
      act: () => {
        const items = tell(2);
        if (items.length === 0) return undefined;
        return { act: "liked", text: say("openWithLiked", titled(items)), effects: [knownOf(items)] };
      },
    },
    {
      share: 0.2,
      act: () => {
        // Who asks for something like it has not said that it is known.
        const items = toTell.splice(0, 1);
        if (items.length === 0) return undefined;
        return { act: "like", text: say("openLike", titled(items)), effects: [] };
      },
    },
    {
      share: 0.2,
      act: () => {
        const kind = kinds.shift();
        return kind && { act: "kind", text: say("openKind", kindSlots(kind)), effects: [wishFor(kind)] };
      },
    },
    { share: 0.2, act: () => ({ act: "blank", text: say("openBlank"), effects: [] }) },
  ];

  function open(): Utterance {
    const opened = drawn(openings, random) ?? { act: "blank", text: say("openBlank"), effects: [] };
    const unwish = opened.act !== "blank" && random() < TAIL_SHARE ? unwanted.shift() : undefined;
    if (unwish === undefined) return opened;
    const tail = worded(SAY.unwishTail, kindSlots(unwish), catalogue, random);
    const text = `${opened.text.replace(/[?.]$/, "")}${tail}`;
    return { ...opened, text, effects: [...opened.effects, ruling(unwish)] };
  }

  function answerQuestion(options: readonly string[]): Utterance {
    const wanted = taste.kinds.find(({ value }) => options.includes(value));
    if (wanted === undefined) return { act: "no-preference", text: say("noPreference"), effects: [] };
    return {
      act: "option",
      text: say("option", { option: wanted.value }),
      effects: [wishFor(wanted)],
    };
  }

  /** What is shown and known already is told: a whole verdict at a time, two titles at most. */
  function tellKnown(items: readonly number[]): Utterance | undefined {
    const first = items.find((item) => known.has(item) && !spokenOf.has(item));
    if (first === undefined) return undefined;
    const verdict = verdictOf(first);
    const alike = items.filter(
      (item) => known.has(item) && !spokenOf.has(item) && verdictOf(item) === verdict,
    );
    const told = alike.slice(0, MOST_TITLES);
    for (const item of told) spokenOf.add(item);
    return goingOn({ act: verdict, text: say(verdict, titled(told)), effects: [knownOf(told)] });
  }

  /** Who looks for something new says so, often as not. */
  function goingOn(said: Utterance): Utterance {
    if (random() < QUIET_SHARE) return said;
    const text = `${said.text.replace(/[.?!]$/, "")}. ${say("othersTail")}`;
    return { ...said, text, effects: [...said.effects, { kind: "others" }] };
  }

  function verdictOf(item: number): "knownLiked" | "knownDisliked" | "known" {
    const { liked, value } = known.get(item) ?? {};
    if (liked === true) return "knownLiked";
    const { min, max } = catalogue.scale ?? { min: 0, max: 0 };
    return value !== undefined && value < (min + max) / 2 ? "knownDisliked" : "known";
  }

  function reactions(items: readonly number[]): readonly Choice[] {
    return [
      { share: 0.25, act: () => ({ act: "others", text: say("others"), effects: [{ kind: "others" }] }) },
      {
        share: 0.1,
        act: () => ({
          act: "none",
          text: say("noneOfThese"),
          effects: [{ kind: "turned-down", items }, { kind: "others" }],
        }),
      },
      {
        share: 0.3,
        act: () => {
          const told = tell(1);
          return told.length === 0
            ? undefined
            : goingOn({ act: "also-liked", text: say("alsoLiked", titled(told)), effects: [knownOf(told)] });
        },
      },
      {
        share: 0.1,
        act: () => {
          const place = items.findIndex((item) => hidden.likes(item));
          const ordinal = ordinalOf(place);
          return ordinal === undefined
            ? undefined
            : { act: "more-like", text: say("moreLike", { ordinal }), effects: [] };
        },
      },
      {
        share: 0.1,
        act: () => {
          const item = items.find((each) => hidden.shuns(each));
          if (item === undefined) return undefined;
          const effects: Effect[] = [{ kind: "turned-down", items: [item] }];
          return { act: "turned-down", text: say("turnedDown", titled([item])), effects };
        },
      },
      { share: 0.075, act: () => wishing(kinds.shift(), "wish") },
      { share: 0.075, act: () => wishing(unwanted.shift(), "unwish") },
    ];
  }

  function wishing(kind: FacetOf | undefined, act: "wish" | "unwish"): Utterance | undefined {
    if (kind === undefined) return undefined;
    const effects = [act === "wish" ? wishFor(kind) : ruling(kind)];
    return { act, text: say(act, kindSlots(kind)), effects };
  }

  return {
    id: `user ${history.user}`,
    known: Array.from(known.keys(), (item) => catalogue.id(item)),
    open,
    answer: ({ items, options }: Heard) => {
      if (options.length > 0) return answerQuestion(options);
      if (items.length === 0) return { act: "others", text: say("others"), effects: [{ kind: "others" }] };
      return (
        tellKnown(items) ??
        drawn(reactions(items), random) ?? {
          act: "others",
          text: say("others"),
          effects: [{ kind: "others" }],
        }
      );
    },
    accepts: (item) => hidden.positives.has(item),
    likes: (item) => !known.has(item) && hidden.likes(item),
    leaks: () => [],
  };
}

/** So many best rated items are told in any order, then so many of the next. */
const FAVOURITES = 10;
/** How often an opening says at once what is not wanted. */
const TAIL_SHARE = 0.4;
/** How often a verdict on something known stands alone, without asking for others. */
const QUIET_SHARE = 0.5;
const MOST_TITLES = 2;

interface Choice {
  readonly share: number;
  readonly act: Act;
}

/** Draws by share; what turns out to be impossible leaves the draw. */
function drawn(choices: readonly Choice[], random: Random): Utterance | undefined {
  let left = choices;
  while (left.length > 0) {
    const chosen = byShare(left, random);
    const utterance = chosen?.act();
    if (utterance !== undefined) return utterance;
    left = left.filter((each) => each !== chosen);
  }
  return undefined;
}

function byShare(choices: readonly Choice[], random: Random): Choice | undefined {
  const at = random() * choices.reduce((sum, { share }) => sum + share, 0);
  let below = 0;
  return (
    choices.find(({ share }) => {
      below += share;
      return at < below;
    }) ?? choices.at(-1)
  );
}

function knownOf(items: readonly number[]): Effect {
  return { kind: "known", items };
}

function wishFor({ facet, value }: FacetOf): Effect {
  return { kind: "wish", wish: { facet, test: { op: "any-of", values: [value] } }, replaces: true };
}

function ruling({ facet, value }: FacetOf): Effect {
  return { kind: "wish", wish: { facet, test: { op: "none-of", values: [value] } }, replaces: false };
}
