import { expect, it } from "vitest";
import { addTogether, countMentions } from "../../../tools/dialogue/mention-counts.ts";
import type { RecordedDialogue } from "../../../tools/dialogue/said.ts";

const naming = (...items: number[]): RecordedDialogue => [{ by: "seeker", text: "", items }];

it("counts dialogues, not mentions, and pairs both ways", () => {
  const counts = countMentions([naming(0, 1, 0), naming(0, 1), naming(0, 2)], 4);
  expect([...counts.dialogues]).toEqual([3, 2, 1, 0]);
  expect(counts.together.get(0)?.get(1)).toBe(2);
  expect(counts.together.get(1)?.get(0)).toBe(2);
  expect(counts.together.get(1)?.get(2)).toBeUndefined();
});

it("adds what is named together, shrunk by five dialogues on either side", () => {
  const counts = countMentions([naming(0, 1), naming(0, 1), naming(0, 2)], 4);
  const into = new Float32Array(4);
  addTogether(counts, 0, 0.5, into);
  // 0 is named in three dialogues, 1 in two, 2 in one: 0.5 · 2 / √(8 · 7), 0.5 · 1 / √(8 · 6).
  expect(into[1]).toBeCloseTo(1 / Math.sqrt(56), 6);
  expect(into[2]).toBeCloseTo(0.5 / Math.sqrt(48), 6);
  expect([into[0], into[3]]).toEqual([0, 0]);
});
