import type { DynamicStructuredTool } from "@langchain/core/tools";
import type { Mind } from "../agents/minds/mind.ts";
import type { Session } from "../agents/session.ts";
import type { Toolbox } from "../agents/toolbox.ts";
import type { UserId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import type { Scorer } from "../tools/scoring/scorer.ts";

/** One stage of getting ready: "importing demo", "fitting linear", "indexing text"; `fraction` 0..1 where known. */
export interface Progress {
  readonly stage: string;
  readonly fraction: number | undefined;
}

export interface RecommenderOptions {
  /** Name of an imported dataset; default "demo", which is prepared at first use. */
  readonly data?: string;
  /** Where everything imported, trained and remembered lives; default: CICERONE_HOME, else the platform's data folder. */
  readonly home?: string;
  /** How the agent understands and speaks; default: the grammar. */
  readonly mind?: Mind;
  readonly scorer?: Scorer;
  readonly users?: UserStore;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** The only place where memory, tools and agents meet. Close it when done. */
export interface Recommender {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  readonly scorer: Scorer;
  /** What the agent's steps are made of, for one-shot use without a conversation. */
  readonly toolbox: Toolbox;
  session(options?: { user?: string; thread?: string }): Session;
  /** The agent's tools for another agent, bound to a user's taste. */
  tools(options?: { user?: UserId }): DynamicStructuredTool[];
  close(): void;
}
