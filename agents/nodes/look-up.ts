import type { NoteStore } from "../../memory/items/notes.ts";
import type { Toolbox } from "../toolbox.ts";
import type { StepNode } from "../turn.ts";

export interface LookUpDependencies {
  readonly lookUp: Toolbox["lookUp"];
  readonly notes: Pick<NoteStore, "about"> | undefined;
  readonly dataset: string;
}

/** Reads facets of items from the catalogue, and what this person once said of them. */
export function lookUpNode({ lookUp, notes, dataset }: LookUpDependencies): StepNode<"look-up"> {
  return async (turn, step, signal) => {
    const found = await lookUp({ items: step.items, facets: step.facets }, signal);
    const said = step.items.flatMap((item) =>
      (notes?.about(dataset, item, turn.user) ?? [])
        .filter(({ kind, user }) => kind === "said" && user === turn.user)
        .map(({ text }) => ({ item, text })),
    );
    return {
      update: { lookUps: [...turn.lookUps, ...found], notes: [...turn.notes, ...said] },
      summary: `${step.facets.join(", ") || "everything"} of ${found.map(({ title }) => title).join(", ")}`,
    };
  };
}
