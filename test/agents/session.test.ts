import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemorySaver } from "@langchain/langgraph";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import { afterAll, describe, expect, it } from "vitest";
import type { AgentEvent } from "../../agents/events.ts";
import { TurnQueue } from "../../agents/turn-queue.ts";
import { CiceroneError } from "../../memory/errors.ts";
import { UserId } from "../../memory/ids.ts";
import { filmId } from "../fixtures/films.ts";
import {
  agentOf,
  disliking,
  eventsOf,
  genre,
  judging,
  MORE,
  NOT_THOSE,
  seeking,
  titlesOf,
  UNDO,
} from "../support/agent.ts";
import { filmToolbox } from "../support/film-toolbox.ts";
import { userMemory } from "../support/user-memory.ts";

const ada = UserId.parse("ada");
const bob = UserId.parse("bob");
const folder = mkdtempSync(join(tmpdir(), "cicerone-session-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = {
  "sci-fi": seeking((before) => ({ ...before, constraints: [genre("Sci-Fi")], count: 3 })),
  "no horror": disliking("Horror"),
  "seen heat": judging("seen", filmId("Heat")),
  more: MORE,
  "not those": NOT_THOSE,
  undo: UNDO,
};

function last(events: readonly AgentEvent[]): AgentEvent | undefined {
  return events.at(-1);
}

describe("a session", () => {
  it("resumes its thread after a restart, from SQLite", async () => {
    const path = join(folder, "threads.sqlite");
    const users = userMemory();
    const before = await agentOf(script, { saver: SqliteSaver.fromConnString(path), users });
    const first = await before.session().ask("sci-fi");

    const after = await agentOf(script, { saver: SqliteSaver.fromConnString(path), users });
    const resumed = await after.session().resume?.();
    expect(resumed?.said).toEqual([{ user: "sci-fi", agent: first.reply }]);
    expect(resumed?.last?.answer.items).toEqual(first.items);
    const second = await after.session().ask("more");
    expect(second.turn).toBe(2);
    expect(titlesOf(second)).toHaveLength(3);
    for (const title of titlesOf(second)) expect(titlesOf(first)).not.toContain(title);
  });

  it("writes one checkpoint a turn", async () => {
    const saver = SqliteSaver.fromConnString(":memory:");
    const session = (await agentOf(script, { saver })).session();
    await session.ask("sci-fi");
    await session.ask("more");
    expect(saver.db.prepare("select count(*) as n from checkpoints").get()).toEqual({ n: 2 });
  });

  it("never shows again for a request what it showed, and says when there is no more", async () => {
    const session = (await agentOf(script)).session();
    const seen = titlesOf(await session.ask("sci-fi"));
    for (let turn = 0; turn < 4; turn += 1) {
      const page = titlesOf(await session.ask("more"));
      for (const title of page) expect(seen).not.toContain(title);
      seen.push(...page);
    }
    const sciFi = [
      "2001: A Space Odyssey",
      "Alien",
      "Aliens",
      "Blade Runner",
      "Contact",
      "Dark City",
      "Gattaca",
    ];
    expect(seen.sort()).toEqual([...sciFi, "The Matrix", "The Terminator"]);
    expect((await session.ask("more")).reply).toMatch(/^That was all/u);
  });

  it("turns down for this thread what 'not those' is said of", async () => {
    const agent = await agentOf(script);
    const first = await agent.session().ask("sci-fi");
    const second = await agent.session().ask("not those");
    expect(titlesOf(second)).toHaveLength(3);
    const rejected = agent.users.history(ada, "films", "t1");
    expect(rejected.map(({ verdict, scope }) => `${verdict} ${scope}`)).toEqual(
      Array(3).fill("rejected tonight"),
    );
    expect(rejected.map(({ item }) => item)).toEqual(first.items.map(({ id }) => id));
    expect(agent.users.history(ada, "films", "another thread")).toEqual([]);
  });

  it("counts within the turn what the turn said", async () => {
    const both = disliking("Horror", { steps: [{ tool: "retrieve" }, { tool: "score" }] });
    const turn = await (await agentOf({ both })).session().ask("both");
    expect(turn.items.length).toBeGreaterThan(0);
    for (const item of turn.items) expect(item.facets.genre).not.toContain("Horror");
    expect(turn.constraints.map(({ source }) => source)).toEqual(["profile"]);
  });

  it("keeps the list and moves the next one up when one of it is known already", async () => {
    const session = (
      await agentOf({
        "sci-fi": seeking((before) => ({ ...before, constraints: [genre("Sci-Fi")], count: 3 })),
        "seen the first": (situation) => {
          const [first] = situation.shortlist.candidates;
          return {
            ...judging("seen", first?.item ?? filmId("Heat")),
            steps: [{ tool: "retrieve" }, { tool: "score" }],
          };
        },
      })
    ).session();
    const before = await session.ask("sci-fi");
    const after = await session.ask("seen the first");
    expect(titlesOf(after).slice(0, 2)).toEqual(titlesOf(before).slice(1));
    expect(after.items).toHaveLength(3);
    expect(titlesOf(before)).not.toContain(titlesOf(after)[2]);
  });

  it("takes off the table what the person rules out", async () => {
    const session = (await agentOf(script)).session();
    expect(titlesOf(await session.ask("sci-fi"))).toContain("Alien");
    const turn = await session.ask("no horror");
    expect(turn.items).toHaveLength(3);
    for (const { facets } of turn.items) expect(facets.genre).not.toContain("Horror");
    expect(turn.reply).toMatch(/no horror films/iu);
  });

  it("undoes several steps: the list, the request, and what was remembered", async () => {
    const agent = await agentOf(script);
    const session = agent.session();
    const first = await session.ask("sci-fi");
    await session.ask("no horror");
    await session.ask("more");
    const back = await session.ask("undo");
    const notHorror = first.items.filter(({ facets }) => !(facets.genre as string[]).includes("Horror"));
    expect(titlesOf(back).slice(0, notHorror.length)).toEqual(titlesOf({ items: notHorror }));
    expect(agent.users.facts(ada, "films", "t1")).toHaveLength(1);
    await session.ask("undo");
    expect(agent.users.facts(ada, "films", "t1")).toEqual([]);
    const empty = await session.ask("undo");
    expect(empty.items).toEqual([]);
    expect(empty.constraints).toEqual([]);
    expect((await session.ask("undo")).reply).toMatch(/nothing to undo|beginning/u);
  });

  it("keeps two users apart, whatever their thread is called", async () => {
    const agent = await agentOf(script);
    await agent.session({ user: ada }).ask("seen heat");
    await agent.session({ user: ada }).ask("sci-fi");
    const stranger = agent.session({ user: bob });
    expect((await stranger.resume?.())?.said).toEqual([]);
    const more = await stranger.ask("more");
    expect(more.constraints).toEqual([]);
    expect(more.turn).toBe(1);
    expect(agent.users.history(bob, "films", "t1")).toEqual([]);
  });

  it("does not confuse a user and thread with another whose names join to the same", async () => {
    const agent = await agentOf(script);
    await agent.session({ user: UserId.parse("a/b"), thread: "c" }).ask("sci-fi");
    const other = agent.session({ user: UserId.parse("a"), thread: "b/c" });
    expect((await other.resume?.())?.said).toEqual([]);
  });

  it("queues what is said at once, also over two sessions of the thread", async () => {
    const queue = new TurnQueue();
    const agent = await agentOf(script);
    const turns = await Promise.all([
      agent.session({ queue }).ask("sci-fi"),
      agent.session({ queue }).ask("more"),
      agent.session({ queue }).ask("more"),
    ]);
    expect(turns.map(({ turn }) => turn)).toEqual([1, 2, 3]);
    expect(new Set(turns.flatMap(titlesOf)).size).toBe(9);
  });

  it("keeps nothing of a turn that was cancelled", async () => {
    const abort = new AbortController();
    const toolbox = await filmToolbox();
    const agent = await agentOf(script, {
      toolbox: {
        ...toolbox,
        score: (input, signal) => {
          if (input.request.constraints.length > 0) abort.abort();
          return toolbox.score(input, signal);
        },
      },
    });
    const session = agent.session();
    await session.ask("no horror");
    const before = await session.resume?.();
    const events = await eventsOf(session.say("sci-fi", { signal: abort.signal }));
    expect(last(events)).toMatchObject({ type: "turn-failed", turn: 2, code: "cancelled" });
    expect(await session.resume?.()).toEqual(before);
    expect(agent.users.facts(ada, "films", "t1")).toHaveLength(1);
    expect((await session.ask("undo")).turn).toBe(2);
  });

  it("keeps nothing of a turn that was cancelled when its answer was there already", async () => {
    const agent = await agentOf(script);
    const session = agent.session();
    const abort = new AbortController();
    const events: AgentEvent[] = [];
    for await (const event of session.say("no horror", { signal: abort.signal })) {
      events.push(event);
      if (event.type === "answer-delta") {
        // Time enough for the run to get as far as it can before the abort.
        await new Promise((resolve) => setTimeout(resolve, 20));
        abort.abort();
      }
    }
    expect(last(events)).toMatchObject({ type: "turn-failed", turn: 1, code: "cancelled" });
    expect(agent.users.facts(ada, "films", "t1")).toEqual([]);
    expect((await session.resume?.())?.said).toEqual([]);
    expect((await session.ask("no horror")).turn).toBe(1);
    expect(agent.users.facts(ada, "films", "t1")).toHaveLength(1);
  });

  it("takes back what it remembered when the thread can't be written", async () => {
    class FullDisk extends MemorySaver {
      full = true;
      override put(...input: Parameters<MemorySaver["put"]>): ReturnType<MemorySaver["put"]> {
        return this.full ? Promise.reject(new Error("disk full")) : super.put(...input);
      }
    }
    const saver = new FullDisk();
    const agent = await agentOf(script, { saver });
    const events = await eventsOf(agent.session().say("no horror"));
    expect(last(events)).toMatchObject({ type: "turn-failed", message: "The turn failed: disk full" });
    expect(events.some(({ type }) => type === "turn-finished")).toBe(false);
    expect(agent.users.facts(ada, "films", "t1")).toEqual([]);
    saver.full = false;
    expect((await agent.session().ask("no horror")).turn).toBe(1);
  });

  it("says of a turn that failed after forgetting that what was forgotten stays forgotten", async () => {
    const abort = new AbortController();
    const agent = await agentOf({
      ...script,
      "forget that": {
        acts: [{ act: "forget", what: "last", items: [] }],
        steps: [{ tool: "forget" }],
        forget: { kind: "turn", thread: "t1", turn: 1 },
      },
    });
    const session = agent.session();
    await session.ask("no horror");
    const events: AgentEvent[] = [];
    for await (const event of session.say("forget that", { signal: abort.signal })) {
      events.push(event);
      if (event.type === "answer-delta") abort.abort();
    }
    expect(last(events)).toMatchObject({
      code: "cancelled",
      message: "The turn was cancelled; nothing of it is kept, but what was forgotten stays forgotten.",
    });
    expect(agent.users.facts(ada, "films", "t1")).toEqual([]);
  });

  it("waits for the turns before it no longer than its signal and its budget allow", async () => {
    const queue = new TurnQueue();
    const agent = await agentOf(script);
    await agent.session({ queue }).ask("sci-fi");
    const leave = await queue.enter("films/ada/t1");
    const abort = new AbortController();
    const cancelled = eventsOf(agent.session({ queue }).say("more", { signal: abort.signal }));
    const late = eventsOf(agent.session({ queue, budgetMs: 20 }).say("more"));
    const patient = agent.session({ queue }).ask("more");
    abort.abort();
    expect(await cancelled).toMatchObject([{ type: "turn-failed", turn: 2, code: "cancelled" }]);
    expect(await late).toMatchObject([{ type: "turn-failed", turn: 2, code: "budget-exceeded" }]);
    leave();
    expect((await patient).turn).toBe(2);
  });

  it("is cancelled before it starts when the signal has aborted already", async () => {
    const session = (await agentOf(script)).session();
    await expect(session.ask("sci-fi", { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "cancelled",
    });
    expect((await session.ask("sci-fi")).turn).toBe(1);
  });

  it("ends a turn that whoever listened walked away from", async () => {
    const agent = await agentOf(script);
    const session = agent.session();
    for await (const event of session.say("no horror")) if (event.type === "plan-made") break;
    expect(agent.users.facts(ada, "films", "t1")).toEqual([]);
    expect((await session.ask("sci-fi")).turn).toBe(1);
  });

  it("fails a turn that takes longer than its budget, and stays usable", async () => {
    const toolbox = await filmToolbox();
    let slow = true;
    const agent = await agentOf(script, {
      toolbox: {
        ...toolbox,
        retrieve: (input, signal) => (slow ? new Promise(() => {}) : toolbox.retrieve(input, signal)),
      },
    });
    const session = agent.session({ budgetMs: 30 });
    const events = await eventsOf(session.say("sci-fi"));
    expect(last(events)).toMatchObject({
      type: "turn-failed",
      code: "budget-exceeded",
      hint: expect.any(String),
    });
    slow = false;
    expect((await agent.session().ask("sci-fi")).turn).toBe(1);
  });

  it("fails a turn with the tool's own code and hint, and stays usable", async () => {
    const toolbox = await filmToolbox();
    let broken = true;
    const agent = await agentOf(script, {
      toolbox: {
        ...toolbox,
        score: async (input, signal) => {
          if (broken)
            throw new CiceroneError("scorer-missing", "There is no scorer.", {
              hint: "cicerone train",
            });
          return toolbox.score(input, signal);
        },
      },
    });
    const session = agent.session();
    const events = await eventsOf(session.say("sci-fi"));
    expect(last(events)).toMatchObject({
      type: "turn-failed",
      turn: 1,
      code: "scorer-missing",
      hint: "cicerone train",
    });
    broken = false;
    expect((await session.ask("sci-fi")).items).toHaveLength(3);
  });

  it("refuses a plan that names what the catalogue does not have, before anything runs", async () => {
    const ghost = seeking((before) => ({
      ...before,
      constraints: [{ ...genre("Sci-Fi"), facet: "colour" }],
    }));
    const events = await eventsOf((await agentOf({ ghost })).session().say("ghost"));
    expect(last(events)).toMatchObject({
      type: "turn-failed",
      code: "invalid-plan",
      message: expect.stringContaining("colour"),
    });
    expect(events.some(({ type }) => type === "tool-started")).toBe(false);
  });

  it("reads text without control characters and no more than 4,000 characters of it", async () => {
    const session = (await agentOf(script)).session();
    const events = await eventsOf(session.say("sci\u0007-\u001b[31mfi\n"));
    expect(events[0]).toMatchObject({ type: "turn-started", text: "sci - [31mfi" });
    const long = await session.ask("x".repeat(5000));
    expect(long.reply).toMatch(/^That was long: I read the first 4,000 characters\./u);
    expect((await session.resume?.())?.said.at(-1)?.user).toHaveLength(4000);
  });

  it("forgets at once, and says exactly what", async () => {
    const agent = await agentOf({
      ...script,
      "forget that": {
        acts: [{ act: "forget", what: "last", items: [] }],
        steps: [{ tool: "forget" }],
        forget: { kind: "turn", thread: "t1", turn: 1 },
      },
    });
    const session = agent.session();
    await session.ask("no horror");
    const turn = await session.ask("forget that");
    expect(turn.reply).toBe("Forgotten: that you want no horror films.");
    expect((await session.resume?.())?.said.map(({ user }) => user)).toEqual(["forget that"]);
    expect(turn.constraints).toEqual([]);
    expect(agent.users.facts(ada, "films", "t1")).toEqual([]);
    expect((await session.ask("undo")).constraints).toEqual([]);
  });

  it("forgets what was named and not what was said in the same breath", async () => {
    const heat = judging("liked", filmId("Heat")).acts;
    const agent = await agentOf({
      "loved both": { acts: [...heat, ...judging("liked", filmId("Goodfellas")).acts] },
      "forget heat, crime please": {
        acts: [{ act: "forget", what: "items", items: [filmId("Heat")] }, { act: "seek" }],
        request: (before) => ({ ...before, constraints: [genre("Crime")], count: 10 }),
        steps: [{ tool: "forget" }, { tool: "retrieve" }, { tool: "score" }],
        forget: { kind: "items", items: [filmId("Heat")] },
      },
    });
    const session = agent.session();
    await session.ask("loved both");
    const crime = titlesOf(await session.ask("forget heat, crime please"));
    expect(crime).toContain("Heat");
    expect(crime).not.toContain("Goodfellas");
    expect(agent.users.history(ada, "films", "t1").map(({ item }) => item)).toEqual([filmId("Goodfellas")]);
  });
});
