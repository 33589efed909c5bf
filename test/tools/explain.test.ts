import { expect, test } from "vitest";
import { createExplainTool, ExplainInput } from "../../tools/explain.ts";
import { createExplainer } from "../../tools/explaining/explainer.ts";
import { asLangChainTool } from "../../tools/tool.ts";
import { filmCatalogue, filmId, filmInteractions } from "../fixtures/films.ts";
import { neighbourScorer } from "../support/neighbour-scorer.ts";

const catalogue = filmCatalogue();
const explain = createExplainer({ catalogue, scorer: neighbourScorer(filmInteractions(), catalogue.size) });
const tool = createExplainTool({ catalogue, explain });
const input = {
  items: [filmId("Goodfellas"), filmId("Aliens")],
  taste: [{ item: filmId("Heat"), weight: 1, verdict: "liked" }],
  like: [filmId("Alien")],
};

test("gives what the explainer found, in the order asked", async () => {
  const parsed = ExplainInput.parse(input);
  const explained = await tool.run(parsed);
  expect(explained.map(({ item }) => item)).toEqual(input.items);
  expect(explained).toEqual(await explain(parsed));
});

test("tells a model each title with its claims, and says when there is nothing", async () => {
  const [first] = await tool.run(ExplainInput.parse(input));
  const told = tool.tell(first === undefined ? [] : [first, { item: filmId("Fargo"), claims: [] }]);
  expect(told.split("\n")).toEqual([
    "Goodfellas:",
    ...(first?.claims ?? []).map(({ claim }) => `- ${claim}`),
    "Fargo: nothing that could be shown speaks for it.",
  ]);
});

test("serves as a LangChain tool", async () => {
  const message = await asLangChainTool(tool).invoke({
    id: "1",
    name: "explain",
    type: "tool_call",
    args: input,
  });
  expect(message.content).toContain("Goodfellas:");
  expect(message.artifact).toEqual(await tool.run(ExplainInput.parse(input)));
});
