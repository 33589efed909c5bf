import type { NewHistoryEvent } from "../../../memory/users/history.ts";
import type { Provenance } from "../../../memory/users/profile.ts";
import type { ForgetSelection } from "../../../memory/users/user-store.ts";
import type { ActOf } from "../../acts.ts";
import type { Plan } from "../../plan.ts";
import type { Extraction, Situation } from "../mind.ts";
import { latestTurn } from "./latest-turn.ts";
import { cleaned } from "./utterance.ts";

/** What the turn's acts ask memory to keep or drop. A wish of the moment ("no horror") is no fact. */
export function extractFrom(situation: Situation, plan: Plan): Extraction {
  const { thread, turn, now } = situation;
  // What was said is quoted within sentences: it is kept as one line.
  const said = cleaned(situation.text).replaceAll("\n", " ").trim();
  const provenance: Provenance = { thread, turn, said, at: now };
  const forgets = plan.acts.filter((act) => act.act === "forget");
  const unmet = plan.acts.flatMap((act) => (act.act === "unmet" ? act.items : []));
  return {
    facts: plan.acts.flatMap((act) => {
      if (act.act !== "prefer") return [];
      const { subject, polarity, strength, scope, whose } = act;
      const held = whose === undefined ? {} : { holder: whose };
      return [{ subject, polarity, strength, scope, ...held, provenance }];
    }),
    events: plan.acts.flatMap((act): NewHistoryEvent[] => {
      // What is taken is wanted until its owner tells how it was.
      if (act.act === "accept")
        return act.items.map((item) => ({ item, verdict: "wanted", scope: "always", provenance }));
      // What others think is theirs.
      if (act.act !== "feedback" || act.whose !== undefined) return [];
      const { verdict, value, scope } = act;
      return act.items.map((item) => ({
        item,
        verdict,
        ...(value === undefined ? {} : { value }),
        scope,
        provenance,
      }));
    }),
    forget:
      unmet.length > 0
        ? { kind: "items", items: unmet }
        : forgets.map((act) => selectionOf(situation, act)).find((selection) => selection !== undefined),
  };
}

function selectionOf(situation: Situation, act: ActOf<"forget">): ForgetSelection | undefined {
  switch (act.what) {
    case "everything":
      return { kind: "all" };
    case "items":
      return { kind: "items", items: act.items };
    case "subject":
      return {
        kind: "facts",
        ...(act.facet === undefined ? {} : { facet: act.facet }),
        ...(act.value === undefined ? {} : { value: act.value }),
      };
    case "last":
      return latestMemory(situation);
  }
}

function latestMemory(situation: Situation): ForgetSelection | undefined {
  const latest = latestTurn(situation);
  return latest === undefined ? undefined : { kind: "turn", thread: latest.thread, turn: latest.turn };
}
