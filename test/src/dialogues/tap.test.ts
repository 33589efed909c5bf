import { expect, it } from "vitest";
import { parse } from "yaml";
import { tapHead, tapPoint } from "../../../src/dialogues/tap.ts";
import { threeResults } from "../../support/dialogue-results.ts";

const lines = [...tapHead(3), ...threeResults().flatMap((result, at) => tapPoint(result, at + 1))]
  .join("\n")
  .split("\n");

it("begins with the version and the plan, and has a point for each dialogue", () => {
  expect(lines.slice(0, 2)).toEqual(["TAP version 14", "1..3"]);
  expect(lines.filter((line) => /^(not )?ok\b/.test(line))).toEqual([
    "ok 1 - Fine",
    "not ok 2 - Less \\# than \\\\ 100 % <fine> & “good”",
    "not ok 3 - Not answered",
  ]);
});

it("indents what fell short as YAML that says everything", () => {
  const [start, end] = [lines.indexOf("  ---"), lines.indexOf("  ...")];
  const inner = lines.slice(start + 1, end);
  expect(inner.filter((line) => line !== "" && !line.startsWith("  "))).toEqual([]);
  expect(parse(inner.join("\n"))).toEqual({
    message: "turn 2: count",
    severity: "fail",
    at: { file: "dialogues/d.yaml", line: 1 },
    duration_ms: 1235,
    turns: [
      {
        turn: 2,
        said: "bye\u001b[31m",
        user: "ada",
        thread: "main",
        failures: [{ expected: "count: 5", came: "2", at: "dialogues/d.yaml:6" }],
        items: ["Heat", "Alien"],
        constraints: ["genre!=Horror"],
        reply: "One <b>\nok 7 - two & three\u0000\ud800",
      },
    ],
  });
});
