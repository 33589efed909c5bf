import type { ItemId } from "../memory/ids.ts";
import type { Candidate } from "../memory/items/shortlist.ts";
import type { HistoryEvent } from "../memory/users/history.ts";
import type { Fact } from "../memory/users/profile.ts";
import type { Comparison } from "../tools/compare.ts";
import type { Claim } from "../tools/explaining/claim.ts";
import type { LookUp } from "../tools/look-up.ts";
import type { Opinion } from "../tools/rate.ts";
import type { Request } from "../tools/retrieval/request.ts";
import type { Retrieval } from "../tools/retrieve.ts";
import type { Ranking } from "../tools/score.ts";

/** Runs one tool on parsed input. Rejects with a CiceroneError, or with the signal's reason when it aborts. */
export type Run<Input, Output> = (input: Input, signal: AbortSignal) => Promise<Output>;

/** What is known of the person, for tools that need it. Oldest first. */
export interface Person {
  readonly history: readonly HistoryEvent[];
  readonly facts: readonly Fact[];
}

/**
 * What the graph's tool nodes can do, and no more: each tool's `run`, bound to its catalogue and scorer. A node adds what the
 * step leaves open: who the person is and what lies on the table.
 */
export interface Toolbox {
  readonly retrieve: Run<
    Person & { readonly request: Request; readonly exclude: readonly ItemId[]; readonly limit: number },
    Retrieval
  >;
  readonly score: Run<
    Person & {
      readonly request: Request;
      readonly candidates: readonly Candidate[];
      readonly diversity: number | undefined;
    },
    Ranking
  >;
  readonly rate: Run<Person & { readonly items: readonly ItemId[] }, readonly Opinion[]>;
  readonly explain: Run<
    Person & {
      readonly request: Request;
      readonly items: readonly ItemId[];
      /** What the ranks in the reasons are among; absent: the whole catalogue. */
      readonly against?: readonly ItemId[];
      readonly depth: "card" | "full";
    },
    readonly { readonly item: ItemId; readonly claims: readonly Claim[] }[]
  >;
  readonly lookUp: Run<
    { readonly items: readonly ItemId[]; readonly facets: readonly string[] },
    readonly LookUp[]
  >;
  readonly compare: Run<Person & { readonly items: readonly ItemId[] }, Comparison>;
}
