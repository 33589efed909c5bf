import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Annotation, END, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../agents/answer.ts";
import type { AgentEvent } from "../../agents/events.ts";
import type { Mind } from "../../agents/minds/mind.ts";
import { UserId } from "../../memory/ids.ts";
import { snapshotPaths } from "../../memory/store/snapshot.ts";
import type { OwnCatalogue } from "../../src/own-catalogue.ts";
import { createRecommender, openStage, type Recommender } from "../../src/recommender.ts";
import { fillStore } from "../../tools/retrieval/vector-store.ts";
import { films } from "../fixtures/films.ts";
import { ownFilms } from "../support/own-films.ts";

const FURNITURE =
  `piano lamp carpet mirror clock desk stove bench cradle loom easel globe harp trunk screen tapestry
bookcase hammock fountain aquarium telescope typewriter gramophone chandelier wardrobe`.split(/\s+/);

/** Enough rooms, each with other things in it, that a vector store is asked rather than every room compared. */
function rooms(count: number): OwnCatalogue["items"] {
  const thing = (room: number, nth: number): string =>
    FURNITURE[(room * (nth + 3) + nth) % FURNITURE.length] ?? "";
  return Array.from({ length: count }, (_, room) => ({
    id: `room-${room}`,
    title: `Room ${room}`,
    text: [0, 1, 2].map((nth) => thing(room, nth)).join(" and "),
  }));
}

const ada = UserId.parse("ada");

describe("a recommender over a catalogue of one's own", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-own-"));
  let recommender: Recommender;

  beforeAll(async () => {
    recommender = await createRecommender({ home, catalogue: ownFilms() });
  });
  afterAll(() => {
    recommender.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("imports, fits and answers within the constraints", async () => {
    const { items } = await recommender.session({ user: "ada" }).ask("90s crime");
    expect(items.length).toBeGreaterThan(0);
    for (const { facets } of items) {
      expect(facets.year).toSatisfy((year) => Number(year) >= 1990 && Number(year) <= 1999);
      expect(facets.genre).toContain("Crime");
    }
  });

  it("resumes a thread in another process's place", async () => {
    await recommender.session({ user: "bob", thread: "t" }).ask("90s crime");
    const later = await createRecommender({ home, data: "films" });
    const { said } = (await later.session({ user: "bob", thread: "t" }).resume?.()) ?? { said: [] };
    expect(said.map(({ user }) => user)).toEqual(["90s crime"]);
    const stranger = (await later.session({ user: "eve", thread: "t" }).resume?.()) ?? { said: [] };
    expect(stranger.said).toEqual([]);
    later.close();
  });

  it("keeps one checkpoint for each thread", async () => {
    const talk = recommender.session({ user: "cleo", thread: "long" });
    for (const text of ["90s crime", "older", "more"]) await talk.ask(text);
    const threads = new Database(join(home, "threads.sqlite"), { readonly: true });
    const count = threads
      .prepare("SELECT count(*) AS n FROM checkpoints WHERE thread_id LIKE '%cleo/long'")
      .get();
    threads.close();
    expect(count).toEqual({ n: 1 });
  });

  it("fills the tools for another agent with what it remembers of the user", async () => {
    await recommender.session({ user: "dan" }).ask("I loved Heat");
    const [retrieve] = recommender.tools({ user: "dan" });
    const found = await retrieve?.invoke({
      id: "1",
      name: "retrieve",
      type: "tool_call",
      args: { request: {}, limit: 40 },
    });
    const ids = found.artifact.candidates.map(({ item }: { item: string }) => item);
    const heat = films.find(({ title }) => title === "Heat")?.id;
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).not.toContain(heat);
    expect(found.content).toContain("best first");
  });

  it("refuses a user's name with control characters", () => {
    expect(() => recommender.session({ user: "a\u001b[2J" })).toThrow(
      expect.objectContaining({ code: "bad-user" }),
    );
  });
});

