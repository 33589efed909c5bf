/** One stage of getting ready: "importing demo", "fitting linear", "indexing text"; `fraction` 0..1 where known. */
export interface Progress {
  readonly stage: string;
  readonly fraction: number | undefined;
}
