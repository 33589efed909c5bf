import { describe, expect, it } from "vitest";
import type { Plot } from "../../../../src/evaluation/report.ts";
import { plotSvg } from "../../../../src/evaluation/reporting/plot-svg.ts";
import { BARS, CURVES } from "../../../support/evaluation-report.ts";

async function drawn(plot: Plot): Promise<string> {
  return (await plotSvg(plot, "p"))?.markup ?? "";
}

/** What is centred: the name of y, then what stands along x, then the name of x. */
function labels(svg: string): string[] {
  return [...svg.matchAll(/<text text-anchor="middle"[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
}

describe("a plot", () => {
  it("with numbers along x has a line, a band and marks for each series", async () => {
    const svg = await drawn(CURVES);
    expect(svg.match(/class="mark-line /g)).toHaveLength(2);
    expect(svg.match(/class="mark-area /g)).toHaveLength(2);
    expect(svg.match(/class="mark-symbol /g)).toHaveLength(2);
    expect(svg).toContain("var(--series-1,");
    expect(svg).toContain("var(--series-2,");
  });

  it("spreads cut-offs evenly by their logarithm and marks each", async () => {
    const svg = await drawn(CURVES);
    expect(labels(svg)).toEqual(["recall@k", "1", "10", "100", "items in the list"]);
    const line = /class="mark-line[^>]*><path d="M0,[\d.]+L([\d.]+),/.exec(svg);
    expect(Number(line?.[1])).toBe(300);
  });

  it("with names along x has bars and whiskers with ends", async () => {
    const svg = await drawn(BARS);
    expect(svg.match(/class="mark-rect /g)).toHaveLength(1);
    expect(svg.match(/class="mark-rule role-mark/g)).toHaveLength(1);
    expect(svg.match(/class="mark-symbol role-mark/g)).toHaveLength(2);
    expect(labels(svg)).toEqual(["recall@10", "few", "many", "group"]);
  });

  it("has whiskers only where there are intervals", async () => {
    const series = [
      {
        name: "a",
        points: [
          { x: "few", y: 0.2 },
          { x: "many", y: 0.3, low: 0.2, high: 0.4 },
        ],
      },
    ];
    const svg = await drawn({ ...BARS, series });
    const [, whiskers = ""] = /class="mark-rule role-mark[^>]*>(.*?)<\/g>/.exec(svg) ?? [];
    expect(whiskers.match(/<line/g)).toHaveLength(1);
  });

  it("shows what perfect calibration looks like", async () => {
    const points = [1, 3, 5].map((x) => ({ x, y: x }));
    const plot = { title: "t", x: "predicted", y: "given", series: [{ name: "rater", points }] };
    const plain = await drawn(plot);
    const svg = await drawn({ ...plot, diagonal: true });
    expect(plain).not.toContain("mark-rule role-mark");
    const rule = /class="mark-rule role-mark[^>]*><line transform="translate\(0,300\)" x2="600" y2="-300"/;
    expect(svg).toMatch(rule);
  });

  it("leaves out what is no number, and draws nothing where nothing is left", async () => {
    const series = [
      {
        name: "a",
        points: [
          { x: 1, y: Number.NaN },
          { x: 2, y: 0.5 },
          { x: 3, y: 0.6 },
        ],
      },
    ];
    const svg = await drawn({ ...CURVES, series });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(await plotSvg({ ...CURVES, series: [] }, "p")).toBeUndefined();
  });

  it("draws a single point", async () => {
    const svg = await drawn({ ...CURVES, series: [{ name: "a", points: [{ x: 10, y: 0.5 }] }] });
    expect(svg).toContain("mark-symbol");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("is the same whenever it is drawn", async () => {
    expect(await drawn(CURVES)).toBe(await drawn(CURVES));
  });
});