describe("recommenders on one stage", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-stage-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("remember apart from each other, and each goes on from its own folder", async () => {
    const stage = await openStage({ home, catalogue: ownFilms() });
    const [left, right] = [join(home, "left"), join(home, "right")];
    const first = stage.recommender(left);
    await first.session({ user: "ada" }).ask("I hate crime films");
    const second = stage.recommender(right);
    expect(second.users.facts(ada, "films", "main")).toEqual([]);
    first.close();
    const again = stage.recommender(left);
    expect(again.users.facts(ada, "films", "main")).toHaveLength(1);
    expect((await again.session({ user: "ada" }).resume?.())?.said).toHaveLength(1);
    expect((await second.session({ user: "ada" }).ask("90s crime")).items.length).toBeGreaterThan(0);
    again.close();
    second.close();
    stage.close();
    expect(existsSync(join(home, "memory.sqlite"))).toBe(false);
  });
});

describe("what can be passed in", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-parts-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("imports the same rows once", async () => {
    const stages: string[] = [];
    const open = async (): Promise<void> => {
      const own = ownFilms("once");
      (
        await createRecommender({ home, catalogue: own, onProgress: ({ stage }) => stages.push(stage) })
      ).close();
    };
    await open();
    expect(stages).not.toEqual([]);
    stages.length = 0;
    await open();
    expect(stages).toEqual([]);
  });

  it("searches a vector store of one's own instead of the embedded one", async () => {
    const asked: number[] = [];
    const recommender = await createRecommender({
      home,
      catalogue: { name: "rooms", facets: [], items: rooms(600) },
      vectorStore: async ({ catalogue, vectors, embeddings }) => {
        const store = new HNSWLib(embeddings, { space: "cosine" });
        await fillStore(store, catalogue, vectors);
        const search = store.similaritySearchVectorWithScore.bind(store);
        store.similaritySearchVectorWithScore = async (query: number[], k: number) => {
          asked.push(k);
          return search(query, k);
        };
        return store;
      },
    });
    const { items } = await recommender.session().ask("something about a piano and a lamp");
    recommender.close();
    expect(items.length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(0);
  });

  it("goes on with a thread after an import that lacks what was spoken of", async () => {
    const own = ownFilms("changing");
    const before = await createRecommender({ home, catalogue: own });
    const { items } = await before.session({ user: "ida" }).ask("like Alien but not comedy");
    await before.session({ user: "ida" }).ask("only film-noir");
    before.close();
    const gone = new Set(["Alien", ...items.map(({ title }) => title)]);
    const rest = own.items.filter(
      ({ title, facets }) => !gone.has(title) && ![facets?.genre].flat().includes("Film-Noir"),
    );
    const after = await createRecommender({ home, catalogue: { ...own, items: rest } });
    const { items: next } = await after.session({ user: "ida" }).ask("newer");
    after.close();
    expect(next.filter(({ title }) => gone.has(title))).toEqual([]);
    expect(next.length).toBeGreaterThan(0);
  });

  it("takes an ONNX model with its card, wherever it lies", async () => {
    (await createRecommender({ home, catalogue: ownFilms() })).close();
    const { scorer, scorerCard } = snapshotPaths(home, "films");
    const elsewhere = join(home, "mine.onnx");
    copyFileSync(scorer, elsewhere);
    const card = JSON.parse(readFileSync(scorerCard, "utf8"));
    writeFileSync(join(home, "mine.card.json"), JSON.stringify({ ...card, kind: "mine" }));
    const recommender = await createRecommender({ home, data: "films", scorer: elsewhere });
    expect(recommender.scorer.name).toBe("mine");
    expect((await recommender.session().ask("something like Alien")).items.length).toBeGreaterThan(0);
    recommender.close();
  });

  it("lets the grammar answer where a mind of one's own fails, and says so", async () => {
    const broken: Mind = {
      kind: "model",
      name: "broken",
      plan: () => Promise.reject(new Error("no route to host")),
      extract: () => Promise.reject(new Error("no route to host")),
      critique: () => Promise.reject(new Error("no route to host")),
      respond: () => Promise.reject(new Error("no route to host")),
    };
    const recommender = await createRecommender({ home, catalogue: ownFilms(), mind: broken });
    const fallbacks: (string | undefined)[] = [];
    for await (const event of recommender.session({ user: "fay" }).say("90s crime")) {
      if (event.type === "plan-made") fallbacks.push(event.fallback);
      if (event.type === "turn-finished")
        expect([event.mind, event.items.length > 0]).toEqual(["grammar", true]);
    }
    recommender.close();
    expect(fallbacks[0]).toContain("no route to host");
  });

  it("makes up for models that are missing, and refuses those of another catalogue", async () => {
    const paths = snapshotPaths(home, "films");
    rmSync(paths.rater, { recursive: true, force: true });
    const mended = await createRecommender({ home, data: "films" });
    expect((await mended.session({ user: "gil" }).ask("90s crime")).items[0]?.predictedRating).toBeDefined();
    mended.close();
    writeFileSync(paths.scorerCard, JSON.stringify({ format: 99 }));
    await expect(createRecommender({ home, data: "films" })).rejects.toMatchObject({
      code: "scorer-card-invalid",
      hint: expect.stringContaining("cicerone train"),
    });
  });
});

