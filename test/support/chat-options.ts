import type { ListedDataset } from "../../memory/datasets/open-dataset.ts";
import type { ChatOptions } from "../../src/talk/chat.ts";
import type { OpenHost } from "../../src/talk/place.ts";

/** Ada's chat about films, over a recommender that the test made; "films" is all there is, and nothing is written anywhere. */
export function chatOptions(open: (data: string) => OpenHost): ChatOptions {
  return {
    user: "ada",
    thread: "t",
    data: "films",
    open: async (data) => open(data),
    datasets: async () => [listed("films", 34)],
    folder: "/nowhere",
    clock: () => Date.UTC(2026, 0, 2, 12),
  };
}

/** A dataset as it is listed, with no more than a chat looks at. */
export function listed(name: string, items: number): ListedDataset {
  return {
    name,
    manifest: {
      format: 2,
      name,
      sources: [],
      counts: { items, users: 0, interactions: 0 },
      simulated: false,
      time: "clock",
      about: "",
      created: "2026-01-01T00:00:00.000Z",
      descriptor: {},
    },
  };
}
