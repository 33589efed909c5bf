import { describe, expect, it } from "vitest";
import { byteProgress } from "../../../src/cli/byte-progress.ts";

describe("the progress of bytes", () => {
  it("says how many of how many, how fast, and how long it still takes", () => {
    let now = 0;
    const text = byteProgress(() => now);
    const at = (time: number, done: number, total: number | undefined = 239e6) => {
      now = time;
      return text({ stage: "fetching ml-32m.zip", fraction: undefined, bytes: { done, total } });
    };
    expect(at(0, 100e6)).toBe("100 of 239 MB");
    expect(at(2_000, 107e6)).toBe("107 of 239 MB, 3.5 MB/s, 38 s left");
    expect(at(2_050, 108e6)).toBeUndefined();
    expect(at(4_000, 239e6)).toBe("239 of 239 MB, 34.8 MB/s");
  });

  it("does without a total, and leaves stages without bytes alone", () => {
    const text = byteProgress(() => 0);
    expect(text({ stage: "testing x.gz", fraction: undefined, bytes: { done: 5e6, total: undefined } })).toBe(
      "5.0 MB",
    );
    expect(text({ stage: "fitting", fraction: 0.5 })).toBe("");
  });
});
