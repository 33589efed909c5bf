import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtInDescriptor } from "../../memory/datasets/built-in.ts";
import { importDataset } from "../../memory/datasets/importing/importer.ts";
import { type OpenDataset, openDataset } from "../../memory/datasets/open-dataset.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import { vectorAt } from "../../tools/retrieval/item-vectors.ts";
import type { Request } from "../../tools/retrieval/request.ts";
import { fitTextVectors, type TextVectors } from "../../tools/retrieval/text-vectors.ts";
import { RetrieveInput, retrieveTool } from "../../tools/retrieve.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";
import { retrieversOf } from "../support/retrieval.ts";

describeOnData(
  "retrieval on MovieLens-1M with texts",
  ["ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat"],
  () => {
    let home: string;
    let dataset: OpenDataset;
    let text: TextVectors;

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "cicerone-retrieval-"));
      const folders = { from: join(REAL_DATA, "ml-1m"), text: join(REAL_DATA, "ml-1m-text") };
      await importDataset({
        descriptor: builtInDescriptor("ml-1m"),
        ...folders,
        home,
        clock: () => Date.now(),
      });
      dataset = openDataset(home, "ml-1m");
      text = await fitTextVectors(dataset.catalogue);
    });

    afterAll(async () => {
      dataset.catalogue.close();
      await rm(home, { recursive: true, force: true });
    });

    async function ask(request: Partial<Request>): Promise<number[]> {
      const { catalogue } = dataset;
      const retrievers = await retrieversOf(catalogue, async () => new Float32Array(catalogue.size), text);
      const found = await retrieveTool(catalogue, retrievers).run(RetrieveInput.parse({ request }));
      return found.candidates.map(({ item }) => catalogue.indexOf(item) ?? -1);
    }

    function film(title: string) {
      const { catalogue } = dataset;
      const index = Array.from({ length: catalogue.size }, (_, each) => each).find(
        (each) => catalogue.title(each) === title,
      );
      if (index === undefined) throw new RangeError(`no film ${title}`);
      return catalogue.item(index);
    }

    it("gives every film a vector of unit length", () => {
      expect(text.vectors).toMatchObject({ size: 3883, dimensions: 128 });
      const lengths = Array.from({ length: 3883 }, (_, index) =>
        Math.hypot(...vectorAt(text.vectors, index)),
      );
      expect(lengths.filter((length) => Math.abs(length - 1) > 1e-4)).toEqual([]);
    });

    it("finds what films are about, in words and by example", async () => {
      const { catalogue } = dataset;
      const share = (found: readonly number[], keyword: string): number =>
        found.slice(0, 10).filter((index) => {
          const keywords = catalogue.value(index, "keyword") ?? [];
          return `${keywords} ${catalogue.text(index)}`.toLowerCase().includes(keyword);
        }).length / 10;
      expect(share(await ask({ text: "boxers" }), "box")).toBeGreaterThanOrEqual(0.8);
      expect(share(await ask({ text: "on a submarine" }), "submarine")).toBeGreaterThanOrEqual(0.8);
      const likeAlien = (await ask({ like: [film("Alien").id] }))
        .slice(0, 5)
        .map((index) => catalogue.title(index));
      expect(likeAlien).toEqual(expect.arrayContaining(["Aliens", "Alien³", "Alien: Resurrection"]));
    });

    it("meets every constraint that it does not name as relaxed, and never returns an example", async () => {
      const { catalogue } = dataset;
      const scores = Float32Array.from({ length: catalogue.size }, (_, index) => Math.sin(index));
      const tool = retrieveTool(catalogue, await retrieversOf(catalogue, async () => scores, text));
      const western: Constraint = {
        facet: "genre",
        test: { op: "any-of", values: ["Western"] },
        strength: 0.8,
        said: "western",
        source: "said",
      };
      const short: Constraint = {
        ...western,
        facet: "runtime",
        test: { op: "between", max: 20 },
        strength: 0.5,
      };
      const like = [film("Alien").id];
      const requests: readonly Partial<Request>[] = [
        {},
        { like },
        { like, constraints: [western, short] },
        { constraints: [western] },
        { constraints: [western, short] },
        { sort: { facet: "runtime", direction: "ascending" } },
        { renown: "obscure" },
        { text: "slow burn about robots" },
      ];
      for (const request of requests) {
        const { candidates, relaxed } = await tool.run(RetrieveInput.parse({ request }));
        const kept = (request.constraints ?? []).filter(
          ({ facet }) => !relaxed.some((one) => one.facet === facet),
        );
        const masks = kept.map((constraint) => catalogue.satisfying(constraint));
        const indices = candidates.map(({ item }) => catalogue.indexOf(item) ?? -1);
        expect(indices.length).toBeGreaterThan(0);
        expect(indices.filter((index) => masks.some((mask) => mask[index] !== 1))).toEqual([]);
        expect(candidates.some(({ item }) => like.includes(item) && request.like !== undefined)).toBe(false);
      }
    });
  },
);
