import { describe, expect, it, vi } from "vitest";
import { CiceroneError } from "../../../memory/errors.ts";
import {
  type ChatModel,
  type ChatModelOptions,
  createChatModel,
  type Entry,
} from "../../../src/ui/chat-model.ts";
import { chatOptions, listed } from "../../support/chat-options.ts";
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

function modelOver(open: ChatModelOptions["open"]): ChatModel {
  const options = chatOptions(() => {
    throw new Error("opened by the model");
  });
  return createChatModel({ ...options, open });
}

function chat(script?: (text: string) => ScriptedTurn, said?: { user: string; agent: string }[]) {
  const recommender = scriptedRecommender(script, said === undefined ? {} : { said });
  const model = modelOver(async () => recommender);
  return { recommender, model };
}

describe("the chat model", () => {
  it("welcomes who is new and shows the last exchange to who comes back", async () => {
    const fresh = chat();
    fresh.model.start();
    await until(fresh.model, () => fresh.model.state().where !== undefined);
    expect(fresh.model.state().past).toMatchObject([
      { kind: "welcome", welcome: { examples: { length: 3 } } },
    ]);

    const back = chat(undefined, [
      { user: "first", agent: "one" },
      { user: "last", agent: "two" },
    ]);
    back.model.start();
    await until(back.model, () => back.model.state().where !== undefined);
    expect(back.model.state().past).toMatchObject([
      { kind: "resumed", before: { exchange: { user: "last", agent: "two" }, items: [] } },
    ]);
    expect(back.model.state().where?.earlier).toEqual(["first", "last"]);
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
    const model = modelOver(async (_data, onProgress) => {
      onProgress({ stage: "importing demo", fraction: 0.5 });
      return scriptedRecommender();
    });
    model.subscribe(() => seen.push(model.state().progress));
    model.start();
    await until(model, () => model.state().where !== undefined);
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
    const broken = modelOver(() => Promise.reject(error));
    broken.start();
    await broken.closed();
    expect(broken.state().ended).toEqual({ error });

    const left = modelOver(
      (_data, _onProgress, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    left.start();
    left.quit();
    await left.closed();
    expect(left.state().ended).toEqual({});
  });

  it("knows what lies on the table, and forgets a question that was answered", async () => {
    const { model } = chat((text) =>
      text === "hm" ? { items: ["Heat", "Fargo"], options: ["Drama", "Comedy"] } : { items: [] },
    );
    model.start();
    model.send("hm");
    await until(model, () => model.state().past.length === 2);
    expect(model.state().table).toMatchObject({ items: { length: 2 }, options: ["Drama", "Comedy"] });
    model.send("Drama");
    await until(model, () => model.state().past.length === 3);
    expect(model.state().table).toMatchObject({ items: { length: 2 }, options: [] });
  });

  it("moves to another dataset after what was said before, with its progress, and closes the former", async () => {
    let go = (): void => undefined;
    const films = scriptedRecommender(() => ({ until: new Promise((resolve) => (go = resolve)) }));
    const books = scriptedRecommender();
    const seen: unknown[] = [];
    const model = createChatModel({
      ...chatOptions(() => films),
      datasets: async () => [listed("films", 34), listed("books", 7)],
      open: async (data, onProgress) => {
        if (data === "films") return films;
        onProgress({ stage: "opening books", fraction: undefined });
        return books;
      },
    });
    model.subscribe(() => seen.push(model.state().progress?.stage));
    model.start();
    for (const line of ["crime", "/data books", "hello"]) model.send(line);
    await until(model, () => model.state().live?.steps.length === 1);
    expect(films.isClosed()).toBe(false);
    go();
    await until(model, () => books.heard.length === 1 && model.state().live === undefined);
    expect(films.isClosed()).toBe(true);
    expect(films.heard).toEqual(["crime"]);
    expect(seen).toContain("opening books");
    expect(kindsOf(model.state().past)).toEqual(["welcome", "turn", "notice", "welcome", "turn"]);
  });

  it("stays where it is when another dataset does not open, or is not waited for", async () => {
    const films = scriptedRecommender();
    let tries = 0;
    const model = createChatModel({
      ...chatOptions(() => films),
      datasets: async () => [listed("books", 7)],
      open: (data, _onProgress, signal) => {
        if (data === "films") return Promise.resolve(films);
        if (tries++ === 0)
          return Promise.reject(new CiceroneError("scorer-stranger", "The scorer is of something else."));
        return new Promise((_resolve, reject) =>
          signal.addEventListener("abort", () => reject(signal.reason)),
        );
      },
    });
    model.start();
    model.send("/data books");
    await until(model, () => model.state().past.length === 2);
    expect(model.state().past[1]).toMatchObject({
      kind: "mistake",
      message: "The scorer is of something else.",
    });
    model.send("/data books");
    await vi.waitFor(() => expect(tries).toBe(2));
    model.cancel();
    await until(model, () => model.state().past.length === 3);
    expect(model.state().past[2]).toMatchObject({
      kind: "mistake",
      message: "Stopped; nothing has changed.",
    });
    model.send("still here");
    await until(model, () => films.heard.length === 1);
    expect(films.isClosed()).toBe(false);
  });
});
