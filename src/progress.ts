/** One stage of getting ready: "importing demo", "fitting linear", "indexing text"; `fraction` 0..1 where known. */
export interface Progress {
  readonly stage: string;
  readonly fraction: number | undefined;
  /** Where bytes are fetched, read or written: how many so far, and in all where known. */
  readonly bytes?: { readonly done: number; readonly total: number | undefined };
}
