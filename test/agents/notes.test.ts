import { expect, it } from "vitest";
import { UserId } from "../../memory/ids.ts";
import { temporaryMemory } from "../../memory/users/sqlite-user-store.ts";
import { filmId } from "../fixtures/films.ts";
import { agentOf, judging, type TestAgent } from "../support/agent.ts";
import type { Meaning } from "../support/scripted-understanding.ts";

const heat = filmId("Heat");
const ask: Meaning = {
  acts: [{ act: "look-up", items: [heat], facets: [] }],
  steps: [{ tool: "look-up", items: [heat], facets: [] }],
};
const script: Record<string, Meaning> = {
  "what is heat about?": ask,
  "loved heat": judging("liked", heat),
  "seen heat": judging("seen", heat),
  undo: { acts: [{ act: "undo" }], steps: [{ tool: "undo" }] },
};

async function talk(): Promise<TestAgent> {
  const { users, notes } = temporaryMemory();
  return agentOf(script, { users, notes });
}

it("ends what it says about an item with what this person said of it", async () => {
  const agent = await talk();
  const session = agent.session();
  expect((await session.ask("what is heat about?")).reply).not.toContain("You said");
  await session.ask("loved heat");
  expect((await session.ask("what is heat about?")).reply).toMatch(/\nYou said: “liked”\.$/u);
  const elsewhere = agent.session({ thread: "t2" });
  expect((await elsewhere.ask("what is heat about?")).reply).toContain("You said: “liked”.");
  const other = agent.session({ user: UserId.parse("bob") });
  expect((await other.ask("what is heat about?")).reply).not.toContain("You said");
});

it("no longer quotes what was undone", async () => {
  const session = (await talk()).session();
  await session.ask("loved heat");
  await session.ask("undo");
  expect((await session.ask("what is heat about?")).reply).not.toContain("You said");
});

it("does not quote that something was seen: that says nothing of it", async () => {
  const session = (await talk()).session();
  await session.ask("seen heat");
  expect((await session.ask("what is heat about?")).reply).not.toContain("You said");
});
