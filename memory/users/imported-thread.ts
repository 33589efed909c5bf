import type { Provenance } from "./profile.ts";

/** Before the thread of an imported memory: a talk here may have the same thread and turn, and its undo must not reach them. */
const IMPORTED = "imported/";

/** The thread under which something from another house is kept here. */
export function importedThread(thread: string): string {
  return `${IMPORTED}${originalThread(thread)}`;
}

/** The thread that it was said in, in whatever house. */
export function originalThread(thread: string): string {
  return thread.startsWith(IMPORTED) ? thread.slice(IMPORTED.length) : thread;
}

/** Its original thread again, so that an archive of imported memories is the archive they came from. */
export function fromWhereItWasSaid<Memory extends { readonly provenance: Provenance }>(
  memory: Memory,
): Memory {
  const { provenance } = memory;
  return { ...memory, provenance: { ...provenance, thread: originalThread(provenance.thread) } };
}
