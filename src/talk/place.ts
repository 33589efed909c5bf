import type { NameIndex } from "../../tools/language/name-index.ts";
import type { TalkHost } from "./talk.ts";

/** A recommender that a chat opened. */
export interface OpenHost extends TalkHost {
  close(): void;
}

/** An open dataset, with its names for completion. */
export interface Place {
  readonly data: string;
  readonly host: OpenHost;
  /** Titles and people, filed when first asked for. */
  readonly names: () => Promise<NameIndex>;
  readonly close: () => void;
}

export function openPlace(data: string, host: OpenHost): Place {
  const closing = new AbortController();
  let names: Promise<NameIndex> | undefined;

  async function filed(): Promise<NameIndex> {
    // Loaded here: nobody completes a name before the first frame is painted.
    const { buildNameIndex } = await import("../../tools/language/name-index.ts");
    return buildNameIndex(host.catalogue, closing.signal);
  }

  return {
    data,
    host,
    names: () => {
      names ??= filed();
      return names;
    },
    close: () => {
      closing.abort();
      host.close();
    },
  };
}
