import { fitTextVectors, type TextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { chosen } from "../chosen.ts";
import { type MeasuringContext, protocolHead } from "../measuring.ts";
import { type OpenData, withData } from "../open-data.ts";
import { publishedRows } from "../published/published-rows.ts";
import type { EvaluationReport, Protocol } from "../report.ts";
import { cacheKey } from "../run-cache.ts";
import { type SystemRun, summarise } from "../summarise.ts";
import { textVectorsOf } from "../training-stage.ts";
import { filmFinder } from "./redial-dialogues.ts";
import { type RedialFolder, readRedial } from "./redial-files.ts";
import { crossValidated, type Fold, held } from "./redial-folds.ts";
import { AGENT_DIALOGUE_TURNS, AGENT_TURNS } from "./turns-agent.ts";
import { foundIn, type TurnResult, turnFigures } from "./turns-figures.ts";
import { DIALOGUE_TURNS, MENTION_TURNS, POPULAR_TURNS } from "./turns-scored.ts";
import type { FittedTurnSystem, TurnSystem } from "./turns-system.ts";

export interface TurnsOptions extends MeasuringContext {
  /** Where the dataset was imported; it is only read. */
  readonly home: string;
  /** Of the imported dataset: "redial". */
  readonly name: string;
  /** The folder with ReDial's files (`REDIAL_FILES`). */
  readonly folder: string;
  /** Default: test. `validation`: the training dialogues themselves, a fifth of the time at a time with the others to learn from: to tune on. */
  readonly part?: "test" | "validation" | undefined;
  /** Names out of TURN_SYSTEMS; default: all. */
  readonly systems?: readonly string[] | undefined;
  /** Systems of one's own, measured beside those. */
  readonly others?: readonly TurnSystem[] | undefined;
  /** Cut-offs; default 1, 5, 10, 20, 50. */
  readonly k?: readonly number[] | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
  /** For the intervals; default 1000. */
  readonly resamples?: number | undefined;
  /** The system that the others are compared with; default: the first. */
  readonly against?: string | undefined;
}

export const TURN_SYSTEMS: Readonly<Record<string, () => TurnSystem>> = {
  popular: () => POPULAR_TURNS,
  mentions: () => MENTION_TURNS,
  agent: () => AGENT_TURNS,
  dialogue: () => DIALOGUE_TURNS,
  "agent-dialogue": () => AGENT_DIALOGUE_TURNS,
};

const DEFAULTS = { part: "test", k: [1, 5, 10, 20, 50], seed: 1, resamples: 1000 } as const;

/**
 * What is recommended next in recorded dialogues, by the protocol of He et al. (CIKM 2023): `recall@k` and `ndcg@k` over the films that the
 * person recommended and that had not been named before; films named before are no candidates. `recall-all@k` counts those named
 * before as well, which nobody finds then. The unit of the intervals is the dialogue.
 *
 * Throws what `openDataset` and `readRedial` throw, and CiceroneError `unknown-system`. Rejects on abort.
 */
export function measureTurns(options: TurnsOptions): Promise<EvaluationReport> {
  const wanted = chosen(TURN_SYSTEMS, options.systems, "turns").map(([, make]) => make());
  return withData(options, async (data) => {
    const given = await readRedial(options.folder);
    const filmOf = filmFinder(data.catalogue, given.imdb);
    const { part = DEFAULTS.part } = options;
    const folds =
      part === "test" ? [held(given, data.catalogue, filmOf)] : crossValidated(given, data.catalogue, filmOf);
    const vectors =
      (await textVectorsOf(data)) ?? (await fitTextVectors(data.catalogue, { signal: options.signal }));
    const systems = [...wanted, ...(options.others ?? [])];
    const runs: SystemRun[] = [];
    for (const system of systems) {
      const run = () => measured(system, folds, { data, vectors }, options);
      // Of systems of somebody's own nothing says when they have changed.
      runs.push(await (wanted.includes(system) ? kept(system, { data, given }, options, run) : run()));
    }
    return reported(data, given, folds, { runs, systems }, options);
  });
}

/** Runs that are stored already are not run again. */
async function kept(
  { name }: TurnSystem,
  { data, given }: { readonly data: OpenData; readonly given: RedialFolder },
  { runs, versions, part = DEFAULTS.part, k = DEFAULTS.k, seed = DEFAULTS.seed }: TurnsOptions,
  run: () => Promise<SystemRun>,
): Promise<SystemRun> {
  const { checksum } = given;
  const key = cacheKey({
    task: "turns",
    system: name,
    checksum,
    source: data.source,
    part,
    k,
    seed,
    versions,
  });
  const stored = await runs?.get(key);
  if (stored !== undefined) return stored;
  const made = await run();
  await runs?.set(key, { ...made, details: null });
  return made;
}

async function measured(
  system: TurnSystem,
  folds: readonly Fold[],
  { data, vectors }: { readonly data: OpenData; readonly vectors: TextVectors },
  { clock, signal, onProgress, k = DEFAULTS.k, seed = DEFAULTS.seed }: TurnsOptions,
): Promise<SystemRun> {
  const { home, name, catalogue, interactions } = data;
  const depth = Math.max(...k);
  const results: TurnResult[] = [];
  const seconds = { fit: 0, recommend: 0 };
  for (const [place, { training, names, turns }] of folds.entries()) {
    onProgress?.({ stage: `fitting ${system.name}`, fraction: undefined });
    const started = clock();
    const fitted = await system.fit(training, {
      home,
      name,
      catalogue,
      vectors: vectors.vectors,
      training: names,
      interactions,
      seed,
      signal,
    });
    const ready = clock();
    try {
      for (const [at, turn] of turns.entries()) {
        signal?.throwIfAborted();
        results.push(...foundIn(turn, await listOf(fitted, turn, depth, signal), catalogue));
        onProgress?.({
          stage: `turns with ${system.name}`,
          fraction: (place + (at + 1) / turns.length) / folds.length,
        });
      }
    } finally {
      await fitted.close();
    }
    seconds.fit += (ready - started) / 1000;
    seconds.recommend += (clock() - ready) / 1000;
  }
  return { system: system.name, values: turnFigures(results, unitsOf(folds), k), seconds };
}

/** The best that were not named before. */
async function listOf(
  fitted: FittedTurnSystem,
  turn: Fold["turns"][number],
  depth: number,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const named = new Set(turn.before.flatMap(({ items }) => items));
  const list = await fitted.recommend(turn, depth, signal);
  return list.filter((item) => !named.has(item)).slice(0, depth);
}

function unitsOf(folds: readonly Fold[]): number {
  return 1 + folds.flatMap(({ turns }) => turns).reduce((most, { unit }) => Math.max(most, unit), -1);
}

async function reported(
  data: OpenData,
  given: RedialFolder,
  folds: readonly Fold[],
  { runs, systems }: { readonly runs: readonly SystemRun[]; readonly systems: readonly TurnSystem[] },
  options: TurnsOptions,
): Promise<EvaluationReport> {
  const { part = DEFAULTS.part, seed = DEFAULTS.seed, resamples = DEFAULTS.resamples } = options;
  const { signal, against, versions } = options;
  const units = unitsOf(folds);
  const { results, comparisons } = await summarise(runs, units, { seed, resamples, against, signal });
  const turns = folds.flatMap((fold) => fold.turns);
  const targets = turns.flatMap((turn) => turn.targets);
  const protocol: Protocol = {
    task: "turns",
    ...protocolHead(data, given.checksum, { seed, resamples }, "dialogues"),
    ...RULES[part],
    ...RULES.both,
    training: given.training.length,
    turns: turns.length,
    recommended: targets.length,
    fresh: targets.filter(({ fresh }) => fresh).length,
    notInCatalogue: targets.filter(({ item, fresh }) => fresh && item === undefined).length,
    candidates: data.catalogue.size,
    systems: Object.fromEntries(systems.map(({ name, about }) => [name, about])),
    measured: units,
    versions,
  };
  const published = part === "test" ? publishedRows("turns", data.name) : [];
  return { protocol, results, comparisons, published, plots: [] };
}

const RULES = {
  both: {
    fresh_only:
      "recall@k and ndcg@k: over recommended films whose name was not named before; films named before are no candidates",
    all: "recall-all@k: over all recommended films; those named before cannot be found",
    found: "the film itself, or one of the same name: names are compared without year, as there",
    said: "all that both people said before the turn; films are known by the marks of the data, not told after the turn",
  },
  test: {
    turns_of:
      "the 3,552 turns of He et al. (CIKM 2023) in the test dialogues of ReDial: what one person says in a row, where it recommends",
    learned_from: "a thousand dialogues of ReDial's training part; nothing of the test dialogues",
  },
  validation: {
    turns_of: "every turn of the training dialogues that recommends, in five stretches of time",
    learned_from: "the other four fifths of the training dialogues, part by part",
  },
} as const;
