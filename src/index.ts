/**
 * Cicerone as a library. Every public name is listed here by hand: adding one is a decision.
 *
 * @stable `createRecommender`, `Recommender`, `Session`, `AgentEvent`, `CiceroneError`
 * @experimental everything else
 */

export { Act } from "../agents/acts.ts";
export type { Answer, AnswerItem } from "../agents/answer.ts";
export { bindTools } from "../agents/bind-tools.ts";
export { Critique } from "../agents/critique.ts";
export { AgentEvent, type TurnFinished } from "../agents/events.ts";
export { buildGraph, type CompiledAgent, type GraphDependencies } from "../agents/graph.ts";
export { type FallbackOptions, withFallback } from "../agents/minds/fallback.ts";
export type { Extraction, Findings, Mind, Situation } from "../agents/minds/mind.ts";
export { Plan, Question, Step } from "../agents/plan.ts";
export type { Resumed, Session } from "../agents/session.ts";
export type { Person, Toolbox } from "../agents/toolbox.ts";
export type { GivenInteraction, GivenItem } from "../memory/datasets/importing/import-items.ts";
export type { ImportReport } from "../memory/datasets/importing/import-report.ts";
export { type ListedDataset, listDatasets } from "../memory/datasets/open-dataset.ts";
export { CiceroneError } from "../memory/errors.ts";
export { ItemId, UserId } from "../memory/ids.ts";
export type { Catalogue, ItemStatistics, ValueCount } from "../memory/items/catalogue.ts";
export { Constraint } from "../memory/items/constraint.ts";
export { FacetDeclaration, Noun } from "../memory/items/facet.ts";
export { Item } from "../memory/items/item.ts";
export { Candidate, Shortlist } from "../memory/items/shortlist.ts";
export { exportMemory, MemoryArchive } from "../memory/users/archive.ts";
export {
  type AddedMemories,
  exportEverything,
  FullArchive,
  importMemory,
} from "../memory/users/full-archive.ts";
export { HistoryEvent, type NewHistoryEvent } from "../memory/users/history.ts";
export { Fact, type NewFact, Provenance } from "../memory/users/profile.ts";
export type { ForgetSelection, TurnKey, UserStore } from "../memory/users/user-store.ts";
export type { Comparison } from "../tools/compare.ts";
export { Claim, Evidence } from "../tools/explaining/claim.ts";
export type { LookUp } from "../tools/look-up.ts";
export type { Opinion } from "../tools/rate.ts";
export type { GivenRating, Rater, RatingPrediction } from "../tools/rating/rater.ts";
export type { ItemVectors } from "../tools/retrieval/item-vectors.ts";
export { Request } from "../tools/retrieval/request.ts";
export type { RetrievalQuery, Retrieved, Retriever } from "../tools/retrieval/retriever.ts";
export { fillStore, openVectorStore } from "../tools/retrieval/vector-store.ts";
export { CARD_FORMAT, catalogueChecksum, ScorerCard } from "../tools/scoring/card.ts";
export { openOnnxScorer } from "../tools/scoring/onnx-scorer.ts";
export type { Contribution, Scorer, Taste } from "../tools/scoring/scorer.ts";
export { type AgentTool, asLangChainTool } from "../tools/tool.ts";
export { type AgentTools, createAgentTools, type ToolParts } from "./agent-tools.ts";
export { evaluateColdStart } from "./evaluation/cold-start/evaluate-cold-start.ts";
export type { TalkSystem } from "./evaluation/conversation/simulated/talk-system.ts";
export { measureSimulated } from "./evaluation/conversation/simulated.ts";
export { measureTurns } from "./evaluation/conversation/turns.ts";
export type { TurnSystem } from "./evaluation/conversation/turns-system.ts";
export { evaluateAll } from "./evaluation/evaluate-all.ts";
export { evaluateExplanation } from "./evaluation/explanation/evaluate-explanation.ts";
export type { ExplanationSystem } from "./evaluation/explanation/explanation-system.ts";
export type { MeasuringContext } from "./evaluation/measuring.ts";
export { evaluatePipeline } from "./evaluation/pipeline/evaluate-pipeline.ts";
export { evaluateRanking, evaluateRetrieval } from "./evaluation/ranking/evaluate-ranking.ts";
export { type Ranker, type RankingSystem, scoresOfList } from "./evaluation/ranking/ranker.ts";
export { evaluateRating } from "./evaluation/rating/evaluate-rating.ts";
export type { RatingSystem } from "./evaluation/rating/rating-system.ts";
export type { EvaluationReport } from "./evaluation/report.ts";
export { evaluateSummary } from "./evaluation/summary/evaluate-summary.ts";
export type { SummarySystem } from "./evaluation/summary/summary-systems.ts";
export { grammarMind } from "./grammar.ts";
export type { GraphNodeInput, GraphNodeOutput } from "./graph-node.ts";
export { type HistoryPlan, type ImportHistoryOptions, planHistoryImport } from "./history/import-history.ts";
export type { OwnCatalogue } from "./own-catalogue.ts";
export { type FitReport, fitModels, type ImportSource, prepareDataset } from "./prepare.ts";
export type { Progress } from "./progress.ts";
export { createRecommender, type Recommender, type RecommenderOptions } from "./recommender.ts";
export type { VectorStoreParts } from "./retrievers.ts";
export { type UpdateSource, updatePrepared } from "./update.ts";
