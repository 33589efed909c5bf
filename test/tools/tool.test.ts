import { expect, test } from "vitest";
import { z } from "zod";
import { CiceroneError } from "../../memory/errors.ts";
import { type AgentTool, asLangChainTool } from "../../tools/tool.ts";

const schema = z.object({ facet: z.string() });

function failing(error: unknown): AgentTool<typeof schema, string> {
  return {
    name: "fail",
    description: "fails",
    schema,
    run: () => Promise.reject(error),
    tell: (output) => output,
  };
}

test("a model reads the hint of a tool's error in its message; code and cause stay", async () => {
  const cause = new Error("below");
  const error = new CiceroneError("unknown-facet", 'no facet "yeer"', { hint: "nearest: year", cause });
  await expect(asLangChainTool(failing(error)).invoke({ facet: "yeer" })).rejects.toMatchObject({
    name: "CiceroneError",
    code: "unknown-facet",
    message: 'no facet "yeer" (nearest: year)',
    hint: "nearest: year",
    cause,
  });
});

test("an error without a hint, and an error of somebody else, pass as they are", async () => {
  for (const error of [new CiceroneError("no-item", "no such item"), new Error("broken")]) {
    await expect(asLangChainTool(failing(error)).invoke({ facet: "x" })).rejects.toBe(error);
  }
});
