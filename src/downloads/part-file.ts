import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** What tells whether the rest of a file still belongs to its beginning. */
const Origin = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  total: z.int().nonnegative().optional(),
});
export type Origin = z.infer<typeof Origin>;

/** A file that is being fetched: `NAME.part` with `NAME.part.json` beside it, which outlive the process. */
export interface PartFile {
  readonly path: string;
  /** What is there already. */
  size(): number;
  /** Undefined where nothing is there, or nothing is known of it. */
  origin(): Origin | undefined;
  /** Forgets what was there; what comes now is from `origin`. */
  begin(origin: Origin): void;
  remove(): void;
}

export function partFile(target: string): PartFile {
  const path = `${target}.part`;
  const note = `${path}.json`;
  return {
    path,
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    origin: () => (existsSync(path) && existsSync(note) ? parsed(readFileSync(note, "utf8")) : undefined),
    begin: (origin) => {
      // First nothing, then whose: a process that dies in between leaves nothing that could be taken for another's.
      writeFileSync(path, "");
      writeFileSync(note, JSON.stringify(origin));
    },
    remove: () => {
      rmSync(path, { force: true });
      rmSync(note, { force: true });
    },
  };
}

/** What If-Range can compare: weak tags do not promise the same bytes. */
export function validatorOf(origin: Origin | undefined): string | undefined {
  if (origin === undefined) return undefined;
  return origin.etag?.startsWith('"') ? origin.etag : origin.lastModified;
}

function parsed(text: string): Origin | undefined {
  try {
    return Origin.safeParse(JSON.parse(text)).data;
  } catch {
    // A note cut short tells nothing: the file is fetched from its beginning.
    return undefined;
  }
}
