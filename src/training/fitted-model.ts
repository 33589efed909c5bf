import type { FitContext } from "../../tools/scoring/fit-context.ts";
import type { Sequences } from "../../tools/scoring/sequences.ts";
import type { ColdTexts } from "./cold-texts.ts";

/** A scorer's model as it goes to disk, and what its card says of how it was made. */
export interface FittedModel {
  /** An ONNX file. */
  readonly model: Uint8Array;
  readonly coldItems: number;
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly seed?: number;
}

/** @param counts interactions of each item of the catalogue */
export type FitModel = (
  sequences: Sequences,
  counts: Float32Array,
  texts: ColdTexts,
  context: FitContext,
) => Promise<FittedModel>;
