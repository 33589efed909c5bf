import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Provenance } from "../../memory/users/profile.ts";
import { withoutRuledOut } from "../standing.ts";
import type { StepNode } from "../turn.ts";

/**
 * Goes back some versions: the request and the table as they were before the last turns that changed something. What those turns made
 * us remember is taken back when this turn is remembered; the tools of this turn no longer see it.
 */
export function undoNode(catalogue: Catalogue): StepNode<"undo"> {
  return async (turn, { steps = 1, onward = false }) => {
    const back = turn.before.versions.slice(-steps);
    const [version] = back;
    if (version === undefined) return { update: { undone: 0 }, summary: "nothing to undo" };
    const gone = new Set(back.map((one) => one.turn));
    const stays = ({ provenance }: { readonly provenance: Provenance }): boolean =>
      provenance.thread !== turn.thread || !gone.has(provenance.turn);
    const known = { facts: turn.known.facts.filter(stays), history: turn.known.history.filter(stays) };
    const { offered, relaxed } = version;
    const request = onward ? turn.request : version.request;
    const shortlist = { ...version.shortlist, version: turn.shortlist.version + 1 };
    return {
      update: {
        undone: back.length,
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
