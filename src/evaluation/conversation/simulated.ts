import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mind } from "../../../agents/minds/mind.ts";
import type { Interactions } from "../../../memory/datasets/interactions.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { seededRandom } from "../../../memory/random.ts";
import { fitRater } from "../../../tools/rating/fit.ts";
import type { Rater } from "../../../tools/rating/rater.ts";
import { createStatisticalRater } from "../../../tools/rating/statistical-rater.ts";
import { interactionsChecksum } from "../../../tools/scoring/interaction-rows.ts";
import { type MeasuringContext, protocolHead } from "../measuring.ts";
import { type OpenData, withData } from "../open-data.ts";
import { publishedRows } from "../published/published-rows.ts";
import type { EvaluationReport, Protocol } from "../report.ts";
import { type SystemRun, summarise } from "../summarise.ts";
import { openTrainingStage } from "../training-stage.ts";
import { agentSystem } from "./simulated/agent-system.ts";
import { type Conversation, converse } from "./simulated/converse.ts";
import { atCutoffs, figuresOf, successPlot } from "./simulated/figures.ts";
import { type Drawn, drawHistories } from "./simulated/histories.ts";
import { keptTalks } from "./simulated/kept-talks.ts";
import { type MakePerson, peopleOf, type SimulatedKind } from "./simulated/people.ts";
import { popularNewSystem, popularSystem } from "./simulated/popular-system.ts";
import type { TalkSystem } from "./simulated/talk-system.ts";
import { transcriptOf } from "./simulated/transcript.ts";

/** What one can talk to about a dataset, seen by all systems alike: the catalogue knows nothing of the drawn users. */
export interface TalkSetting {
  readonly catalogue: Catalogue;
  readonly train: Interactions;
}

export interface SimulatedOptions extends MeasuringContext {
  /** Where the dataset was imported; it is only read. */
  readonly home: string;
  readonly name: string;
  /** Default "taste". */
  readonly kind?: SimulatedKind | undefined;
  /** Conversations; default 100, or as many as there are users with enough likes. */
  readonly users?: number | undefined;
  /** Likes that a user needs in either half of their history to be drawn; default 5. */
  readonly fewestLikes?: number | undefined;
  /** Turns after which a person gives up; default 10. */
  readonly turns?: number | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
  /** For the intervals; default 1000. */
  readonly resamples?: number | undefined;
  /** The system that the others are compared with; default: the first, the agent. */
  readonly against?: string | undefined;
  /** The agent's; default: the grammar. */
  readonly mind?: Mind | undefined;
  /** Measured beside the agent and `popular`. */
  readonly others?: ((setting: TalkSetting) => readonly TalkSystem[]) | undefined;
  /** Given each conversation as plain text. */
  readonly onTranscript?: ((name: string, text: string) => void) | undefined;
}

const DEFAULTS = { kind: "taste", users: 100, fewestLikes: 5, turns: 10, seed: 1, resamples: 1000 } as const;
const CUTOFFS = [1, 3, 5, 10];
/** Of the rater that judges taste: another than the agent's own is fitted with. */
const RATER_SEED = 97;

/**
 * Whole conversations with simulated people who type sentences: the agent, and beside it what ignores all that is said. People are drawn
 * from the dataset's users; nothing that any of them did is seen by a system.
 *
 * Throws what `openDataset` and `openTrainingStage` throw; CiceroneError `nothing-to-measure` where no history is long enough,
 * `target-leaked` where the simulator would give a target away. Rejects on abort.
 */
export function measureSimulated(options: SimulatedOptions): Promise<EvaluationReport> {
  return withData(options, (data) => measure(data, options));
}

async function measure(data: OpenData, options: SimulatedOptions): Promise<EvaluationReport> {
  const { kind = DEFAULTS.kind, users = DEFAULTS.users, seed = DEFAULTS.seed } = options;
  const { turns = DEFAULTS.turns, fewestLikes = DEFAULTS.fewestLikes } = options;
  const { positiveFrom } = data.manifest;
  const draw = { count: users, positiveFrom, fewest: fewestLikes };
  const drawn = drawHistories(data.interactions, draw, seededRandom(seed));
  const rated = data.catalogue.scale !== undefined && data.interactions.values !== undefined;
  const byTaste = kind === "taste" && rated;
  const usual =
    options.mind === undefined && options.others === undefined && options.onTranscript === undefined;
  const setup = { kind, users, seed, turns, fewestLikes, source: data.source, versions: options.versions };
  const runs = await keptTalks(usual ? options.runs : undefined, setup, () =>
    talks(data, drawn, byTaste, options),
  );
  return reported(data, drawn, runs, byTaste, options);
}

