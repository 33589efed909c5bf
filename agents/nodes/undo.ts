import type { StepNode } from "../turn.ts";

/**
 * Goes back one version: the request and the table as they were before the last turn that changed something. What that turn made
 * us remember is taken back when this turn is remembered; the tools of this turn no longer see it.
 */
export const undoNode: StepNode<"undo"> = async (turn) => {
  const version = turn.before.versions.at(-1);
  if (version === undefined) return { update: { undone: false }, summary: "nothing to undo" };
  const stays = ({
    provenance,
  }: {
    readonly provenance: { readonly thread: string; readonly turn: number };
  }) => provenance.thread !== turn.thread || provenance.turn !== version.turn;
  return {
    update: {
      undone: true,
      request: version.request,
      shortlist: { ...version.shortlist, version: turn.shortlist.version + 1 },
      offered: version.offered,
      known: { facts: turn.known.facts.filter(stays), history: turn.known.history.filter(stays) },
    },
    summary: `back to before turn ${version.turn}`,
  };
};
