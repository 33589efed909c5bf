import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Constraint } from "../../../memory/items/constraint.ts";
import { isKind, type SpanOf, wordAt } from "./span.ts";
import type { Stanced } from "./stance-scope.ts";
import type { Utterance } from "./utterance.ts";

type Valued = Stanced & { readonly span: SpanOf<"values"> };

/** How firmly "must", "only" and "has to" bind. */
const INSISTED = 0.95;
/** "less violent": unwanted, yet not ruled out. */
const LESSENED = 0.6;
const INSISTING = /^(?:must|only|has|have|definitely|strictly|exclusively|purely)$/;

/**
 * Wanted and unwanted values as constraints, one for each facet and polarity. Wanted values of a list-valued facet are all meant
 * unless "or" joins them or no item has them all; unwanted ones are each ruled out.
 */
export function valueConstraints(utterance: Utterance, asked: readonly Stanced[]): Constraint[] {
  const valued = asked.filter((one): one is Valued => isKind(one.span, "values"));
  const constraints: Constraint[] = [];
  for (const facet of new Set(valued.map(({ span }) => span.meaning.facet))) {
    const own = valued.filter(({ span }) => span.meaning.facet === facet);
    const unwanted = own.filter(isUnwanted);
    const without = distinct(unwanted);
    const wanted = own.filter((one) => !isUnwanted(one)).flatMap((one) => less(one, without));
    if (wanted.length > 0) constraints.push(wantedConstraint(utterance, facet, wanted));
    if (without.length > 0) {
      const lessened = unwanted.every(({ span }) =>
        /^(?:less|fewer)$/.test(wordAt(utterance.tokens, span.from - 1)),
      );
      constraints.push({
        facet,
        test: { op: "none-of", values: without },
        strength: lessened ? LESSENED : 1,
        said: saidBy(utterance, unwanted),
        source: "said",
      });
    }
  }
  return constraints;
}

/** "a romantic comedy but not too romantic": what is wanted less what is ruled out. */
function less(one: Valued, without: readonly string[]): Valued[] {
  const { span } = one;
  const values = span.meaning.values.filter((value) => !without.includes(value));
  if (values.length === span.meaning.values.length) return [one];
  return values.length === 0 ? [] : [{ ...one, span: { ...span, meaning: { ...span.meaning, values } } }];
}

function isUnwanted({ stance, span }: Valued): boolean {
  const refused = stance === "exclude" || stance === "counterexample";
  return refused !== (span.meaning.inverse === true);
}

function wantedConstraint(utterance: Utterance, facet: string, wanted: readonly Valued[]): Constraint {
  const { catalogue, tokens } = utterance;
  const values = distinct(wanted);
  const declared = catalogue.facet(facet);
  const either = wanted.some(({ joined }, at) => at > 0 && joined === "or");
  const all =
    values.length > 1 && !either && declared?.kind !== "category" && together(catalogue, facet, values);
  const insisted = wanted.some(({ span }) =>
    [1, 2, 3].some((back) => INSISTING.test(wordAt(tokens, span.from - back))),
  );
  return {
    facet,
    test: all ? { op: "all-of", values } : { op: "any-of", values },
    strength: insisted ? INSISTED : (declared?.strength ?? 0.5),
    said: saidBy(utterance, wanted),
    source: "said",
  };
}

/** Whether some item carries all the values. */
export function together(catalogue: Catalogue, facet: string, values: readonly string[]): boolean {
  const lists = values.map((value) => catalogue.having(facet, value));
  const [shortest, ...rest] = lists.sort((a, b) => a.length - b.length);
  if (shortest === undefined) return false;
  // The lists ascend: each is walked once, however long.
  const places = rest.map(() => 0);
  return shortest.some((item) =>
    rest.every((others, which) => {
      let place = places[which] ?? 0;
      while ((others[place] ?? Infinity) < item) place += 1;
      places[which] = place;
      return others[place] === item;
    }),
  );
}

function distinct(valued: readonly Valued[]): string[] {
  return [...new Set(valued.flatMap(({ span }) => span.meaning.values))];
}

/** The person's own words, from the first of the spans to the last. */
export function saidBy({ text, tokens }: Utterance, spans: readonly Stanced[]): string {
  const from = Math.min(...spans.map(({ span }) => span.from));
  const to = Math.max(...spans.map(({ span }) => span.to));
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
