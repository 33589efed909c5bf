import { describe, expect, it } from "vitest";
import { CiceroneError } from "../../../memory/errors.ts";
import { type ChatModel, createChatModel, type Entry } from "../../../src/ui/chat-model.ts";
import { type ScriptedTurn, scriptedRecommender } from "../../support/scripted-recommender.ts";

function until(model: ChatModel, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!condition()) return;
      leave();
      resolve();
    };
    const leave = model.subscribe(check);
    check();
  });
}

const kindsOf = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.kind);
const never = new Promise<void>(() => undefined);

function chat(script?: (text: string) => ScriptedTurn, said?: { user: string; agent: string }[]) {
  const recommender = scriptedRecommender(script, said === undefined ? {} : { said });
  const model = createChatModel({ user: "ada", thread: "t", open: async () => recommender });
  return { recommender, model };
}

describe("the chat model", () => {
  it("welcomes who is new and shows the last exchange to who comes back", async () => {
    const fresh = chat();
    fresh.model.start();
    await until(fresh.model, () => fresh.model.state().talk !== undefined);
    expect(fresh.model.state().past).toMatchObject([
      { kind: "welcome", welcome: { examples: { length: 3 } } },
    ]);

    const back = chat(undefined, [
      { user: "first", agent: "one" },
      { user: "last", agent: "two" },
    ]);
    back.model.start();
    await until(back.model, () => back.model.state().talk !== undefined);
    expect(back.model.state().past).toEqual([
      { kind: "resumed", before: { exchange: { user: "last", agent: "two" }, items: [] } },
    ]);
  });

  it("takes lines before it is ready and says them in order", async () => {
    const { model, recommender } = chat();
    model.send("one");
    model.send("two");
    expect(recommender.heard).toEqual([]);
    model.start();
    await until(model, () => model.state().past.length === 3);
    expect(recommender.heard).toEqual(["one", "two"]);
  });

  it("tells the progress of getting ready", async () => {
    const seen: unknown[] = [];
    const model = createChatModel({
      user: "ada",
      thread: "t",
      open: async (onProgress) => {
        onProgress({ stage: "importing demo", fraction: 0.5 });
        return scriptedRecommender();
      },
    });
    model.subscribe(() => seen.push(model.state().progress));
    model.start();
    await until(model, () => model.state().talk !== undefined);
    expect(seen).toContainEqual({ stage: "importing demo", fraction: 0.5 });
    expect(model.state().progress).toBeUndefined();
  });

  it("stops a running turn, drops what waits, and goes on with the next line", async () => {
    const { model, recommender } = chat((text) => (text === "slow" ? { until: never } : {}));
    model.start();
    model.send("slow");
    model.send("waiting");
    await until(model, () => model.state().live?.steps.length === 1);
    expect(model.cancel()).toBe(true);
    await until(model, () => model.state().live === undefined);
    expect(model.state().past.at(-1)).toMatchObject({
      kind: "turn",
      turn: { failure: { code: "cancelled" } },
    });
    expect(model.cancel()).toBe(false);
    model.send("next");
    await until(model, () => model.state().past.length === 3);
    expect(recommender.heard).toEqual(["slow", "next"]);
  });

  it("shows slash commands and mistakes beside turns, and a failing command ends nothing", async () => {
    const { model, recommender } = chat();
    recommender.users.facts = () => {
      throw new CiceroneError("cannot-open", "memory is locked", { hint: "Close the other program." });
    };
    model.start();
    for (const line of ["/help", "/hepl", "/memory", "hello"]) model.send(line);
    await until(model, () => model.state().past.length === 5);
    expect(kindsOf(model.state().past)).toEqual(["welcome", "notice", "mistake", "mistake", "turn"]);
    expect(model.state().past[3]).toMatchObject({
      message: "memory is locked",
      hint: "Close the other program.",
    });
  });

  it("ends on /quit without saying what waits, stops what runs, and closes the recommender", async () => {
    const { model, recommender } = chat();
    model.start();
    model.send("/quit");
    model.send("unheard");
    await until(model, () => model.state().ended !== undefined);
    await model.closed();
    expect(recommender.heard).toEqual([]);
    expect(recommender.isClosed()).toBe(true);

    const running = chat(() => ({ until: never }));
    running.model.start();
    running.model.send("slow");
    await until(running.model, () => running.model.state().live?.steps.length === 1);
    running.model.quit();
    await running.model.closed();
    expect(running.recommender.isClosed()).toBe(true);
    expect(running.model.state().ended).toEqual({});
  });

  it("ends with the error where it cannot open, and without one where the person left meanwhile", async () => {
    const error = new CiceroneError("no-snapshot", "Dataset x has not been imported here.");
    const broken = createChatModel({ user: "a", thread: "t", open: () => Promise.reject(error) });
    broken.start();
    await broken.closed();
    expect(broken.state().ended).toEqual({ error });

    const left = createChatModel({
      user: "a",
      thread: "t",
      open: (_, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    left.start();
    left.quit();
    await left.closed();
    expect(left.state().ended).toEqual({});
  });
});
