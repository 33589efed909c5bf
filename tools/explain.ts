import type { Catalogue } from "../memory/items/catalogue.ts";
import { type Explain, ExplainInput, type Explanation } from "./explaining/explainer.ts";
import { knownItem } from "./known-item.ts";
import type { AgentTool } from "./tool.ts";

export { ExplainInput, type Explanation };

/** Why items suit a user: claims with evidence, each checked. Throws `unknown-item`. */
export function createExplainTool({
  catalogue,
  explain,
}: {
  readonly catalogue: Pick<Catalogue, "indexOf" | "title" | "name" | "noun">;
  readonly explain: Explain;
}): AgentTool<typeof ExplainInput, readonly Explanation[]> {
  return {
    name: "explain",
    description:
      `Says why ${catalogue.noun.many} suit this user, in claims that each rest on checked evidence: what of the user's own ` +
      `${catalogue.noun.many} weighs most, what they share, which wishes they meet. May be reworded, not added to.`,
    schema: ExplainInput,
    run: (input, signal) => explain(input, signal),
    tell: (output) =>
      output
        .map(({ item, claims }) => {
          const title = catalogue.title(knownItem(catalogue, item));
          if (claims.length === 0) return `${title}: nothing that could be shown speaks for it.`;
          return [`${title}:`, ...claims.map(({ claim }) => `- ${claim}`)].join("\n");
        })
        .join("\n"),
  };
}
