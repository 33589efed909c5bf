import { MemorySaver, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Answer } from "../../agents/answer.ts";
import { buildGraph } from "../../agents/graph.ts";
import { createGrammarMind } from "../../agents/minds/grammar/grammar-mind.ts";
import { filmCatalogue } from "../fixtures/films.ts";
import { genre, MORE, seeking, titlesOf } from "../support/agent.ts";
import { filmToolbox } from "../support/film-toolbox.ts";
import { scriptedUnderstanding } from "../support/scripted-understanding.ts";
import { userMemory } from "../support/user-memory.ts";

const catalogue = filmCatalogue();

async function agentGraph() {
  const understanding = scriptedUnderstanding({
    "sci-fi": seeking((before) => ({ ...before, constraints: [genre("Sci-Fi")], count: 3 })),
    more: MORE,
  });
  const grammar = createGrammarMind({ catalogue, understanding });
  let now = 0;
  return buildGraph({
    catalogue,
    users: userMemory(),
    mind: grammar,
    grammar,
    toolbox: await filmToolbox(),
    clock: () => now++,
  });
}

describe("the agent as a node of another graph", () => {
  it("reads user, thread and text, writes the answer, and keeps its thread with the outer checkpointer", async () => {
    const Outer = new StateSchema({
      user: z.string(),
      thread: z.string(),
      text: z.string(),
      answer: z.custom<Answer>().optional(),
      headline: z.string().optional(),
    });
    const outer = new StateGraph(Outer)
      .addNode("agent", (await agentGraph()).compile({ checkpointer: true }))
      .addNode("shout", ({ answer }) => ({ headline: answer?.items[0]?.title.toUpperCase() }))
      .addEdge(START, "agent")
      .addEdge("agent", "shout")
      .compile({ checkpointer: new MemorySaver() });
    const config = { configurable: { thread_id: "outer" } };
    const first = await outer.invoke({ user: "ada", thread: "t", text: "sci-fi" }, config);
    expect(first.answer?.items).toHaveLength(3);
    expect(first.headline).toBe(first.answer?.items[0]?.title.toUpperCase());
    const second = await outer.invoke({ user: "ada", thread: "t", text: "more" }, config);
    for (const title of titlesOf({ items: second.answer?.items ?? [] })) {
      expect(titlesOf({ items: first.answer?.items ?? [] })).not.toContain(title);
    }
    expect(second.answer?.items).toHaveLength(3);
  });

  it("starts anew for another person or thread on the same checkpoint thread", async () => {
    const graph = (await agentGraph()).compile({ checkpointer: new MemorySaver() });
    const config = { configurable: { thread_id: "outer" } };
    const say = (user: string, thread: string, text: string) => graph.invoke({ user, thread, text }, config);
    const anna = await say("anna", "t", "sci-fi");
    expect(anna.answer.constraints).toHaveLength(1);
    const ben = await say("ben", "t", "more");
    expect(ben.answer.constraints).toEqual([]);
    expect(ben.conversation.said.map(({ user }: { user: string }) => user)).toEqual(["more"]);
    await say("anna", "t", "sci-fi");
    const elsewhere = await say("anna", "another", "more");
    expect(elsewhere.answer.constraints).toEqual([]);
    expect(elsewhere.conversation.turn).toBe(4);
  });

  it("runs without a checkpointer and without anybody listening", async () => {
    const graph = (await agentGraph()).compile();
    const { answer } = await graph.invoke({ user: "ada", thread: "t", text: "sci-fi" });
    expect(answer.items).toHaveLength(3);
  });
});
