import { describe, expect, it } from "vitest";
import { meanValues, overAll, STATISTICS } from "../../../../src/evaluation/statistics/statistic.ts";
import { bleuOf, bleuStatistics } from "../../../../src/evaluation/text/bleu.ts";

const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe("figures over units", () => {
  it("mean: units without a value are left out, and a unit drawn twice counts twice", () => {
    const { columns } = meanValues([1, Number.NaN, 4]);
    expect(STATISTICS.mean(columns, [1, 1, 1])).toBe(2.5);
    expect(STATISTICS.mean(columns, [2, 5, 1])).toBe(2);
    expect(STATISTICS.mean(columns, [0, 3, 0])).toBeNaN();
  });

  it("ratio: sums first, then divides; the mean over folds", () => {
    const one = [column(1, 3), column(2, 2)];
    expect(STATISTICS.ratio(one, [1, 1])).toBe(1);
    expect(STATISTICS.ratio([...one, column(1, 1), column(1, 3)], [1, 1])).toBe(0.75);
  });

  it("root-ratio: errors of 3 and 4 over two ratings are √(25/2)", () => {
    expect(STATISTICS["root-ratio"]([column(9, 16), column(1, 1)], [1, 1])).toBe(Math.sqrt(12.5));
  });

  it("auc: of four pairs two are won and one is a tie", () => {
    // Scores .1 (no), .4 (yes), .4 (no), .8 (yes): .8 beats both, .4 beats .1 and ties with .4.
    const rows = [column(0, 1, 2, 3), column(0.1, 0.4, 0.4, 0.8), column(0, 1, 0, 1)];
    expect(STATISTICS.auc(rows, [1, 1, 1, 1])).toBe(3.5 / 4);
    expect(STATISTICS.auc(rows, [1, 1, 0, 1])).toBe(1);
  });

  it("distinct: different items of the sample over all there are, or over all that was drawn", () => {
    const rows = [column(0, 0, 1, 1), column(7, 8, 8, 9)];
    expect(STATISTICS.distinct([...rows, column(10)], [1, 1])).toBe(0.3);
    expect(STATISTICS.distinct([...rows, column(10)], [3, 0])).toBe(0.2);
    expect(STATISTICS.distinct([...rows, column(0)], [1, 1])).toBe(0.75);
  });

  it("bleu: of the sums over the sample, so that a unit drawn twice counts twice", () => {
    const whole = bleuStatistics("the cat sat on the mat", ["the cat sat on the mat"]);
    const half = bleuStatistics("a dog barked", ["a dog slept"]);
    const columns = Array.from(whole, (value, place) => column(value, half[place] ?? 0));
    expect(STATISTICS.bleu(columns, [1, 0])).toBe(1);
    expect(STATISTICS.bleu(columns, [2, 1])).toBeCloseTo(
      bleuOf(whole.map((value, place) => 2 * value + (half[place] ?? 0))),
      12,
    );
    expect(STATISTICS.bleu(columns, [0, 0])).toBeNaN();
  });

  it("is over every unit once where nothing is drawn", () => {
    expect(overAll(meanValues([1, 2, 6]), 3)).toBe(3);
  });
});
