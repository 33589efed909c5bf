import { describe, expect, it } from "vitest";
import {
  differenceText,
  estimateText,
  numberText,
  precisionOf,
  pText,
  publishedTexts,
  verdictText,
} from "../../../../src/evaluation/reporting/figures.ts";
import { around } from "../../../support/evaluation-report.ts";

const text = (value: number, half: number): string =>
  estimateText(around(value, half), precisionOf([around(value, half)]));

describe("figures", () => {
  it("end where noise begins", () => {
    expect(text(0.2154, 0.025)).toBe("0.215 [0.19, 0.24]");
    expect(text(0.2154, 0.011)).toBe("0.215 [0.204, 0.226]");
    expect(text(0.21543, 0.0008)).toBe("0.2154 [0.2146, 0.2162]");
  });

  it("of a metric share the precision of the narrowest interval", () => {
    expect(precisionOf([around(0.2, 0.025), around(0.3, 0.001)])).toEqual({ value: 4, interval: 4 });
    expect(precisionOf([around(0.2, 0.025)])).toEqual({ value: 3, interval: 2 });
  });

  it("beyond ten have fewer decimals", () => {
    expect(text(12.3456, 0.4)).toBe("12.3 [11.9, 12.7]");
  });

  it("without noise or without a number say no interval", () => {
    expect(text(0, 0)).toBe("0.000");
    expect(text(Number.NaN, Number.NaN)).toBe("–");
    expect(estimateText(undefined, { value: 3, interval: 2 })).toBe("–");
  });

  it("carry a sign where they are differences, and none at zero", () => {
    const precision = { value: 3, interval: 2 };
    expect(differenceText(around(0.121, 0.02), precision)).toBe("+0.121 [+0.10, +0.14]");
    expect(differenceText(around(-0.05, 0.02), precision)).toBe("−0.050 [−0.07, −0.03]");
    expect(differenceText({ value: -0.00001, low: -0.1, high: 0.1 }, precision)).toBe("0.000 [−0.10, +0.10]");
    expect(numberText(-0.0001, 2)).toBe("0.00");
  });

  it("of others keep their decimals, the same down a column", () => {
    expect(publishedTexts([0.065, 0.0594, undefined])).toEqual(["0.0650", "0.0594", ""]);
    expect(publishedTexts([0.009783])).toEqual(["0.0098"]);
  });
});

describe("a difference", () => {
  it("is higher or lower only beyond chance", () => {
    expect(verdictText({ ...around(0.1, 0.02), p: 0.049 })).toBe("higher");
    expect(verdictText({ ...around(-0.1, 0.02), p: 0.002 })).toBe("lower");
    expect(verdictText({ ...around(0.1, 0.2), p: 0.05 })).toBe("within chance");
    expect(verdictText({ ...around(0.1, 0.2), p: Number.NaN })).toBe("unknown");
  });

  it("names a p of three decimals", () => {
    expect([pText(0.002), pText(0.00099), pText(1)]).toEqual(["0.002", "< 0.001", "1.000"]);
  });
});
