import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { dialogueRetriever } from "../../../tools/dialogue/dialogue-retriever.ts";
import { type DialogueScorer, fitDialogueScorer } from "../../../tools/dialogue/dialogue-scorer.ts";
import { fitTextVectors, type TextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { ASK_NOTHING, retrieverContract } from "../../contract/retriever.ts";
import { recordedTalks, talkedAbout } from "../../support/talked-about.ts";

let catalogue: Catalogue;
let text: TextVectors;
let scorer: DialogueScorer;
beforeAll(async () => {
  catalogue = talkedAbout();
  text = await fitTextVectors(catalogue);
  scorer = await fitDialogueScorer(recordedTalks(), { catalogue, vectors: text.vectors });
});

function firstSix(scores: Float32Array): string[] {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return order.slice(0, 6).map((index) => String(catalogue.id(index)).split("-")[0] ?? "");
}

describe("the dialogue scorer", () => {
  it("knows what a word stands for that no item has, from what was recommended after it", () => {
    expect(new Set(firstSix(scorer.score([{ by: "seeker", text: "something spooky", items: [] }])))).toEqual(
      new Set(["Horror"]),
    );
    expect(new Set(firstSix(scorer.score([{ by: "seeker", text: "something silly", items: [] }])))).toEqual(
      new Set(["Comedy"]),
    );
  });

  it("ranks what is named together with an item before what never is", () => {
    const scores = scorer.score([{ by: "seeker", text: "", items: [12] }]);
    expect(scores[13]).toBeGreaterThan(scores[11] ?? 0);
    expect(scores[13]).toBeGreaterThan(scores[1] ?? 0);
  });

  it("prefers what is recommended often where nothing is said", () => {
    const scores = scorer.score([]);
    expect(scores[1]).toBeGreaterThan(scores[10] ?? 0);
  });

  it("learns the same from the same dialogues", async () => {
    const again = await fitDialogueScorer(recordedTalks(), { catalogue, vectors: text.vectors });
    expect(again.weights).toEqual(scorer.weights);
  });

  it("stops when the signal aborts", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    const fit = fitDialogueScorer(recordedTalks(), { catalogue, vectors: text.vectors, signal });
    await expect(fit).rejects.toThrow("enough");
  });
});

retrieverContract("dialogue", async () => ({
  retriever: dialogueRetriever(scorer),
  size: catalogue.size,
  understood: { ...ASK_NOTHING, text: "something spooky" },
  foreign: ASK_NOTHING,
}));

it("hears likes and examples, and not what is unwanted", async () => {
  const retriever = dialogueRetriever({
    score: (said) => new Float32Array(3).fill(said.flatMap(({ items }) => items).length),
  });
  const allowed = new Uint8Array(3).fill(1);
  const query = {
    ...ASK_NOTHING,
    like: [0],
    unlike: [1],
    history: [
      { item: 1, weight: 1 },
      { item: 2, weight: 1 },
    ],
  };
  expect((await retriever.retrieve(query, allowed, 1))[0]?.score).toBe(2);
});
