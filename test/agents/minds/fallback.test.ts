import { describe, expect, it } from "vitest";
import { withFallback } from "../../../agents/minds/fallback.ts";
import { createGrammarMind } from "../../../agents/minds/grammar/grammar-mind.ts";
import type { Extraction, Mind } from "../../../agents/minds/mind.ts";
import type { Plan } from "../../../agents/plan.ts";
import { planProblems } from "../../../agents/plan-check.ts";
import { ItemId } from "../../../memory/ids.ts";
import { EMPTY_REQUEST } from "../../../tools/retrieval/request.ts";
import { findingsFor, mindContract, situationFor } from "../../contract/mind.ts";
import { filmCatalogue } from "../../fixtures/films.ts";
import { agentOf, eventsOf, seeking } from "../../support/agent.ts";
import { type FlakyScript, flakyMind } from "../../support/flaky-mind.ts";
import { scriptedUnderstanding } from "../../support/scripted-understanding.ts";

const catalogue = filmCatalogue();
const grammar = createGrammarMind({
  catalogue,
  understanding: scriptedUnderstanding({ "sci-fi": seeking(), "something good": seeking() }),
});
const calm = new AbortController().signal;
const plan: Plan = { acts: [{ act: "thank" }], request: EMPTY_REQUEST, steps: [], understood: "" };
const nothing: Extraction = { facts: [], events: [], forget: undefined };
const sound: FlakyScript = {
  plan: [{ does: "answer", value: plan }],
  extract: [{ does: "answer", value: nothing }],
  critique: [{ does: "answer", value: { verdict: "accept", problems: [] } }],
  respond: [{ does: "answer", value: ["With ", "pleasure."] }],
};

function fallingBack(script: Partial<FlakyScript>, timeoutMs = 500) {
  const model = flakyMind({ ...sound, ...script });
  const told: string[] = [];
  const mind = withFallback(model, grammar, {
    timeoutMs,
    objection: (made) => planProblems(made, catalogue).join("; ") || undefined,
    onFallback: (step, reason) => told.push(`${step}: ${reason}`),
  });
  return { model, mind, told };
}

mindContract("a model that fails in every way, behind the grammar", () => {
  const fails = [
    { does: "throw", message: "503" },
    { does: "hang" },
    { does: "babble", value: "Sure! Here is a plan:" },
    { does: "babble", value: null },
    { does: "babble", value: { acts: [], steps: [{ tool: "rm -rf" }] } },
  ] as const;
  return {
    mind: fallingBack({ plan: fails, extract: fails, critique: fails, respond: fails }, 5).mind,
    catalogue,
  };
});

describe("a model with the grammar behind it", () => {
  it("does the steps itself while it can", async () => {
    const { mind, told } = fallingBack({});
    expect(await mind.plan(situationFor("sci-fi"), undefined, calm)).toEqual(plan);
    const pieces: string[] = [];
    expect(
      await mind.respond(situationFor("sci-fi"), findingsFor(plan), calm, (piece) => pieces.push(piece)),
    ).toBe("With pleasure.");
    expect(pieces).toEqual(["With ", "pleasure."]);
    expect(told).toEqual([]);
  });

  it("is asked to repair once, with what was wrong", async () => {
    const { mind, model, told } = fallingBack({
      plan: [
        { does: "babble", value: { acts: [] } },
        { does: "answer", value: plan },
      ],
    });
    expect(await mind.plan(situationFor("sci-fi"), undefined, calm)).toEqual(plan);
    expect(model.calls.plan).toBe(2);
    expect(model.objections[1]?.problems[0]).toMatchObject({
      check: "mind",
      message: expect.stringContaining("acts"),
    });
    expect(told).toEqual([]);
  });

  it("gives way to the grammar when the repair is no better", async () => {
    const { mind, model, told } = fallingBack({ plan: [{ does: "babble", value: { acts: [] } }] });
    const made = await mind.plan(situationFor("sci-fi"), undefined, calm);
    expect(made.acts).toEqual([{ act: "seek" }]);
    expect(model.calls.plan).toBe(2);
    expect(told).toEqual([expect.stringMatching(/^plan: .*acts/u)]);
  });

  it("gives way when it names an item that the catalogue does not have", async () => {
    const ghost: Plan = { ...plan, request: { ...EMPTY_REQUEST, like: [ItemId.parse("no-such-item")] } };
    const { mind, told } = fallingBack({ plan: [{ does: "answer", value: ghost }] });
    expect((await mind.plan(situationFor("sci-fi"), undefined, calm)).request.like).toEqual([]);
    expect(told[0]).toContain("no-such-item");
  });

  it("gives way when it puts words into somebody's mouth", async () => {
    const invented: Extraction = {
      ...nothing,
      facts: [
        {
          subject: { about: "value", facet: "genre", value: "Horror" },
          polarity: "like",
          strength: 1,
          scope: "always",
          provenance: { thread: "t", turn: 1, said: "I adore horror", at: 1 },
        },
      ],
    };
    const { mind, told } = fallingBack({ extract: [{ does: "answer", value: invented }] });
    expect((await mind.extract(situationFor("sci-fi"), plan, calm)).facts).toEqual([]);
    expect(told[0]).toContain("I adore horror");
  });

  it("is not waited for longer than its time", async () => {
    const { mind, told } = fallingBack({ plan: [{ does: "hang" }] }, 10);
    expect((await mind.plan(situationFor("sci-fi"), undefined, calm)).acts).toEqual([{ act: "seek" }]);
    expect(told).toEqual(["plan: no answer within 10 ms"]);
  });

  it("passes on nothing of a reply that broke off", async () => {
    const { mind } = fallingBack({ respond: [{ does: "break-off", pieces: ["You should watch "] }] });
    const pieces: string[] = [];
    const reply = await mind.respond(situationFor("sci-fi"), findingsFor(plan), calm, (piece) =>
      pieces.push(piece),
    );
    expect(pieces.join("")).toBe(reply);
    expect(reply).not.toContain("You should watch");
  });

  it("does not turn a cancelled step into a fallback", async () => {
    const { mind, told } = fallingBack({ plan: [{ does: "hang" }] });
    const abort = new AbortController();
    const planned = mind.plan(situationFor("sci-fi"), undefined, abort.signal);
    abort.abort(new Error("enough"));
    await expect(planned).rejects.toThrow("enough");
    expect(told).toEqual([]);
  });
});

