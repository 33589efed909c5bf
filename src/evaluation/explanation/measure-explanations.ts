import type { ReviewRow } from "../../../memory/datasets/read-interactions.ts";
import { interactionsChecksum } from "../../../tools/scoring/interaction-rows.ts";
import { onnxRuntimeVersion } from "../../../tools/scoring/onnx.ts";
import { type MeasuredData, type MeasuringContext, protocolHead } from "../measuring.ts";
import { eventsOf } from "../pipeline/pipeline-system.ts";
import { publishedRows } from "../published/published-rows.ts";
import type { EvaluationReport } from "../report.ts";
import type { Resampling } from "../statistics/resample.ts";
import { meanValues, type UnitValues } from "../statistics/statistic.ts";
import { summarise } from "../summarise.ts";
import { lsaTokenEmbedder } from "../text/lsa-token-embedder.ts";
import type { TokenEmbedder } from "../text/token-embedder.ts";
import { fitTextEmbedder } from "../written/fit-text-embedder.ts";
import { measureWriter } from "../written/measure-writer.ts";
import { TEXT_METRICS_IN_WORDS, textValues } from "../written/text-values.ts";
import { type HeldOutItem, REFERENCES_IN_WORDS, referenceOf } from "./explanation-cases.ts";
import type { ExplanationQuery, ExplanationSystem, WrittenExplanation } from "./explanation-system.ts";
import { type CheckingParts, claimsThatHold, FAITHFULNESS_IN_WORDS } from "./recheck-claims.ts";

export interface ExplanationSetup extends Resampling {
  /** Most users that are measured. */
  readonly users: number;
  /** Rating from which an interaction counts; undefined = every interaction does. */
  readonly positiveFrom: number | undefined;
  readonly against: string | undefined;
}

export interface ExplanationMaterial {
  readonly data: MeasuredData;
  readonly cases: readonly HeldOutItem[];
  readonly reviews: {
    /** User → the review of the item that is explained. */
    readonly own: ReadonlyMap<number, ReviewRow>;
    /** What word vectors may be learned from. */
    readonly earlier: readonly ReviewRow[];
  };
  readonly checking: CheckingParts;
}

/** Every system on every case; texts are scored only where some review can be a reference. */
export async function measureExplanations(
  { data, cases, reviews, checking }: ExplanationMaterial,
  systems: readonly ExplanationSystem[],
  setup: ExplanationSetup,
  context: MeasuringContext,
): Promise<EvaluationReport> {
  const references = cases.map(({ user }) => {
    const reference = referenceOf(reviews.own.get(user));
    return reference === undefined ? [] : [reference];
  });
  const referenced = references.filter((each) => each.length > 0).length;
  const embedder = referenced === 0 ? undefined : await embedderOf(reviews.earlier, context.signal);
  const protocol = {
    task: "explanation",
    ...protocolHead(data, interactionsChecksum(data.interactions), setup, "users"),
    split: "each user's last interaction that counts is explained; ties in file order",
    fittedOn: "every interaction but those of a user from the explained one on",
    positiveFrom: setup.positiveFrom ?? null,
    faithfulness: FAITHFULNESS_IN_WORDS,
    claims: "claims for each explained item, on average",
    answered: "share of explained items with at least one claim",
    ...(embedder !== undefined && {
      references: REFERENCES_IN_WORDS,
      referenced,
      metrics: TEXT_METRICS_IN_WORDS,
      bertscore: `${embedder.name}: word vectors by latent semantic analysis of earlier reviews, not contextual`,
    }),
    measured: cases.length,
  } as const;
  const queries = cases.map(({ user, item, history }): ExplanationQuery => {
    const { catalogue } = checking;
    const name = data.interactions.userIds[user] ?? "";
    return { user: name, history: eventsOf(history, catalogue), item: catalogue.id(item) };
  });
  const runs = [];
  for (const system of systems) {
    const values = async (written: readonly WrittenExplanation[]): Promise<Record<string, UnitValues>> => ({
      ...(embedder && (await wordValues(written, references, embedder, context.signal))),
      ...(await claimValues(written, queries, checking, context.signal)),
    });
    const key = { ...protocol, users: setup.users, source: data.source, versions: context.versions };
    const write = (query: ExplanationQuery, signal: AbortSignal) => system.explain(query, signal);
    const writer = { name: system.name, keep: system.keep, write };
    runs.push(await measureWriter(writer, { cases: queries, values, protocol: key }, context));
  }
  return {
    protocol: {
      ...protocol,
      systems: Object.fromEntries(systems.map(({ name, says }) => [name, says])),
      versions: { ...context.versions, onnxruntime: await onnxRuntimeVersion() },
    },
    ...(await summarise(runs, cases.length, { ...setup, signal: context.signal })),
    published: embedder === undefined ? [] : publishedRows("explanation", data.name),
    plots: [],
  };
}

async function embedderOf(
  reviews: readonly ReviewRow[],
  signal: AbortSignal | undefined,
): Promise<TokenEmbedder> {
  const texts = reviews.flatMap(({ review, headline }) => [review ?? [], headline ?? []].flat());
  return lsaTokenEmbedder(await fitTextEmbedder(texts, { signal }));
}

function wordValues(
  written: readonly WrittenExplanation[],
  references: readonly (readonly string[])[],
  embedder: TokenEmbedder,
  signal: AbortSignal | undefined,
): Promise<Record<string, UnitValues>> {
  const units = written.map(({ text }, at) => ({ candidate: text, references: references[at] ?? [] }));
  return textValues(units, embedder, signal);
}

async function claimValues(
  written: readonly WrittenExplanation[],
  queries: readonly ExplanationQuery[],
  checking: CheckingParts,
  signal: AbortSignal | undefined,
): Promise<Record<string, UnitValues>> {
  const claims = Float64Array.from(written, (each) => each.claims.length);
  const holding = new Float64Array(written.length);
  for (const [at, query] of queries.entries()) {
    signal?.throwIfAborted();
    holding[at] = await claimsThatHold(written[at]?.claims ?? [], query, checking, signal);
  }
  return {
    faithfulness: { kind: "ratio", columns: [holding, claims] },
    claims: meanValues(claims),
    answered: meanValues(claims.map((count) => Number(count > 0))),
  };
}
