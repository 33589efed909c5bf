/**
 * Cicerone as a library. Every public name is listed here by hand: adding one is a decision.
 *
 * @stable `createRecommender`, `Recommender`, `Session`, `AgentEvent`, `CiceroneError`
 * @experimental everything else
 */

export type { Answer, AnswerItem } from "../agents/answer.ts";
export { AgentEvent, type TurnFinished } from "../agents/events.ts";
export { buildGraph, type CompiledAgent, type GraphDependencies } from "../agents/graph.ts";
export { withFallback } from "../agents/minds/fallback.ts";
export type { Extraction, Findings, Mind, Situation } from "../agents/minds/mind.ts";
export { Plan, Step } from "../agents/plan.ts";
export type { Session } from "../agents/session.ts";
export type { Toolbox } from "../agents/toolbox.ts";
export type { ImportReport } from "../memory/datasets/import-report.ts";
export { type ListedDataset, listDatasets } from "../memory/datasets/open-dataset.ts";
export { CiceroneError } from "../memory/errors.ts";
export { ItemId, UserId } from "../memory/ids.ts";
export type { Catalogue, ItemStatistics, ValueCount } from "../memory/items/catalogue.ts";
export { Constraint } from "../memory/items/constraint.ts";
export { FacetDeclaration, Noun } from "../memory/items/facet.ts";
export { Item } from "../memory/items/item.ts";
export { Shortlist } from "../memory/items/shortlist.ts";
export { HistoryEvent } from "../memory/users/history.ts";
export { Fact } from "../memory/users/profile.ts";
export type { ForgetSelection, TurnKey, UserStore } from "../memory/users/user-store.ts";
export { Claim, Evidence } from "../tools/explaining/claim.ts";
export type { GivenRating, Rater, RatingPrediction } from "../tools/rating/rater.ts";
export type { ItemVectors } from "../tools/retrieval/item-vectors.ts";
export { Request } from "../tools/retrieval/request.ts";
export type { RetrievalQuery, Retrieved, Retriever } from "../tools/retrieval/retriever.ts";
export { fillStore } from "../tools/retrieval/vector-store.ts";
export { ScorerCard } from "../tools/scoring/card.ts";
export type { Contribution, Scorer, Taste } from "../tools/scoring/scorer.ts";
export { type AgentTool, asLangChainTool } from "../tools/tool.ts";
export { evaluateRanking } from "./evaluation/evaluate-ranking.ts";
export type { OwnCatalogue } from "./own-catalogue.ts";
export { type FitReport, fitModels, type ImportSource, prepareDataset } from "./prepare.ts";
export type { Progress } from "./progress.ts";
export { createRecommender, type Recommender, type RecommenderOptions } from "./recommender.ts";
export type { VectorStoreParts } from "./retrievers.ts";