describe("a conversation whose model fails", () => {
  const conversation = async (mind: Mind) => {
    const agent = await agentOf({ "sci-fi": seeking() }, { mind, mindTimeoutMs: 50 });
    return eventsOf(agent.session().say("sci-fi"));
  };

  it("goes on, and says that the grammar stood in", async () => {
    const events = await conversation(
      flakyMind({ ...sound, plan: [{ does: "throw", message: "503" }], respond: [{ does: "hang" }] }),
    );
    expect(events.find(({ type }) => type === "plan-made")).toMatchObject({
      mind: "grammar",
      fallback: "plan: 503",
    });
    const finished = events.at(-1);
    expect(finished).toMatchObject({ type: "turn-finished", mind: "grammar" });
    expect(finished?.type === "turn-finished" && finished.items).toHaveLength(5);
  });

  it("is not ended by a model that never answers: the grammar does the rest of the turn", async () => {
    const silent = flakyMind({
      plan: [{ does: "hang" }],
      extract: [{ does: "hang" }],
      critique: [{ does: "hang" }],
      respond: [{ does: "hang" }],
    });
    const agent = await agentOf({ "sci-fi": seeking() }, { mind: silent, mindTimeoutMs: 100 });
    const events = await eventsOf(agent.session({ budgetMs: 2000 }).say("sci-fi"));
    expect(silent.calls).toEqual({ plan: 1, extract: 0, critique: 0, respond: 0 });
    expect(events.at(-1)).toMatchObject({
      type: "turn-finished",
      mind: "grammar",
      fallback: expect.stringMatching(/^plan: no answer within \d+ ms$/u),
    });
    expect(events.find(({ type }) => type === "critique-made")).toMatchObject({
      fallback: "critique: not asked again this turn, because it gave no answer in time",
    });
  });

  it("is not ended by a silent model where the turn's budget is smaller than the model's time", async () => {
    const silent = flakyMind({ ...sound, plan: [{ does: "hang" }] });
    const agent = await agentOf({ "sci-fi": seeking() }, { mind: silent, mindTimeoutMs: 60_000 });
    const events = await eventsOf(agent.session({ budgetMs: 1600 }).say("sci-fi"));
    expect(events.at(-1)).toMatchObject({ type: "turn-finished", mind: "grammar" });
  });

  it("gives the model one time for all steps of a turn, not one for each", async () => {
    const model = flakyMind({ ...sound, critique: [{ does: "hang" }] });
    let now = 0;
    const slow: Mind = {
      ...model,
      plan: (...input) => {
        now += 60;
        return model.plan(...input);
      },
      extract: (...input) => {
        now += 60;
        return model.extract(...input);
      },
    };
    const agent = await agentOf({}, { mind: slow, mindTimeoutMs: 100, stopwatch: () => now });
    const events = await eventsOf(agent.session().say("sci-fi"));
    expect(model.calls).toMatchObject({ critique: 0, respond: 0 });
    expect(events.find(({ type }) => type === "critique-made")).toMatchObject({
      fallback: "critique: its 100 ms for this turn are used up",
    });
    expect(events.at(-1)).toMatchObject({ type: "turn-finished", mind: "grammar", milliseconds: 120 });
  });

  it("does not ask the model a third time in a turn after two failures, and asks again in the next", async () => {
    const broken = { does: "throw", message: "503" } as const;
    const model = flakyMind({ plan: [broken], extract: [broken], critique: [broken], respond: [broken] });
    const session = (await agentOf({ "sci-fi": seeking() }, { mind: model })).session();
    const first = await session.ask("sci-fi");
    expect(model.calls).toEqual({ plan: 1, extract: 1, critique: 0, respond: 0 });
    expect(first.fallback).toBe("plan: 503; extract: 503");
    await session.ask("sci-fi");
    expect(model.calls.plan).toBe(2);
  });

  it("does not print a title that nobody found", async () => {
    const invented = flakyMind({
      ...sound,
      respond: [{ does: "answer", value: ["Watch ", "Seven Samurai."] }],
    });
    const events = await conversation(invented);
    expect(invented.calls.respond).toBe(2);
    expect(events.at(-1)).toMatchObject({ type: "turn-finished", mind: "grammar" });
    expect(JSON.stringify(events)).not.toContain("Watch ");
  });

  it("is the model's when the model does it", async () => {
    const events = await conversation(flakyMind(sound));
    expect(events.find(({ type }) => type === "plan-made")).not.toHaveProperty("fallback");
    expect(events.at(-1)).toMatchObject({ type: "turn-finished", mind: "model", reply: "With pleasure." });
  });
});