/** Holds all conversations: every system with the same people. */
async function talks(
  data: OpenData,
  { histories, train }: Drawn,
  byTaste: boolean,
  options: SimulatedOptions,
): Promise<readonly SystemRun[]> {
  const { kind = DEFAULTS.kind, seed = DEFAULTS.seed, signal, clock, mind, onProgress, linear } = options;
  const { home, name, catalogue } = data;
  const rater = byTaste ? await hiddenRater(data, options) : undefined;
  const people = await peopleOf(histories, { kind, catalogue, rater, seed, signal });
  const folder = await mkdtemp(join(tmpdir(), "cicerone-simulated-"));
  try {
    const started = clock();
    const shared = { home, name, train, folder, clock, signal, onProgress, linear };
    const stage = await openTrainingStage({ ...shared, ...(mind && { mind }) });
    const fit = (clock() - started) / 1000;
    try {
      const recommender = stage.recommender(join(folder, "talks"));
      try {
        const { catalogue: seen } = stage;
        const systems = [
          agentSystem(recommender),
          popularSystem(seen),
          popularNewSystem(seen),
          ...(options.others?.({ catalogue: seen, train }) ?? []),
        ];
        const runs: SystemRun[] = [];
        for (const system of systems) runs.push(await run(system, people, seen, byTaste, options));
        const [agent, ...rest] = runs;
        return agent ? [{ ...agent, seconds: { fit, ...agent.seconds } }, ...rest] : [];
      } finally {
        recommender.close();
      }
    } finally {
      stage.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fitted on all there is, the drawn users included. */
async function hiddenRater(
  { catalogue, interactions }: OpenData,
  { signal, onProgress }: SimulatedOptions,
): Promise<Rater | undefined> {
  const { scale, size } = catalogue;
  if (scale === undefined || interactions.values === undefined) return undefined;
  const model = await fitRater(interactions, scale, {
    items: size,
    seed: RATER_SEED,
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.({ stage: "learning hidden tastes", fraction }),
  });
  return createStatisticalRater(model);
}

async function run(
  system: TalkSystem,
  people: readonly MakePerson[],
  catalogue: Catalogue,
  byTaste: boolean,
  options: SimulatedOptions,
): Promise<SystemRun> {
  const { turns = DEFAULTS.turns, clock, signal, onProgress, onTranscript } = options;
  const started = clock();
  const conversations: Conversation[] = [];
  for (const makePerson of people) {
    signal?.throwIfAborted();
    const person = makePerson();
    const held = await converse(system, person, { catalogue, turns, stopwatch: clock, signal });
    onTranscript?.(`${system.name} ${person.id}`, transcriptOf(held));
    conversations.push(held);
    onProgress?.({ stage: `talking with ${system.name}`, fraction: conversations.length / people.length });
  }
  return {
    system: system.name,
    values: figuresOf(conversations, { turns, byTaste }),
    seconds: { talk: (clock() - started) / 1000 },
  };
}

async function reported(
  data: OpenData,
  { histories }: Drawn,
  runs: readonly SystemRun[],
  byTaste: boolean,
  options: SimulatedOptions,
): Promise<EvaluationReport> {
  const { kind = DEFAULTS.kind, turns = DEFAULTS.turns, signal, versions } = options;
  const { seed = DEFAULTS.seed, resamples = DEFAULTS.resamples } = options;
  const { results, comparisons } = await summarise(runs, histories.length, {
    seed,
    resamples,
    against: options.against,
    signal,
  });
  const protocol: Protocol = {
    task: "conversation",
    ...protocolHead(data, interactionsChecksum(data.interactions), { seed, resamples }, "conversations"),
    ...RULES,
    ...RULES_OF[kind],
    ...(byTaste && BY_TASTE),
    person: kind,
    fewestLikes: options.fewestLikes ?? DEFAULTS.fewestLikes,
    turns,
    positiveFrom: data.manifest.positiveFrom ?? null,
    measured: histories.length,
    versions,
  };
  const kept = <Metric>(all: Readonly<Record<string, Metric>>): Readonly<Record<string, Metric>> =>
    atCutoffs(all, CUTOFFS);
  return {
    protocol,
    results: results.map((result) => ({ ...result, metrics: kept(result.metrics) })),
    comparisons: comparisons.map((each) => ({ ...each, metrics: kept(each.metrics) })),
    published: publishedRows("conversation", data.name),
    plots: [
      successPlot("success", "Conversations that came to something, by turn", results),
      ...(byTaste
        ? [successPlot("success-by-taste", "Conversations that showed something to taste, by turn", results)]
        : []),
    ],
  };
}

const RULES = {
  users: "drawn at random among those with enough likes in either half of their history, by time",
  withheld: "all interactions of the drawn users, from statistics, scorer, rater and popularity alike",
  violations:
    "shown items that break what the person stated and did not take back, by the catalogue's facets; not those that the reply says it let go of (relaxed)",
  repeats:
    "items shown again after they were turned down or said to be known, or that were shown before where others were asked for; otherwise shown again: relisted",
  popular:
    "the most popular items that it has not shown yet, five a turn, whatever is said; popular-new is told what the person knows and leaves that out",
} as const;

const RULES_OF = {
  taste: {
    told: "the earlier half: liked titles, kinds that are liked or not wanted, what is known of the items shown",
    success: "an item was shown that the person liked in the later half of their history",
  },
  target: {
    told: "facts of one item that the person liked in the later half; never its titles, their telling words or its identifiers: a guard reads every sentence",
    success: "that item was shown",
  },
} as const;

const BY_TASTE = {
  successByTaste:
    "an item was shown that the person does not know and either liked later, or a rater fitted on everything rates at least as high as the median of the person's later likes; the conversation goes on",
} as const;
