import { describe, expect, it } from "vitest";
import { publishedRows } from "../../../../src/evaluation/published/published-rows.ts";

const systems = (...of: Parameters<typeof publishedRows>): string[] =>
  publishedRows(...of).map(({ system }) => system);

describe("published rows", () => {
  it("hold the poster's tables for ML-100K", () => {
    expect(publishedRows("retrieval", "ml-100k").find(({ system }) => system === "ALS")?.metrics).toEqual({
      "recall@20": 0.0615,
      "recall@50": 0.0891,
      "recall@100": 0.1135,
    });
    expect(publishedRows("pipeline", "ml-100k").map(({ metrics }) => metrics["recall@10"])).toEqual([
      0.0286, 0.0286, 0.0329,
    ]);
    expect(publishedRows("ranking", "ml-100k")[0]).toMatchObject({
      system: "SASRec",
      metrics: { "ndcg@10": 0.0548 },
    });
  });

  it("hold the sequential tables for ML-1M and Amazon Beauty", () => {
    expect(systems("ranking", "ml-1m")).toContain("HSTU-large");
    const tiger = publishedRows("ranking", "amazon-beauty").find(({ system }) => system === "TIGER");
    expect(tiger?.metrics).toEqual({ "recall@10": 0.0648, "ndcg@10": 0.0384 });
  });

  it("never mix rankings of all items with rankings of a few", () => {
    const full = publishedRows("ranking", "ml-1m", "full");
    const sampled = publishedRows("ranking", "ml-1m", "1+19");
    expect(sampled.find(({ system }) => system === "SASRec")?.metrics["ndcg@10"]).toBe(0.7916);
    expect(Math.max(...full.map(({ metrics }) => metrics["ndcg@10"] ?? 0))).toBe(0.1893);
    expect(publishedRows("ranking", "ml-1m", "1+99")).toEqual([]);
    expect(systems("ranking", "amazon-beauty", "1+99")).toContain("BPR-MLP");
    expect(publishedRows("ranking", "amazon-beauty", "1+19")).toEqual([]);
  });

  it("give rows of the dataset first, and say of others that they are of other data", () => {
    const rows = publishedRows("rating", "ml-100k");
    expect(rows.slice(0, 2).map(({ metrics }) => metrics.rmse)).toEqual([0.942, 0.915]);
    expect(rows[0]?.differences).not.toContain("Other data");
    expect(
      rows
        .slice(2)
        .every(
          ({ differences }) =>
            differences.startsWith("Other data (Amazon") || differences.startsWith("Other data (amazon"),
        ),
    ).toBe(true);
    expect(publishedRows("rating", "amazon-beauty")[0]?.differences).not.toContain("Other data");
  });

  it("turn percent into shares and keep BLEU-2 apart from BLEU-4", () => {
    const [p5] = publishedRows("explanation", "amazon-beauty");
    expect(p5?.metrics).toEqual({
      "bleu-2": 0.009783,
      "rouge-1": 0.1704,
      "rouge-2": 0.01896,
      "rouge-l": 0.1217,
    });
    expect(p5?.differences).toContain("BLEU-2");
  });

  it("tell one reply from a whole talk on ReDial", () => {
    expect(systems("turns", "redial").slice(0, 4)).toEqual(["GPT-4", "GPT-3.5", "Vicuna-13B", "Baize"]);
    const chatgpt = publishedRows("conversation", "redial").filter(({ system }) => system === "ChatGPT");
    expect(chatgpt.map(({ metrics }) => metrics["recall@10"])).toEqual([0.44, 0.536]);
  });

  it("say where every row was read, how far to trust it, and in what it differs", () => {
    const all = [
      ...["retrieval", "pipeline", "ranking", "rating"].flatMap((task) => publishedRows(task, "ml-100k")),
      ...publishedRows("ranking", "ml-1m"),
      ...publishedRows("ranking", "ml-1m", "1+19"),
      ...["ranking", "rating", "explanation"].flatMap((task) => publishedRows(task, "amazon-beauty")),
      ...["turns", "conversation"].flatMap((task) => publishedRows(task, "redial")),
    ];
    expect(all.length).toBeGreaterThan(90);
    for (const { source, differences, metrics } of all) {
      expect(source).toMatch(/\[(?:repo|full|2nd|summary)\]$/);
      expect(differences).toMatch(/^\w.{20,}\.$/u);
      expect(Object.keys(metrics)).not.toEqual([]);
    }
  });

  it("know nothing of what nobody measured", () => {
    expect(publishedRows("ranking", "demo")).toEqual([]);
    expect(publishedRows("unheard-of", "ml-100k")).toEqual([]);
  });
});
