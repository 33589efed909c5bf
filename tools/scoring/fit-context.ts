import type { LinearOptions } from "./linear-defaults.ts";

/** What a long fit is told from outside, and tells. */
export interface FitContext {
  readonly signal?: AbortSignal | undefined;
  /** 0..1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** The model file of an earlier fit of the same catalogue, which may have had fewer items; a fit that can goes on from it. */
  readonly former?: Uint8Array | undefined;
  /** Options of the linear scorer that were found already, on interactions like these: they are not sought again. */
  readonly linear?: LinearOptions | undefined;
}
