import { importNamed } from "../memory/datasets/importing/import-named.ts";
import { openDataset } from "../memory/datasets/open-dataset.ts";
import { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { Constraint, FacetTest } from "../memory/items/constraint.ts";
import { type Random, seededRandom } from "../memory/random.ts";
import { openModels } from "../src/models.ts";
import { fitModels } from "../src/prepare.ts";
import { createRecommender } from "../src/recommender.ts";
import { retrieversOver } from "../src/retrievers.ts";
import { RetrieveInput, retrieveTool } from "../tools/retrieve.ts";
import { quantile } from "./figures.ts";

/** What a stage says of itself, beside its seconds and its memory. */
export type StageFigures = Readonly<Record<string, number | string>>;

export const DATASET = "scale";
const TURNS = 200;
const TALK = 12;

/** Each runs in a process of its own, so that its memory is its own. `home` and, to import, the folder of the data. */
export const STAGES: Readonly<Record<string, (home: string, folder: string) => Promise<StageFigures>>> = {
  async import(home, folder) {
    const report = await importNamed({ dataset: `${folder}/scale.yaml`, home, clock: Date.now });
    return { items: report.items.kept, interactions: report.interactions.kept, users: report.users };
  },
  async fit(home) {
    const { scorer } = await fitModels({ home, name: DATASET, clock: Date.now });
    return { scorer: scorer.kind };
  },
  async open(home) {
    const started = performance.now();
    const recommender = await createRecommender({ home, data: DATASET });
    const opened = performance.now() - started;
    const talk = recommender.session({ user: "bench", thread: "bench", keep: false });
    const took: number[] = [];
    for (const text of talkAbout(recommender.catalogue)) {
      const asked = performance.now();
      await talk.ask(text);
      took.push(performance.now() - asked);
    }
    recommender.close();
    return { opened: opened / 1000, first: took[0] ?? Number.NaN, turn: quantile(took.slice(1), 0.5) };
  },
  async retrieve(home) {
    const dataset = openDataset(home, DATASET);
    const { catalogue } = dataset;
    const models = await openModels(dataset, unfitted);
    const retrievers = await retrieversOver({ ...dataset, ...models, store: undefined });
    const retrieve = retrieveTool(catalogue, retrievers);
    const random = seededRandom(7);
    const took: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const input = RetrieveInput.parse(requestOf(catalogue, random, turn));
      const started = performance.now();
      await retrieve.run(input);
      took.push(performance.now() - started);
    }
    await models.scorer.close();
    catalogue.close();
    // What the first turns load (facets, the files' pages) they load once.
    const warm = took.slice(TURNS / 10);
    return { median: quantile(warm, 0.5), p95: quantile(warm, 0.95), first: took[0] ?? Number.NaN };
  },
};

async function unfitted(): Promise<never> {
  throw new Error("the models are fitted before anything is retrieved");
}

/** In turn: some words, words within constraints, an example, a taste; each with 20 items in the history. */
function requestOf(catalogue: Catalogue, random: Random, turn: number): unknown {
  const item = (): number => Math.floor(random() ** 2 * catalogue.size);
  const id = (): string => catalogue.id(item());
  const taste = Array.from({ length: 20 }, () => ({ item: id(), weight: 1 }));
  const words = (catalogue.text(item()) ?? catalogue.title(item())).split(" ").slice(0, 4).join(" ");
  const kind = turn % 4;
  return {
    request: {
      ...(kind < 2 ? { text: words } : {}),
      ...(kind === 2 ? { like: [ItemId.parse(id())] } : {}),
      constraints: kind === 0 || kind === 2 ? [] : constraintsOf(catalogue, random, item()),
    },
    taste,
  };
}

function constraintsOf(catalogue: Catalogue, random: Random, index: number): Constraint[] {
  const ask = (facet: string, test: FacetTest): Constraint => ({
    facet,
    test,
    strength: 0.5,
    said: facet,
    source: "said",
  });
  const shelf = catalogue.value(index, "shelf");
  const max = 150 + Math.floor(random() * 400);
  return [
    ask("pages", { op: "between", max }),
    ...(typeof shelf === "string" ? [ask("shelf", { op: "any-of", values: [shelf] })] : []),
  ];
}

function talkAbout(catalogue: Catalogue): readonly string[] {
  const random = seededRandom(11);
  return Array.from({ length: TALK }, (_, turn) => {
    const item = Math.floor(random() ** 2 * catalogue.size);
    if (turn % 3 === 0) return `something like ${catalogue.title(item)}`;
    const shelf = catalogue.value(item, "shelf");
    return turn % 3 === 1 ? `a book from ${shelf} under 300 pages` : "shorter, please";
  });
}
