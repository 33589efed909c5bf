import { CiceroneError } from "../../memory/errors.ts";
import { type Dense, type OnnxSession, type OpenOptions, openOnnx } from "./onnx.ts";
import type { Contribution, Scorer, Taste } from "./scorer.ts";

/** A scorer that holds a model: close it when done. */
export interface OnnxScorer extends Scorer {
  close(): Promise<void>;
}

/**
 * A model in the form of `card.ts` as a Scorer. An empty history scores zero everywhere.
 * @param model path or bytes @param size items of the catalogue
 * @throws CiceroneError "scorer-form" when the model lacks an input or output of that form.
 */
export async function openOnnxScorer(
  name: string,
  model: string | Uint8Array,
  size: number,
  options: OpenOptions = {},
): Promise<OnnxScorer> {
  // One thread: a product of a few dozen rows is over before a pool has woken up.
  const trial = (candidate: OnnxSession): Promise<unknown> =>
    candidate.run(feeds(candidate, [{ item: 0, weight: 1 }], [0]), { scores: undefined });
  const session = await openOnnx(model, { threads: 1, trial, ...options });
  assertForm(name, session);
  const score = (history: readonly Taste[], signal?: AbortSignal): Promise<Float32Array> =>
    scoreAll(session, size, history, signal);
  const exact = session.outputs.includes("contributions");
  return {
    name,
    device: session.device,
    score,
    contributions: (history, items, signal) =>
      exact ? readContributions(session, history, items, signal) : replay(score, history, items, signal),
    close: () => session.close(),
  };
}

function assertForm(name: string, { inputs, outputs }: OnnxSession): void {
  const known = new Set(["history", "weights", "candidates"]);
  const missing = ["history", "weights"].filter((input) => !inputs.includes(input));
  const strange = inputs.filter((input) => !known.has(input));
  if (missing.length === 0 && strange.length === 0 && outputs.includes("scores")) return;
  throw new CiceroneError(
    "scorer-form",
    `the model of scorer "${name}" has inputs ${inputs.join(", ")} and outputs ${outputs.join(", ")}`,
    {
      hint: "inputs history, weights and optionally candidates; outputs scores and optionally contributions",
    },
  );
}

async function scoreAll(
  session: OnnxSession,
  size: number,
  history: readonly Taste[],
  signal: AbortSignal | undefined,
): Promise<Float32Array> {
  signal?.throwIfAborted();
  if (history.length === 0) return new Float32Array(size);
  const { scores } = await session.run(feeds(session, history, [0]), { scores: undefined });
  signal?.throwIfAborted();
  if (!(scores?.data instanceof Float32Array) || scores.data.length !== size) {
    const got = scores?.data.length ?? 0;
    throw new CiceroneError("scorer-form", `the model gives ${got} scores for a catalogue of ${size} items`, {
      hint: "output scores is float32 with one number for each item of the catalogue",
    });
  }
  return scores.data;
}

function feeds(
  session: OnnxSession,
  history: readonly Taste[],
  candidates: readonly number[],
): Record<string, Dense> {
  const all = {
    history: indices(history.map((taste) => taste.item)),
    weights: { data: Float32Array.from(history, (taste) => taste.weight), dims: [history.length] },
    candidates: indices(candidates),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => session.inputs.includes(name)));
}

function indices(values: readonly number[]): Dense {
  return { data: BigInt64Array.from(values, BigInt), dims: [values.length] };
}

async function readContributions(
  session: OnnxSession,
  history: readonly Taste[],
  items: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Contribution[][]> {
  signal?.throwIfAborted();
  if (history.length === 0 || items.length === 0) return items.map(() => []);
  const { contributions } = await session.run(feeds(session, history, items), { contributions: undefined });
  signal?.throwIfAborted();
  const amounts = contributions?.data ?? [];
  return items.map((_, column) =>
    history.map(({ item }, row) => ({ item, amount: Number(amounts[row * items.length + column] ?? 0) })),
  );
}

/** Shares of a model that tells none: what each event of the history changed when it came. They sum to the score. */
async function replay(
  score: Scorer["score"],
  history: readonly Taste[],
  items: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Contribution[][]> {
  const shares: Contribution[][] = items.map(() => []);
  let before = new Float32Array();
  for (let seen = 1; seen <= history.length; seen++) {
    const after = await score(history.slice(0, seen), signal);
    const item = history[seen - 1]?.item ?? 0;
    for (const [column, candidate] of items.entries()) {
      shares[column]?.push({ item, amount: (after[candidate] ?? 0) - (before[candidate] ?? 0) });
    }
    before = new Float32Array(after);
  }
  return shares;
}
