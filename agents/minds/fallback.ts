import type { z } from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import { Critique } from "../critique.ts";
import { ExtractionSchema } from "../extraction.ts";
import { Plan } from "../plan.ts";
import type { Extraction, Findings, Mind, Situation } from "./mind.ts";
import type { Patience } from "./patience.ts";

export type MindStep = "plan" | "extract" | "critique" | "respond";

export interface FallbackOptions {
  /** How long the primary may take for one step, repair included, before the grammar does it. */
  readonly timeoutMs: number;
  /** What one turn has for the model in all; absent: each step has `timeoutMs`, whatever the others took. */
  readonly patience?: Patience;
  /** What is wrong with a plan that fits its schema, for the repair; undefined when nothing is. */
  readonly objection?: (plan: Plan) => string | undefined;
  /** What is wrong with a reply, such as a title that nobody found; undefined when nothing is. */
  readonly objectionToReply?: (reply: string, situation: Situation, findings: Findings) => string | undefined;
  /** Told each time the grammar stands in, and why. */
  readonly onFallback?: (step: MindStep, reason: string) => void;
}

/**
 * A mind that never fails a conversation: a step of the primary that throws, takes too long, or gives something its schema refuses twice
 * (it may repair once) is done by the grammar instead. When the caller aborts, it rejects like any mind.
 *
 * A reply that breaks off is not glued to another: pieces of the primary's reply are passed on once the reply is whole.
 */
export function withFallback(primary: Mind, grammar: Mind, options: FallbackOptions): Mind {
  if (primary === grammar) return grammar;
  const attempt = <Value>(
    step: MindStep,
    signal: AbortSignal,
    first: (signal: AbortSignal) => Promise<Value>,
    instead: () => Promise<Value>,
  ): Promise<Value> => orElse(step, signal, options, first, instead);
  return {
    kind: primary.kind,
    name: primary.name,
    plan: (situation, previous, signal) =>
      attempt(
        "plan",
        signal,
        (own) =>
          repaired(async (problem) => {
            const plan = parsed(Plan, await primary.plan(situation, problem ?? previous, own));
            const objection = options.objection?.(plan);
            if (objection !== undefined) throw new UnusableOutput(objection);
            return plan;
          }),
        () => grammar.plan(situation, previous, signal),
      ),
    extract: (situation, plan, signal) =>
      attempt(
        "extract",
        signal,
        (own) =>
          repaired(async () => {
            const extraction = parsed(ExtractionSchema, await primary.extract(situation, plan, own));
            requireVerbatim(extraction, situation.text);
            return { ...extraction, forget: extraction.forget } as Extraction;
          }),
        () => grammar.extract(situation, plan, signal),
      ),
    critique: (situation, findings, signal) =>
      attempt(
        "critique",
        signal,
        (own) => repaired(async () => parsed(Critique, await primary.critique(situation, findings, own))),
        () => grammar.critique(situation, findings, signal),
      ),
    respond: async (situation, findings, signal, onDelta) => {
      const pieces: string[] = [];
      let stoodIn = false;
      const text = await attempt(
        "respond",
        signal,
        (own) =>
          repaired(async () => {
            pieces.length = 0;
            const whole = await primary.respond(situation, findings, own, (piece) => pieces.push(piece));
            if (whole.trim() === "") throw new UnusableOutput("the reply is empty");
            const objection = options.objectionToReply?.(whole, situation, findings);
            if (objection !== undefined) throw new UnusableOutput(objection);
            if (pieces.join("") !== whole) throw new UnusableOutput("the pieces do not join to the reply");
            return whole;
          }),
        () => {
          stoodIn = true;
          return grammar.respond(situation, findings, signal, onDelta);
        },
      );
      if (!stoodIn) pieces.forEach(onDelta);
      return text;
    },
  };
}

/** What a mind gave can't be used; the message says why, for the repair. */
class UnusableOutput extends Error {}

async function orElse<Value>(
  step: MindStep,
  signal: AbortSignal,
  { timeoutMs, patience, onFallback }: FallbackOptions,
  first: (signal: AbortSignal) => Promise<Value>,
  instead: () => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted();
  const givenUp = patience?.givenUp;
  if (givenUp !== undefined) {
    onFallback?.(step, givenUp);
    return instead();
  }
  const limit = Math.ceil(Math.min(timeoutMs, patience?.leftMs ?? timeoutMs));
  const over = AbortSignal.timeout(limit);
  const run = (): Promise<Value> => raced(first(AbortSignal.any([signal, over])), signal, over);
  try {
    return await (patience === undefined ? run() : patience.spend(run));
  } catch (error) {
    signal.throwIfAborted();
    const reason = over.aborted ? `no answer within ${limit} ms` : reasonOf(error);
    patience?.failed(`${step}: ${reason}`, over.aborted);
    onFallback?.(step, reason);
    return instead();
  }
}

/** Settles when the work does, or rejects as soon as one of the signals aborts: a mind that ignores its signal is not waited for. */
async function raced<Value>(work: Promise<Value>, ...signals: AbortSignal[]): Promise<Value> {
  const any = AbortSignal.any(signals);
  let stop: () => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(any.reason);
    any.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    any.removeEventListener("abort", stop);
  }
}

/** One repair: what was wrong with the first output is handed to the second try. */
async function repaired<Value>(run: (problem: Critique | undefined) => Promise<Value>): Promise<Value> {
  try {
    return await run(undefined);
  } catch (error) {
    if (!(error instanceof UnusableOutput)) throw error;
    return run({ verdict: "revise", problems: [{ check: "mind", message: error.message, items: [] }] });
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join(".") || "output"}: ${message}`);
  throw new UnusableOutput(issues.slice(0, 5).join("; "));
}

/** A memory is kept with the words it came from: a mind can't put words into a mouth. */
function requireVerbatim(extraction: z.output<typeof ExtractionSchema>, text: string): void {
  const invented = [...extraction.facts, ...extraction.events].find(
    ({ provenance }) => provenance.said === "" || !text.includes(provenance.said),
  );
  if (invented !== undefined) throw new UnusableOutput(`nobody said "${invented.provenance.said}"`);
}

function reasonOf(error: unknown): string {
  if (error instanceof CiceroneError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
