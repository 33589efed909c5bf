import { describe, expect, it } from "vitest";
import { AgentEvent } from "../../agents/events.ts";
import { agentOf, eventsOf, genre, seeking, titlesOf, under } from "../support/agent.ts";

const sciFi = seeking((before) => ({ ...before, constraints: [genre("Sci-Fi")], count: 3 }));

describe("a turn through the graph", () => {
  it("tells what it does in order and ends with an answer", async () => {
    const events = await eventsOf((await agentOf({ "sci-fi": sciFi })).session().say("sci-fi"));
    const types = events.map(({ type }) => type).filter((type, place, all) => type !== all[place - 1]);
    expect(types).toEqual([
      "turn-started",
      "memory-recalled",
      "plan-made",
      ...Array.from({ length: 4 }, () => ["tool-started", "tool-finished"]).flat(),
      "critique-made",
      "answer-delta",
      "turn-finished",
    ]);
    expect(
      events.filter(({ type }) => type === "tool-started").map((event) => "tool" in event && event.tool),
    ).toEqual(["retrieve", "score", "rate", "explain"]);
    for (const event of events) expect(AgentEvent.parse(event)).toEqual(event);
    const deltas = events.flatMap((event) => (event.type === "answer-delta" ? [event.text] : []));
    const last = events.at(-1);
    expect(last?.type === "turn-finished" && last.reply).toBe(deltas.join(""));
  });

  it("shows items that meet every constraint", async () => {
    const both = seeking((before) => ({ ...before, constraints: [genre("Sci-Fi"), under(110)], count: 5 }));
    const turn = await (await agentOf({ both })).session().ask("both");
    expect(titlesOf(turn).sort()).toEqual(["Dark City", "Gattaca", "The Terminator"]);
    expect(turn.relaxed).toEqual([]);
    expect(turn.mind).toBe("grammar");
  });
});
