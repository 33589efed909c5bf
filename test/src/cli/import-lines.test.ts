import { describe, expect, it } from "vitest";
import { fittedLines, updateLines } from "../../../src/cli/import-lines.ts";
import type { FitReport } from "../../../src/prepare.ts";

function report(kind: string, note?: string): FitReport {
  return {
    scorer: {
      format: 1,
      kind,
      catalogue: { name: "shop", items: 20_000, checksum: "" },
      hyperparameters: {},
      created: 0,
    },
    note,
    rater: undefined,
    seconds: { text: 1, scorer: 23.44, rater: 0 },
  };
}

describe("what is said of a fit", () => {
  it("names the scorer that was fitted", () => {
    expect(fittedLines(report("linear"))).toEqual([
      "fitted: text 1.0 s, scorer (linear) 23.4 s",
      "  no rater: there are no ratings",
    ]);
  });

  it("says why it is not the linear one", () => {
    const why = "20,000 items are more than the 12,500 that linear takes";
    expect(fittedLines(report("factors", why)).slice(0, 2)).toEqual([
      "fitted: text 1.0 s, scorer (factors) 23.4 s",
      `  factors: ${why}`,
    ]);
  });

  it("says what stands in where none was fitted, and why", () => {
    expect(fittedLines(report("content", "7 interactions are too few")).slice(0, 2)).toEqual([
      "fitted: text 1.0 s",
      "  no scorer: 7 interactions are too few; likeness of content stands in",
    ]);
  });
});

describe("what is said of an update", () => {
  it("tells where nothing was new what could have been meant", () => {
    const none = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: [] };
    const counts = { items: 2, users: 1, interactions: 3 };
    const updated = {
      ...{ name: "shop", items: none, interactions: none, counts, newUsers: 0 },
      ...{ unreadable: [], emptyFacets: [], notThere: [], seconds: 0 },
    };
    expect(updateLines(updated, undefined)).toEqual([
      "shop: nothing is new in its files (a changed descriptor takes effect with data import)",
    ]);
  });
});
