import type { Act } from "../../../../agents/acts.ts";
import { createUnderstanding } from "../../../../agents/minds/grammar/understand.ts";
import type { Situation } from "../../../../agents/minds/mind.ts";
import { Plan } from "../../../../agents/plan.ts";
import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { EMPTY_SHORTLIST, type Shortlist } from "../../../../memory/items/shortlist.ts";
import { createTitleLinker } from "../../../../tools/language/title-linker.ts";
import { EMPTY_REQUEST } from "../../../../tools/retrieval/request.ts";
import { filmCatalogue, filmId } from "../../../fixtures/films.ts";

export const blank: Omit<Situation, "text"> = {
  thread: "t1",
  turn: 3,
  now: 1_000,
  request: EMPTY_REQUEST,
  shortlist: EMPTY_SHORTLIST,
  focus: undefined,
  question: undefined,
  facts: [],
  history: [],
  said: [],
};

export function shortlistOf(items: readonly ItemId[]): Shortlist {
  const candidates = items.map((item, place) => ({ item, score: -place, ranks: {} }));
  return { ...EMPTY_SHORTLIST, version: 1, candidates, shown: items.length, considered: items.length };
}

export const shownTitles = ["Heat", "Fargo", "Goodfellas", "Seven", "Psycho"] as const;

/** Five crime films on the table; the person asked for crime. */
export const onTable: Omit<Situation, "text"> = {
  ...blank,
  shortlist: shortlistOf(shownTitles.map(filmId)),
  request: {
    ...EMPTY_REQUEST,
    constraints: [
      {
        facet: "genre",
        test: { op: "any-of", values: ["Crime"] },
        strength: 0.8,
        said: "crime",
        source: "said",
      },
    ],
  },
};

export interface Reader {
  readonly catalogue: Catalogue;
  plan(text: string, situation?: Omit<Situation, "text">): Plan;
  extract(
    text: string,
    situation?: Omit<Situation, "text">,
  ): ReturnType<ReturnType<typeof createUnderstanding>["extract"]>;
}

export function readerOf(catalogue: Catalogue): Reader {
  const understanding = createUnderstanding(catalogue, createTitleLinker(catalogue));
  const plan: Reader["plan"] = (text, situation = blank) =>
    Plan.parse(understanding.plan({ ...situation, text }, undefined));
  return {
    catalogue,
    plan,
    extract: (text, situation = blank) =>
      understanding.extract({ ...situation, text }, plan(text, situation)),
  };
}

export const films: Reader = readerOf(filmCatalogue());

/** Acts in a short form: "liked Heat, Fargo", "look-up Heat (director)", "dislike Horror tonight". */
export function told(plan: Plan, { catalogue }: Reader): string {
  return plan.acts.map((act) => tell(act, catalogue)).join("; ");
}

function tell(act: Act, catalogue: Catalogue): string {
  const names = (items: readonly ItemId[]): string =>
    items.map((id) => catalogue.title(catalogue.indexOf(id) ?? -1)).join(", ");
  switch (act.act) {
    case "refine":
      return "refine";
    case "more":
      return act.instead ? "more instead" : "more";
    case "feedback":
      return `${act.verdict} ${names(act.items)}${act.value === undefined ? "" : ` ${act.value}`}`;
    case "prefer": {
      const { subject } = act;
      const about =
        subject.about === "value"
          ? subject.value
          : `${subject.facet} ${subject.min ?? ""}–${subject.max ?? ""}`;
      return `${act.polarity} ${about}${act.scope === "tonight" ? " tonight" : ""}`;
    }
    case "look-up":
      return `look-up ${names(act.items)} (${act.facets.join(", ")})`;
    case "why":
    case "why-not":
    case "would-like":
    case "compare":
    case "choose":
    case "accept":
    case "unmet":
    case "which":
      return `${act.act} ${names(act.items)}`;
    case "forget":
      return `forget ${act.what}${act.value === undefined ? "" : ` ${act.value}`}${act.items.length > 0 ? ` ${names(act.items)}` : ""}`;
    case "unknown-title":
      return `unknown-title ${act.title}`;
    default:
      return act.act;
  }
}

/** The tools of the steps by name, in order. */
export function toolsOf(plan: Plan): string {
  return plan.steps.map(({ tool }) => tool).join(" ");
}
