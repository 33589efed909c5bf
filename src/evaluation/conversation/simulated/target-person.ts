import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Random } from "../../../../memory/random.ts";
import { leakGuard } from "./leak-guard.ts";
import type { Heard, Person } from "./person.ts";
import { type Fact, targetFacts } from "./target-facts.ts";
import { kindsOfItem } from "./taste.ts";
import type { Effect, Utterance } from "./utterance.ts";
import { TARGET_WORDINGS as SAY, worded } from "./wording.ts";

/**
 * Somebody who has one item in mind and cannot name it (after iEvaLM: Wang et al., Rethinking the Evaluation for Conversational
 * Recommendation in the Era of Large Language Models, EMNLP 2023). Describes it by what the catalogue says of it, a fact or two a turn,
 * answers questions truthfully, and accepts nothing else.
 */
export function targetPerson(
  options: { readonly id: string; readonly target: number; readonly known: readonly ItemId[] },
  catalogue: Catalogue,
  random: Random,
): Person {
  const { id, target, known } = options;
  const guard = leakGuard(catalogue, target);
  const facts = targetFacts(catalogue, target, guard, random);
  const left = [...facts.further];

  const say = (act: keyof typeof SAY, slots: Readonly<Record<string, string>> = {}): string =>
    worded(SAY[act], slots, catalogue, random);

  function open(): Utterance {
    const { noun } = catalogue;
    const [kind, ...rest] = facts.opening;
    const told = kind === undefined ? left.splice(0, 1) : [kind, ...rest];
    const first = told[0]?.phrase ?? "";
    const head = /^an? /.test(first) ? first : `a ${noun.one} ${first}`;
    const phrase = [head, ...told.slice(1).map((fact) => fact.phrase)].join(" ").trim();
    return { act: "describe", text: say("open", { facts: phrase }), effects: told.flatMap(effectsOf) };
  }

  function answer({ items, options: offered }: Heard): Utterance {
    if (offered.length > 0) return answerQuestion(offered);
    const fact = left.shift();
    const turnedDown: Effect = { kind: "turned-down", items };
    if (fact === undefined)
      return { act: "others", text: say("others"), effects: [turnedDown, { kind: "others" }] };
    const text = say("further", { Fact: fact.sentence });
    // "Not those" turns them down; a further fact alone only says more of what is looked for.
    const dismissed = /^(?:Not|None)/.test(text) ? [turnedDown] : [];
    return { act: "further", text, effects: [...dismissed, ...effectsOf(fact)] };
  }

  function answerQuestion(offered: readonly string[]): Utterance {
    const own = kindsOfItem(catalogue, target).find(
      ({ value }) => offered.includes(value) && guard(value).length === 0,
    );
    if (own === undefined) return { act: "no-option", text: say("noOption"), effects: [] };
    const wish = { facet: own.facet, test: { op: "any-of" as const, values: [own.value] } };
    return {
      act: "option",
      text: say("option", { option: own.value }),
      effects: [{ kind: "wish", wish, replaces: false }],
    };
  }

  return {
    id,
    known,
    open,
    answer,
    accepts: (item) => item === target,
    likes: (item) => item === target,
    leaks: guard,
  };
}

function effectsOf({ wish }: Fact): Effect[] {
  return wish === undefined ? [] : [{ kind: "wish", wish, replaces: false }];
}
