import { CiceroneError } from "../../memory/errors.ts";
import type { UserId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import type { Recommender, RecommenderOptions } from "../recommender.ts";
import { type ProgressLine, progressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

/** Makes a recommender: the real one in the program, a scripted one in tests. */
export type Opener = (options: RecommenderOptions) => Promise<Recommender>;

/** A catalogue and what users said about it, without the models. */
export interface OpenedMemory {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  close(): void;
}

/** What every command works with. */
export interface Cli {
  readonly terminal: Terminal;
  readonly open: Opener;
  /** For commands that recommend nothing: no model is loaded, and no dataset made. */
  readonly openMemory: (home: string, data: string) => Promise<OpenedMemory>;
}

/** What the shared options leave behind after parsing. */
export interface SharedValues {
  readonly home?: string;
  readonly data: string;
  readonly user: string;
  readonly thread?: string;
  readonly json?: boolean;
}

/** Loaded only when a command needs it: help and usage errors come without paying for the agent. */
export const openRecommender: Opener = async (options) => {
  const { createRecommender } = await import("../recommender.ts");
  return createRecommender(options);
};

export const openMemory: Cli["openMemory"] = async (home, data) => {
  const { openDataset } = await import("../../memory/datasets/open-dataset.ts");
  const { openPersistence } = await import("../persistence.ts");
  const { catalogue } = openDataset(home, data);
  const memory = openPersistence(home, {});
  const close = (): void => {
    catalogue.close();
    memory.close();
  };
  return { catalogue, users: memory.users, close };
};

/** Opens what is remembered, and closes it again whatever happens. */
export async function withMemory<T>(
  cli: Cli,
  values: Pick<SharedValues, "home" | "data">,
  use: (memory: OpenedMemory) => Promise<T>,
): Promise<T> {
  const memory = await cli.openMemory(homeOf(cli.terminal, values), values.data);
  try {
    return await use(memory);
  } finally {
    memory.close();
  }
}

/** What long work is given by the command line. */
export interface Surroundings {
  readonly home: string;
  readonly clock: Terminal["clock"];
  readonly signal: AbortSignal;
  readonly onProgress: ProgressLine["show"];
}

/** Narrates how far long work is, and takes the line away before anything else is printed, whatever happens. */
export async function withProgress<T>(
  { terminal }: Pick<Cli, "terminal">,
  values: Pick<SharedValues, "home">,
  work: (surroundings: Surroundings) => Promise<T>,
): Promise<T> {
  const progress = progressLine(terminal);
  const { clock, interrupted: signal } = terminal;
  return work({ home: homeOf(terminal, values), clock, signal, onProgress: progress.show }).finally(
    progress.clear,
  );
}

/** Opens the dataset, narrates a first-time preparation, and closes again whatever happens. */
export async function withRecommender<T>(
  cli: Cli,
  values: Pick<SharedValues, "home" | "data">,
  use: (recommender: Recommender) => Promise<T>,
): Promise<T> {
  const recommender = await withProgress(cli, values, (surroundings) =>
    cli.open({ data: values.data, ...surroundings }),
  );
  try {
    return await use(recommender);
  } finally {
    recommender.close();
  }
}

export function homeOf(terminal: Terminal, values: Pick<SharedValues, "home">): string {
  return values.home ?? terminal.config.home;
}

/** Parses --user; a name that cannot be one is a usage error. */
export async function userOf(values: Pick<SharedValues, "user">): Promise<UserId> {
  const { UserId } = await import("../../memory/ids.ts");
  const parsed = UserId.safeParse(values.user);
  if (parsed.success) return parsed.data;
  throw new CiceroneError("usage-user", `“${values.user}” cannot be a user's name.`, {
    hint: "A name is 1 to 200 characters without control characters.",
  });
}

/** Whose conversation, which one, and whether it is kept when the program ends. */
export interface Who {
  readonly user: string;
  readonly thread: string;
  readonly keep: boolean;
}

/**
 * The conversation to go on with. On a terminal it is the day's, so that what was said "for tonight" holds until tomorrow;
 * piped input starts afresh each time, so that a script always does the same, and leaves no conversation behind.
 */
export async function whoOf(
  terminal: Terminal,
  values: Pick<SharedValues, "user" | "thread">,
  interactive: boolean,
): Promise<Who> {
  const user = await userOf(values);
  if (values.thread !== undefined) return { user, thread: threadNamed(values.thread), keep: true };
  const now = new Date(terminal.clock());
  if (!interactive) return { user, thread: `once-${now.toISOString()}-${process.pid}`, keep: false };
  const month = String(now.getMonth() + 1).padStart(2, "0");
  const thread = `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
  return { user, thread, keep: true };
}

/** Nameless is what is always true of a user, and no conversation's name. */
function threadNamed(name: string): string {
  if (/^[^\p{Cc}]{1,200}$/u.test(name)) return name;
  throw new CiceroneError("usage-thread", `“${name}” cannot be a conversation's name.`, {
    hint: "A name is 1 to 200 characters without control characters.",
  });
}
