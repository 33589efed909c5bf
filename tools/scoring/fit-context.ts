/** What a long fit is told from outside, and tells. */
export interface FitContext {
  readonly signal?: AbortSignal | undefined;
  /** 0..1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}
