import { bindTools } from "../../agents/bind-tools.ts";
import type { Toolbox } from "../../agents/toolbox.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { createCompareTool } from "../../tools/compare.ts";
import { createExplainTool } from "../../tools/explain.ts";
import { createExplainer } from "../../tools/explaining/explainer.ts";
import { createLookUpTool } from "../../tools/look-up.ts";
import { createRateTool } from "../../tools/rate.ts";
import { fitRater } from "../../tools/rating/fit.ts";
import type { Rater } from "../../tools/rating/rater.ts";
import { createStatisticalRater } from "../../tools/rating/statistical-rater.ts";
import { collaborativeRetriever } from "../../tools/retrieval/collaborative.ts";
import { fullTextRetriever } from "../../tools/retrieval/full-text.ts";
import { vectorAt } from "../../tools/retrieval/item-vectors.ts";
import { fitTextVectors } from "../../tools/retrieval/text-vectors.ts";
import { retrieveTool } from "../../tools/retrieve.ts";
import { scoreTool } from "../../tools/score.ts";
import { contentScorer } from "../../tools/scoring/content.ts";
import { filmCatalogue, filmInteractions } from "../fixtures/films.ts";

/** The real tools over a catalogue in memory, scored by likeness of content; with a rater where one is given. */
export async function toolboxOver(catalogue: Catalogue, rater?: Rater): Promise<Toolbox> {
  const { vectors } = await fitTextVectors(catalogue);
  const scorer = contentScorer(vectors, { decay: 5, floor: 0.03 });
  const explain = createExplainer({ catalogue, scorer });
  return bindTools(catalogue, {
    retrieve: retrieveTool(catalogue, [fullTextRetriever(catalogue), collaborativeRetriever(scorer.score)]),
    score: scoreTool({ catalogue, scorer, vectorOf: (index) => vectorAt(vectors, index) }),
    rate: createRateTool({ catalogue, explain, ...(rater && { rater }) }),
    explain: createExplainTool({ catalogue, explain }),
    lookUp: createLookUpTool({ catalogue }),
    compare: createCompareTool({ catalogue, scorer, ...(rater && { rater }) }),
  });
}

let films: Promise<Toolbox> | undefined;

/** The real tools over the film fixture, with a rater fitted on its viewers; made once a test file. */
export function filmToolbox(): Promise<Toolbox> {
  films ??= makeFilmToolbox();
  return films;
}

async function makeFilmToolbox(): Promise<Toolbox> {
  const catalogue = filmCatalogue();
  const model = await fitRater(filmInteractions(), { min: 1, max: 5 }, { seed: 1, items: catalogue.size });
  return toolboxOver(catalogue, createStatisticalRater(model));
}
