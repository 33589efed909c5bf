import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Provenance } from "../../memory/users/profile.ts";
import { withoutRuledOut } from "../standing.ts";
import type { StepNode } from "../turn.ts";

/**
 * Goes back one version: the request and the table as they were before the last turn that changed something. What that turn made
 * us remember is taken back when this turn is remembered; the tools of this turn no longer see it.
 */
export function undoNode(catalogue: Catalogue): StepNode<"undo"> {
  return async (turn) => {
    const version = turn.before.versions.at(-1);
    if (version === undefined) return { update: { undone: false }, summary: "nothing to undo" };
    const stays = ({ provenance }: { readonly provenance: Provenance }): boolean =>
      provenance.thread !== turn.thread || provenance.turn !== version.turn;
    const known = { facts: turn.known.facts.filter(stays), history: turn.known.history.filter(stays) };
    const { request, offered, relaxed } = version;
    const shortlist = { ...version.shortlist, version: turn.shortlist.version + 1 };
    return {
      update: {
        undone: true,
        known,
        request,
        offered,
        relaxed,
        shortlist: withoutRuledOut(shortlist, request, known.facts, catalogue),
      },
      summary: `back to before turn ${version.turn}`,
    };
  };
}
