import { describe, expect, it } from "vitest";
import { type Choice, fitChoices } from "../../../tools/dialogue/choice-model.ts";

const between = (chosen: number, other: number, stands = 1): Choice => ({
  chosen: Float32Array.of(chosen),
  others: Float32Array.of(other),
  stands: Float32Array.of(stands),
});

describe("the conditional logit", () => {
  it("finds log 3 where a feature wins three times out of four", () => {
    const choices = [between(1, 0), between(1, 0), between(1, 0), between(0, 1)];
    expect(fitChoices(choices, 1)[0]).toBeCloseTo(Math.log(3), 1);
  });

  it("takes one that was drawn for as many as it stands for", () => {
    // e^w / (e^w + 3) = 1/2 where it is chosen every second time against three without: w = log 3.
    const choices = [
      between(1, 0, 3),
      {
        ...between(0, 1),
        chosen: Float32Array.of(0),
        others: Float32Array.of(1, 0),
        stands: Float32Array.of(1, 2),
      },
    ];
    expect(fitChoices(choices, 1)[0]).toBeCloseTo(Math.log(3), 1);
  });

  it("gives a feature that never differs no weight", () => {
    const choice: Choice = {
      chosen: Float32Array.of(1, 5),
      others: Float32Array.of(0, 5),
      stands: Float32Array.of(1),
    };
    const weights = fitChoices([choice, choice], 2);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[1]).toBeCloseTo(0, 9);
  });
});
