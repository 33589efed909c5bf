import type { Act } from "../../agents/acts.ts";
import type { Understanding } from "../../agents/minds/grammar/understand.ts";
import type { Extraction, Situation } from "../../agents/minds/mind.ts";
import type { Plan, Step } from "../../agents/plan.ts";
import type { Request } from "../../tools/retrieval/request.ts";

/** What one sentence means: the acts, what they do to the request, and what to run. */
export interface Meaning {
  readonly acts: readonly Act[];
  readonly request?: (before: Request) => Request;
  readonly steps?: readonly Step[];
  readonly forget?: Extraction["forget"];
}

/** An understanding that knows the sentences it was given; every other is out of scope. Memories come from feedback and prefer acts. */
export function scriptedUnderstanding(
  script: Readonly<Record<string, Meaning | ((situation: Situation) => Meaning)>>,
): Understanding {
  const meaningOf = (situation: Situation): Meaning => {
    const known = script[situation.text];
    return typeof known === "function" ? known(situation) : (known ?? { acts: [{ act: "out-of-scope" }] });
  };
  return {
    plan: (situation): Plan => {
      const { acts, request, steps = [] } = meaningOf(situation);
      return {
        acts: [...acts],
        request: request?.(situation.request) ?? situation.request,
        steps: [...steps],
        understood: "",
      };
    },
    extract: (situation, plan): Extraction => {
      const from = (said: string) => ({
        thread: situation.thread,
        turn: situation.turn,
        said,
        at: situation.now,
      });
      return {
        facts: plan.acts.flatMap((act) =>
          act.act === "prefer"
            ? [
                {
                  subject: act.subject,
                  polarity: act.polarity,
                  strength: act.strength,
                  scope: act.scope,
                  provenance: from(act.said),
                },
              ]
            : [],
        ),
        events: plan.acts.flatMap((act) =>
          act.act === "feedback"
            ? act.items.map((item) => ({
                item,
                verdict: act.verdict,
                ...(act.value !== undefined && { value: act.value }),
                scope: act.scope,
                provenance: from(act.said),
              }))
            : [],
        ),
        forget: meaningOf(situation).forget,
      };
    },
  };
}
