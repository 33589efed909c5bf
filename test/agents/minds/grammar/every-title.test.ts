import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Act } from "../../../../agents/acts.ts";
import type { ItemId } from "../../../../memory/ids.ts";
import { createRecommender, type Recommender } from "../../../../src/recommender.ts";
import { type Reader, readerOf } from "./reading.ts";

let home: string;
let recommender: Recommender;
let demo: Reader;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-titles-"));
  recommender = await createRecommender({ data: "demo", home });
  demo = readerOf(recommender.catalogue);
});

afterAll(() => {
  recommender.close();
  rmSync(home, { recursive: true, force: true });
});

const judged = (verdict: string) => (act: Act) => act.act === "feedback" && act.verdict === verdict;
const asked = (facet: string) => (act: Act) => act.act === "look-up" && act.facets.includes(facet);

/** A sentence around a title, what it shall be understood as, and the titles that may well be something else there. */
const sentences: readonly (readonly [
  said: (title: string) => string,
  understood: (act: Act) => boolean,
  otherwise: readonly string[],
])[] = [
  [(title) => `I've seen ${title}.`, judged("seen"), []],
  [(title) => `i've seen ${title.toLowerCase()}`, judged("seen"), ["No", "Her", "It"]],
  [(title) => `I loved ${title}`, judged("liked"), ["Halloween", "Brazil"]],
  [(title) => `${title} was boring`, judged("disliked"), ["The Kid", "Halloween", "Brazil", "No", "It"]],
  [(title) => `4 stars for ${title}`, judged("rated"), []],
  [(title) => `I'm not interested in ${title}.`, judged("rejected"), ["Halloween", "Brazil", "2046", "1917"]],
  [(title) => `who directed ${title}?`, asked("director"), []],
  [(title) => `who directed ${title.toLowerCase()}`, asked("director"), ["It"]],
  [(title) => `how long is ${title.toLowerCase()}?`, asked("runtime"), ["It"]],
  [(title) => `would I like ${title}?`, (act) => act.act === "would-like", []],
];

describe("every title of the demo", () => {
  it.each(sentences.map((one) => [one[0]("…"), ...one] as const))("%s", (_, said, understood, otherwise) => {
    const { catalogue } = demo;
    const titles = Array.from({ length: catalogue.size }, (_, index) => catalogue.title(index));
    const misread = titles.filter((title, index) => {
      if (titles.indexOf(title) !== titles.lastIndexOf(title)) return false;
      return !isAbout(demo.plan(said(title)).acts, catalogue.id(index), understood);
    });
    expect(new Set(misread)).toEqual(new Set(otherwise));
  });
});

/** Whether the first thing that was understood is about the item; what follows is what it leads to. */
function isAbout([act]: readonly Act[], item: ItemId, understood: (act: Act) => boolean): boolean {
  return act !== undefined && "items" in act && act.items?.join() === item && understood(act);
}
