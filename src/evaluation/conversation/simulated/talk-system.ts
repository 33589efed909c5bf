import type { ItemId } from "../../../../memory/ids.ts";
import type { Constraint } from "../../../../memory/items/constraint.ts";

/** Whom a conversation is held with. */
export interface TalkUser {
  readonly id: string;
  /** What the person knows already. A system that converses finds out in words; only a baseline that does not may look. */
  readonly known: readonly ItemId[];
}

/** One reply. */
export interface Said {
  readonly reply: string;
  /** What is shown, best first; empty where nothing is recommended. */
  readonly items: readonly ItemId[];
  /** What is asked, with answers one can give. */
  readonly question?: { readonly options: readonly string[] } | undefined;
  /** What was let go of, and openly so. */
  readonly relaxed: readonly Constraint[];
}

/** A conversation with one person, who is a stranger to the system at its beginning. */
export interface Talk {
  /** Rejects where no reply came, and on abort. */
  say(text: string, signal?: AbortSignal): Promise<Said>;
  close(): void;
}

/** Anything that one can talk to and that recommends: the agent, a baseline, another program. */
export interface TalkSystem {
  readonly name: string;
  open(user: TalkUser): Promise<Talk>;
}