describe("a user who ruled something out", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-ruled-"));
  let recommender: Recommender;

  beforeAll(async () => {
    recommender = await createRecommender({ home, catalogue: ownFilms() });
    await recommender.session({ user: "ada", thread: "monday" }).ask("I hate crime films");
  });
  afterAll(() => {
    recommender.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("does not get it from the tools bound for another agent", async () => {
    const [retrieve] = recommender.tools({ user: "ada" });
    const call = { id: "1", name: "retrieve", type: "tool_call", args: { request: {}, limit: 40 } };
    const found = await retrieve?.invoke(call);
    const genres = found.artifact.candidates.map(
      ({ item }: { item: string }) => films.find(({ id }) => id === item)?.facets.genre,
    );
    expect(genres.length).toBeGreaterThan(5);
    expect(genres.flat()).not.toContain("Crime");
  });

  it("forgets it in every talk in which it was said", async () => {
    await recommender.session({ user: "ada", thread: "tuesday" }).ask("forget everything");
    const { said } = (await recommender.session({ user: "ada", thread: "monday" }).resume?.()) ?? {};
    expect(said).toEqual([]);
    for (const file of ["threads.sqlite", "threads.sqlite-wal", "memory.sqlite", "memory.sqlite-wal"]) {
      const bytes = existsSync(join(home, file)) ? readFileSync(join(home, file), "latin1") : "";
      expect(bytes.includes("I hate crime"), file).toBe(false);
    }
  });
});

describe("the graph as a node", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-node-"));
  let recommender: Recommender;

  beforeAll(async () => {
    recommender = await createRecommender({ home, catalogue: ownFilms() });
  });
  afterAll(() => {
    recommender.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("answers alone", async () => {
    const { answer } = await recommender.graph.invoke({ user: "ada", thread: "t", text: "90s crime" });
    expect(answer.items.length).toBeGreaterThan(0);
  });

  it("keeps two users of one outer thread apart, and tells its events to the outer stream", async () => {
    const State = Annotation.Root({
      user: Annotation<string>(),
      thread: Annotation<string>(),
      text: Annotation<string>(),
      answer: Annotation<Answer | undefined>(),
    });
    const outer = new StateGraph(State)
      .addNode("recommend", recommender.graph)
      .addEdge(START, "recommend")
      .addEdge("recommend", END)
      .compile({ checkpointer: new MemorySaver() });
    const config = { configurable: { thread_id: "shared" } };
    await outer.invoke({ user: "anna", thread: "t", text: "90s crime" }, config);
    const events: string[] = [];
    const stream = await outer.stream(
      { user: "ben", thread: "t", text: "older" },
      { ...config, streamMode: "custom" },
    );
    for await (const event of stream) events.push((event as AgentEvent).type);
    const { values } = await outer.getState(config);
    expect(events).toContain("plan-made");
    expect(values.answer.constraints.map(({ facet }: { facet: string }) => facet)).not.toContain("genre");
  });
});
