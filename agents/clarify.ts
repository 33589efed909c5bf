import type { Catalogue } from "../memory/items/catalogue.ts";
import { best } from "../tools/retrieval/best.ts";
import type { Situation } from "./minds/mind.ts";
import type { Plan, Question } from "./plan.ts";

/** Items that are looked at to choose what to ask: those one would show a stranger. */
const POOL = 200;
const OPTIONS = 5;
/** Bits: an answer that tells less than this is not worth a question. */
const LEAST_GAIN = 1;

/**
 * The question that would tell most about a person of whom nothing is known, or undefined: when something is known (a history, a fact, any wish
 * at all), when the last turn asked already, or when no answer would narrow the catalogue down.
 */
export function createClarifier(
  catalogue: Catalogue,
): (plan: Plan, situation: Situation) => Question | undefined {
  let question: Question | undefined | "unasked" = "unasked";
  return (plan, situation) => {
    if (!calledFor(plan, situation)) return undefined;
    // The same for every stranger, and it takes a look at the whole catalogue: found once.
    if (question === "unasked") question = mostTelling(catalogue);
    return question;
  };
}

function calledFor(plan: Plan, situation: Situation): boolean {
  if (!plan.acts.every(({ act }) => act === "seek" || act === "greet")) return false;
  if (!plan.steps.some(({ tool }) => tool === "retrieve")) return false;
  return situation.question === undefined && !knowsSomething(plan, situation);
}

function mostTelling(catalogue: Catalogue): Question | undefined {
  const pool = mostPopular(catalogue);
  const telling = catalogue.facets
    .filter(({ kind }) => kind === "category" || kind === "tags")
    .map((facet) => ({ facet, ...gainOf(facet.name, pool, catalogue) }))
    .sort((a, b) => b.gain * b.facet.strength - a.gain * a.facet.strength)[0];
  if (telling === undefined || telling.gain < LEAST_GAIN || telling.options.length < 2) return undefined;
  return {
    text: `Any ${telling.facet.aliases[0] ?? telling.facet.name} you are in the mood for?`,
    facet: telling.facet.name,
    options: telling.options,
  };
}

function knowsSomething({ request }: Plan, { facts, history }: Situation): boolean {
  const { constraints, like, unlike, text, sort, renown, surprise, only } = request;
  return (
    facts.length + history.length + constraints.length + like.length + unlike.length > 0 ||
    text !== undefined ||
    sort !== undefined ||
    renown !== undefined ||
    only !== undefined ||
    surprise
  );
}

function mostPopular(catalogue: Catalogue): number[] {
  const popularity = new Float64Array(catalogue.size);
  for (let index = 0; index < popularity.length; index += 1) {
    popularity[index] = catalogue.statistics(index).popularity;
  }
  const everything = new Uint8Array(catalogue.size).fill(1);
  return best(popularity, everything, POOL).map(({ index }) => index);
}

/**
 * Expected information of the answer "I want value v", in bits, over the options: Σ p(v) · −log2 p(v), where p(v) is the share of the pool
 * that has v. Values that nearly all or nearly none have tell little.
 */
function gainOf(
  facet: string,
  pool: readonly number[],
  catalogue: Catalogue,
): { gain: number; options: string[] } {
  const counts = new Map<string, number>();
  for (const index of pool) {
    const value = catalogue.value(index, facet);
    for (const one of typeof value === "string" ? [value] : Array.isArray(value) ? value : []) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  const worth = [...counts]
    .map(([value, count]) => ({
      value,
      information: -(count / pool.length) * Math.log2(count / pool.length),
    }))
    .sort((a, b) => b.information - a.information || (a.value < b.value ? -1 : 1))
    .slice(0, OPTIONS);
  return {
    gain: worth.reduce((sum, { information }) => sum + information, 0),
    options: worth.map(({ value }) => value),
  };
}
