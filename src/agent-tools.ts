import type { Catalogue } from "../memory/items/catalogue.ts";
import { createCompareTool } from "../tools/compare.ts";
import { createExplainTool } from "../tools/explain.ts";
import { createExplainer } from "../tools/explaining/explainer.ts";
import { createLookUpTool } from "../tools/look-up.ts";
import { createRateTool } from "../tools/rate.ts";
import type { Rater } from "../tools/rating/rater.ts";
import type { ItemVectors } from "../tools/retrieval/item-vectors.ts";
import { vectorAt } from "../tools/retrieval/item-vectors.ts";
import type { Retriever } from "../tools/retrieval/retriever.ts";
import { retrieveTool } from "../tools/retrieve.ts";
import { scoreTool } from "../tools/score.ts";
import type { Scorer } from "../tools/scoring/scorer.ts";

/** What the tools of one catalogue are made of. */
export interface ToolParts {
  readonly catalogue: Catalogue;
  readonly scorer: Scorer;
  readonly retrievers: readonly Retriever[];
  readonly vectors: ItemVectors;
  /** Absent where the catalogue has no ratings. */
  readonly rater: Rater | undefined;
  /** How varied lists are where a call does not say; absent: the score tool's own default. */
  readonly diversity?: number | undefined;
}

/** The agent's six tools over one catalogue, each usable alone. */
export interface AgentTools {
  readonly retrieve: ReturnType<typeof retrieveTool>;
  readonly score: ReturnType<typeof scoreTool>;
  readonly rate: ReturnType<typeof createRateTool>;
  readonly explain: ReturnType<typeof createExplainTool>;
  readonly lookUp: ReturnType<typeof createLookUpTool>;
  readonly compare: ReturnType<typeof createCompareTool>;
}

export function createAgentTools(parts: ToolParts): AgentTools {
  const { catalogue, scorer, retrievers, vectors, rater } = parts;
  const vectorOf = (index: number): Float32Array | undefined => {
    const vector = vectorAt(vectors, index);
    return vector.some((value) => value !== 0) ? vector : undefined;
  };
  const explain = createExplainer({
    catalogue,
    scorer,
    similarity: (a, b) => cosine(vectorOf(a), vectorOf(b)),
  });
  const score = scoreTool({ catalogue, scorer, vectorOf });
  const rating = rater === undefined ? {} : { rater };
  return {
    retrieve: retrieveTool(catalogue, retrievers),
    score: {
      ...score,
      run: (input, signal) => score.run({ ...input, diversity: input.diversity ?? parts.diversity }, signal),
    },
    rate: createRateTool({ catalogue, explain, ...rating }),
    explain: createExplainTool({ catalogue, explain }),
    lookUp: createLookUpTool({ catalogue }),
    compare: createCompareTool({ catalogue, scorer, ...rating }),
  };
}

/** Of unit vectors. */
function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
}
