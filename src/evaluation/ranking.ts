import type { Interactions } from "../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../memory/errors.ts";
import { interactionsChecksum, positives } from "../../tools/scoring/interaction-rows.ts";
import { onnxRuntimeVersion } from "../../tools/scoring/onnx.ts";
import { itemCounts, sequencesOf, usersWithItems } from "../../tools/scoring/sequences.ts";
import { bootstrapDifference, bootstrapMean, type Estimate, type Resampling } from "./bootstrap.ts";
import { type MeasuringContext, runSystem, type UserValues } from "./rank-users.ts";
import { type Holdout, kCore, leaveOneOut } from "./split.ts";
import { type FitSystem, RANKING_SYSTEMS } from "./systems.ts";

export interface RankingSetup {
  readonly systems: readonly string[];
  /** Cut-offs, ascending. */
  readonly k: readonly number[];
  /** Rating from which an interaction counts; undefined = every interaction does. */
  readonly positiveFrom: number | undefined;
  /** k-core: fewest interactions of a user and of an item; 1 = no filter. */
  readonly core: number;
  readonly maskSeen: boolean;
  readonly holdout: Holdout;
  readonly seed: number;
  readonly resamples: number;
}

export const RANKING_DEFAULTS: RankingSetup = {
  systems: ["popular", "linear", "factors"],
  k: [10, 100],
  positiveFrom: undefined,
  core: 1,
  maskSeen: true,
  holdout: "test",
  seed: 1,
  resamples: 1000,
};

/** Everything that defines the numbers: two results may be compared when their protocols agree. */
export interface RankingProtocol {
  readonly task: "ranking";
  readonly dataset: string;
  /** SHA-256 of the interactions as imported, before filtering. */
  readonly checksum: string;
  /** Whether a program made the interactions: then the numbers say nothing about people. */
  readonly simulated: boolean;
  readonly split: string;
  readonly fittedOn: string;
  readonly positiveFrom: number | null;
  readonly core: number;
  readonly maskSeen: boolean;
  readonly holdout: Holdout;
  /** What is ranked. */
  readonly candidates: string;
  readonly ties: string;
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  /** Users with a held-out item: the means are over them. */
  readonly measured: number;
  readonly intervals: string;
  readonly seed: number;
  /** By system: what its scores are, where they were computed, and with which parameters. */
  readonly ranksBy: Readonly<Record<string, string>>;
  readonly devices: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of the program, Node and ONNX Runtime. */
  readonly versions: Readonly<Record<string, string>>;
}

export interface SystemResult {
  readonly system: string;
  /** "recall@10" and so on. */
  readonly metrics: Readonly<Record<string, Estimate>>;
  readonly seconds: { readonly fit: number; readonly score: number };
}

/** `metrics` holds better − worse over the same users, with its interval. */
export interface PairedComparison {
  readonly system: string;
  readonly against: string;
  readonly metrics: Readonly<Record<string, Estimate>>;
}

export interface RankingReport {
  readonly protocol: RankingProtocol;
  readonly results: readonly SystemResult[];
  /** Each system against the first. */
  readonly comparisons: readonly PairedComparison[];
}

export interface RankingData {
  readonly name: string;
  /** Size of the catalogue that `interactions.items` indexes. */
  readonly itemCount: number;
  readonly interactions: Interactions;
  readonly simulated?: boolean;
}

export interface RankingContext extends MeasuringContext {
  /** Of the program and what it stands on, for the protocol; that of ONNX Runtime is added. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Leave-one-out ranking: each system is fitted on what precedes the held-out interaction and ranks the catalogue for every user.
 * @throws CiceroneError "unknown-system" or "nothing-to-measure".
 */
export async function measureRanking(
  data: RankingData,
  setup: RankingSetup,
  context: RankingContext,
): Promise<RankingReport> {
  const systems = setup.systems.map((name) => ({ name, fitSystem: systemNamed(name) }));
  const filtered = kCore(positives(data.interactions, setup.positiveFrom), setup.core);
  const sequences = sequencesOf(filtered);
  const split = leaveOneOut(sequences, setup.holdout);
  const measured = split.truth.filter((item) => item >= 0).length;
  if (measured === 0) {
    throw new CiceroneError("nothing-to-measure", `no user of ${data.name} has an interaction to hold out`, {
      hint: "lower --core or --positive-from, or import a dataset with interactions",
    });
  }
  const inPlay = itemCounts(sequences, data.itemCount);
  const candidates = Uint8Array.from(inPlay, (count) => Number(count > 0));
  const runs = [];
  for (const { name, fitSystem } of systems) {
    runs.push(await runSystem(name, fitSystem, split, data.itemCount, candidates, setup, context));
  }
  const [first] = runs;
  return {
    protocol: {
      ...describe(data, setup),
      versions: { ...context.versions, onnxruntime: await onnxRuntimeVersion() },
      users: usersWithItems(sequences),
      items: candidates.reduce((total, each) => total + each, 0),
      interactions: sequences.items.length,
      measured,
      ranksBy: Object.fromEntries(runs.map((run) => [run.system, run.ranksBy])),
      devices: Object.fromEntries(runs.map((run) => [run.system, run.device])),
      parameters: Object.fromEntries(runs.map((run) => [run.system, run.parameters])),
    },
    results: runs.map(({ system, seconds, values }) => ({
      system,
      metrics: mapValues(values, (each) => bootstrapMean(each, setup)),
      seconds,
    })),
    comparisons: runs.slice(1).map((run) => ({
      system: run.system,
      against: first?.system ?? "",
      metrics: differences(run.values, first?.values ?? {}, setup),
    })),
  };
}

function systemNamed(name: string): FitSystem {
  const fit = Object.hasOwn(RANKING_SYSTEMS, name) ? RANKING_SYSTEMS[name] : undefined;
  if (fit !== undefined) return fit;
  throw new CiceroneError("unknown-system", `there is no ranking system "${name}"`, {
    hint: `one of ${Object.keys(RANKING_SYSTEMS).join(", ")}`,
  });
}

function differences(ours: UserValues, theirs: UserValues, resampling: Resampling): Record<string, Estimate> {
  const none = new Float64Array();
  return Object.fromEntries(
    Object.entries(ours).map(([name, values]) => [
      name,
      bootstrapDifference(values, theirs[name] ?? none, resampling),
    ]),
  );
}

function mapValues(values: UserValues, change: (each: Float64Array) => Estimate): Record<string, Estimate> {
  return Object.fromEntries(Object.entries(values).map(([name, each]) => [name, change(each)]));
}

function describe(data: RankingData, setup: RankingSetup) {
  return {
    task: "ranking",
    dataset: data.name,
    checksum: interactionsChecksum(data.interactions),
    simulated: data.simulated ?? false,
    split: "leave-one-out by time, ties in file order: last = test, the one before = validation",
    fittedOn: "every interaction that precedes the user's held-out one",
    positiveFrom: setup.positiveFrom ?? null,
    core: setup.core,
    maskSeen: setup.maskSeen,
    holdout: setup.holdout,
    candidates: "every item with an interaction after filtering, none sampled away",
    ties: "an item tied with the held-out one stands before it",
    intervals: `95 %, percentile bootstrap over users, ${setup.resamples} resamples`,
    seed: setup.seed,
  } as const;
}
