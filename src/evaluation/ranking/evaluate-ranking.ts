import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { openOnnxScorer } from "../../../tools/scoring/onnx-scorer.ts";
import { chosen } from "../chosen.ts";
import type { MeasuringContext } from "../measuring.ts";
import { type OpenData, withData } from "../open-data.ts";
import type { EvaluationReport } from "../report.ts";
import { type Threshold, thresholdOf } from "../threshold.ts";
import { hybridSystem } from "./hybrid-system.ts";
import type { RankingSystem } from "./ranker.ts";
import { measureRanking, RANKING_DEFAULTS, type RankingSetup } from "./ranking.ts";
import { collaborativeSystem, textSystem } from "./retrieval-systems.ts";
import { scorerRanker } from "./scorers.ts";
import { type SharedFits, sharedFits, sharedScorerSystem } from "./shared-fits.ts";

type Asked<Setup> = { readonly [Key in keyof Setup]?: Setup[Key] | undefined };

export interface EvaluateRankingOptions
  extends Asked<Omit<RankingSetup, "task" | "positiveFrom">>,
    MeasuringContext {
  readonly home: string;
  readonly name: string;
  /** Rating from which an interaction counts, or that every interaction does; default: the dataset's own threshold. */
  readonly positiveFrom?: Threshold | undefined;
  /** Fits that several protocols share; whoever gives them closes them. */
  readonly fits?: SharedFits | undefined;
  /** Names out of RANKING_SYSTEMS or RETRIEVAL_SYSTEMS; default: all. */
  readonly systems?: readonly string[] | undefined;
  /** Systems of one's own, measured beside those. */
  readonly others?: readonly RankingSystem[] | undefined;
  /** Paths of ONNX models in the form of a scorer's card, measured beside them. */
  readonly onnx?: readonly string[] | undefined;
}

type MakeSystem = (fits: SharedFits, catalogue: Catalogue) => RankingSystem;

const scorer =
  (name: string): MakeSystem =>
  (fits) =>
    sharedScorerSystem(name, fits);
const collaborative =
  (name: string): MakeSystem =>
  (fits) =>
    collaborativeSystem(name, fits);

export const RANKING_SYSTEMS: Readonly<Record<string, MakeSystem>> = {
  popular: scorer("popular"),
  "item-knn": scorer("item-knn"),
  factors: scorer("factors"),
  ease: scorer("ease"),
  linear: scorer("linear"),
};

export const RETRIEVAL_SYSTEMS: Readonly<Record<string, MakeSystem>> = {
  popular: scorer("popular"),
  "text-short": (_fits, catalogue) => textSystem("text-short", catalogue),
  "text-full": (_fits, catalogue) => textSystem("text-full", catalogue),
  factors: collaborative("factors"),
  "item-knn": collaborative("item-knn"),
  linear: collaborative("linear"),
  hybrid: (fits, catalogue) =>
    hybridSystem([
      collaborativeSystem("linear", fits),
      collaborativeSystem("factors", fits),
      collaborativeSystem("item-knn", fits),
      textSystem("text-full", catalogue),
    ]),
};

/** Retrieval is judged by what it finds at all; where in the list is the scorer's business. */
const RETRIEVAL_DEFAULTS: Partial<RankingSetup> = { k: [20, 50, 100], metrics: ["recall"] };

/** `measureRanking` on an imported dataset. Throws what it and `openDataset` throw, and "unknown-system". */
export function evaluateRanking(options: EvaluateRankingOptions): Promise<EvaluationReport> {
  return evaluate("ranking", RANKING_SYSTEMS, {}, options);
}

/** Is what the user took next among what is found? Throws as `evaluateRanking`. */
export function evaluateRetrieval(options: EvaluateRankingOptions): Promise<EvaluationReport> {
  return evaluate("retrieval", RETRIEVAL_SYSTEMS, RETRIEVAL_DEFAULTS, options);
}

async function evaluate(
  task: "ranking" | "retrieval",
  table: Readonly<Record<string, MakeSystem>>,
  defaults: Partial<RankingSetup>,
  options: EvaluateRankingOptions,
): Promise<EvaluationReport> {
  const wanted = chosen(table, options.systems, task);
  return withData(options, async (data) => {
    const fits = options.fits ?? sharedFits(options.clock);
    try {
      const systems = [
        ...wanted.map(([, make]) => make(fits, data.catalogue)),
        ...(options.onnx ?? []).map((path) => onnxSystem(path)),
        ...(options.others ?? []),
      ];
      return await measureRanking(data, systems, setupOf(data, task, defaults, options), options);
    } finally {
      if (options.fits === undefined) await fits.close();
    }
  });
}

/** What was asked for, over a protocol's own defaults and those of all. */
export function setupOf(
  { manifest }: OpenData,
  task: RankingSetup["task"],
  defaults: Partial<RankingSetup>,
  options: EvaluateRankingOptions,
): RankingSetup {
  const { k, metrics, core, split, share, holdout, maskSeen, negatives, users, against, seed, resamples } =
    options;
  const asked = {
    k,
    metrics,
    core,
    split,
    share,
    holdout,
    maskSeen,
    negatives,
    users,
    against,
    seed,
    resamples,
  };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return {
    ...RANKING_DEFAULTS,
    ...defaults,
    ...Object.fromEntries(given),
    positiveFrom: thresholdOf(options.positiveFrom, manifest),
    task,
  };
}

/** A model made elsewhere: it is opened, not fitted, and may have seen what is held out. */
function onnxSystem(path: string): RankingSystem {
  return {
    name: path,
    keep: false,
    async fit({ itemCount }) {
      const scorer = await openOnnxScorer(path, path, itemCount);
      return scorerRanker({
        scorer,
        ranksBy:
          "an ONNX model made elsewhere; whether it has seen the held-out interactions is not known here",
        parameters: {},
        device: scorer.device,
      });
    },
  };
}
