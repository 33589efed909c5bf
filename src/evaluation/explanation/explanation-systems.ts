import type { Toolbox } from "../../../agents/toolbox.ts";
import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../../memory/items/facet.ts";
import type { Claim } from "../../../tools/explaining/claim.ts";
import { knownItem } from "../../../tools/known-item.ts";
import { EMPTY_REQUEST } from "../../../tools/retrieval/request.ts";
import type { ExplanationSystem, WrittenExplanation } from "./explanation-system.ts";

export interface ExplanationParts {
  readonly catalogue: Catalogue;
  readonly toolbox: Pick<Toolbox, "explain">;
}

type MakeSystem = (parts: ExplanationParts) => ExplanationSystem;

/** The chat's explainer, two baselines, and `made-up`: a control that shows that faithfulness can fail. */
export const EXPLANATION_SYSTEMS: Readonly<Record<string, MakeSystem>> = {
  agent: ({ toolbox }) => ({
    name: "agent",
    says: "what the chat says beside an item",
    explain: ({ history, item }, signal) => explained(toolbox, history, item, "card", signal),
  }),
  "agent-full": ({ toolbox }) => ({
    name: "agent-full",
    says: "what the chat says when asked why",
    explain: ({ history, item }, signal) => explained(toolbox, history, item, "full", signal),
  }),
  popular: ({ catalogue }) => ({
    name: "popular",
    says: "the same of everything, with true numbers as evidence",
    explain: async ({ item }) => {
      const { count, mean } = catalogue.statistics(knownItem(catalogue, item));
      const evidence = { kind: "statistics" as const, count, ...(mean !== undefined && { mean }) };
      return count === 0 ? NOTHING : told([{ claim: "Many people chose it", evidence: [evidence] }]);
    },
  }),
  facets: ({ catalogue }) => ({
    name: "facets",
    says: "what the item is, without evidence",
    explain: async ({ item }) => {
      const index = knownItem(catalogue, item);
      const lines = catalogue.facets.map((facet) => facetLine(catalogue, index, facet));
      return told(lines.filter((line) => line !== "").map((claim) => ({ claim, evidence: [] })));
    },
  }),
  "made-up": ({ catalogue, toolbox }) => ({
    name: "made-up",
    says: "a control: what the agent says of another item, said of this one",
    async explain({ history, item }, signal) {
      const other = otherThan(catalogue, item);
      return other === undefined ? NOTHING : explained(toolbox, history, other, "card", signal);
    },
  }),
};

const NOTHING: WrittenExplanation = { text: "", claims: [] };

async function explained(
  toolbox: ExplanationParts["toolbox"],
  history: Parameters<Toolbox["explain"]>[0]["history"],
  item: ItemId,
  depth: "card" | "full",
  signal: AbortSignal,
): Promise<WrittenExplanation> {
  const person = { history, facts: [], request: EMPTY_REQUEST };
  const [explanation] = await toolbox.explain({ ...person, items: [item], depth }, signal);
  return told(explanation?.claims ?? []);
}

/** Claims as sentences, one after the other. */
function told(claims: readonly Claim[]): WrittenExplanation {
  return { text: claims.map(({ claim }) => `${claim}.`).join(" "), claims };
}

function facetLine(catalogue: Catalogue, index: number, facet: FacetDeclaration): string {
  const value = catalogue.value(index, facet.name);
  if (value === undefined) return "";
  return `${facet.name}: ${typeof value === "object" ? value.join(", ") : value}`;
}

/** The next item of the catalogue that anybody took. */
function otherThan(catalogue: Catalogue, item: ItemId): ItemId | undefined {
  const own = knownItem(catalogue, item);
  for (let step = 1; step < catalogue.size; step++) {
    const other = (own + step) % catalogue.size;
    if (catalogue.statistics(other).count > 0) return catalogue.id(other);
  }
  return undefined;
}
