import type { EvaluationReport, Plot, Protocol, SystemResult } from "../../src/evaluation/report.ts";
import type { Estimate } from "../../src/evaluation/statistics/resample.ts";

export function around(value: number, half: number): Estimate {
  return { value, low: value - half, high: value + half };
}

export const PROTOCOL: Protocol = {
  task: "ranking",
  dataset: "ml-100k",
  checksum: "c0ffee",
  simulated: false,
  unit: "users",
  measured: 943,
  intervals: "95 %, percentile bootstrap over users, 1000 resamples",
  seed: 1,
  versions: { cicerone: "0.1.0", node: "24.0.0" },
  positiveFrom: null,
  maskSeen: true,
  parameters: { linear: { l2: 500 }, popular: {} },
};

/** Half-widths of 0.025 and 0.011: two and three decimals. */
export function result(system: string, recall: number): SystemResult {
  return {
    system,
    metrics: { "recall@10": around(recall, 0.025), "ndcg@10": around(recall / 2, 0.011) },
    seconds: { fit: 0.4123 },
  };
}

export const CURVES: Plot = {
  title: "Recall by length of the list",
  x: "items in the list",
  y: "recall@k",
  series: [
    { name: "popular", points: [1, 10, 100].map((k) => ({ x: k, y: k / 200, low: k / 250, high: k / 150 })) },
    { name: "linear", points: [1, 10, 100].map((k) => ({ x: k, y: k / 110 })) },
  ],
};

export const BARS: Plot = {
  title: "Recall by group",
  x: "group",
  y: "recall@10",
  series: [{ name: "linear", points: ["few", "many"].map((x) => ({ x, y: 0.2, low: 0.1, high: 0.3 })) }],
};

/** Two systems that anyone can check by eye, one difference beyond chance and one within it. */
export const REPORT: EvaluationReport = {
  protocol: PROTOCOL,
  results: [result("popular", 0.086), result("linear", 0.214)],
  comparisons: [
    {
      system: "linear",
      against: "popular",
      metrics: {
        "recall@10": { ...around(0.129, 0.025), p: 0.002 },
        "ndcg@10": { ...around(-0.004, 0.011), p: 0.4 },
      },
    },
  ],
  published: [
    {
      system: "SASRec",
      metrics: { "recall@10": 0.1166 },
      source: "A poster, table 3",
      differences: "Seen items stay.",
    },
  ],
  plots: [CURVES, BARS],
};

/** What a title could carry: markup, quotes, a terminal's escape, a bidirectional override, a bell, Markdown. */
export const HOSTILE = "</title><script>alert(1)</script>\"'&|`*\u001b[31m\u202e\u0007 end";

/** A report in which every text is hostile. */
export function hostileReport(): EvaluationReport {
  const metrics = { [HOSTILE]: { ...around(0.5, 0.1), p: 0.01 } };
  const point = { y: 0.5, low: 0.4, high: 0.6 };
  const plot = { title: HOSTILE, x: HOSTILE, y: HOSTILE };
  return {
    protocol: {
      ...PROTOCOL,
      task: HOSTILE,
      dataset: HOSTILE,
      unit: HOSTILE,
      [HOSTILE]: [HOSTILE, { [HOSTILE]: 1 }],
    },
    results: [{ system: HOSTILE, metrics, seconds: { [HOSTILE]: 1 } }],
    comparisons: [{ system: HOSTILE, against: HOSTILE, metrics }],
    published: [{ system: HOSTILE, metrics: { [HOSTILE]: 0.5 }, source: HOSTILE, differences: HOSTILE }],
    plots: [
      { ...plot, series: [{ name: HOSTILE, points: [{ x: HOSTILE, ...point }] }] },
      {
        ...plot,
        series: [
          {
            name: HOSTILE,
            points: [
              { x: 1, ...point },
              { x: 2, ...point },
            ],
          },
        ],
      },
    ],
  };
}
