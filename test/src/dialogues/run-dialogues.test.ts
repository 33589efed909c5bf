import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DialogueResult } from "../../../src/dialogues/run-dialogue.ts";
import { type Run, type RunOptions, runDialogues } from "../../../src/dialogues/run-dialogues.ts";
import { createRecommender, openStage, type Stage } from "../../../src/recommender.ts";
import type { Retriever } from "../../../tools/retrieval/retriever.ts";
import { dialogueFolder } from "../../support/dialogue-folder.ts";
import { ownFilms } from "../../support/own-films.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-run-"));
const folder = dialogueFolder();
/** Where dialogues put what they remember while they run. */
const scratch = join(home, "scratch");
const temporary = process.env.TMPDIR;

beforeAll(async () => {
  const recommender = await createRecommender({ home, catalogue: ownFilms() });
  await recommender.session({ user: "ada" }).ask("I hate crime films");
  recommender.close();
  mkdirSync(scratch);
});
beforeEach(() => {
  process.env.TMPDIR = scratch;
});
afterAll(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  folder.remove();
  rmSync(home, { recursive: true, force: true });
});

function run(text: string, options: RunOptions = {}): Promise<Run> {
  const file = folder.write("d.yaml", text);
  return runDialogues([file], { data: "films", recommender: { home }, ...options });
}

const slow: Retriever = {
  name: "slow",
  retrieve: async () => {
    await setTimeout(200);
    return [];
  },
};

/** What fell short, as "2 count: 3 came 5". */
function shortfalls({ results }: Run): readonly string[] {
  return results.flatMap(({ turns }) =>
    turns.flatMap(({ seen, shortfalls: its }) =>
      its.map(({ key, wanted, came }) => `${seen.number} ${key}: ${wanted} came ${came}`),
    ),
  );
}

describe("a dialogue", () => {
  it("talks to the real recommender, and starts with nothing remembered, whatever the home remembers", async () => {
    const went = await run(`title: Crime for Ada
user: ada
turns:
  - say: 90s crime
    expect:
      count: 1..
      items: ["genre=Crime", "year=1990..1999"]
      constraints: ["genre=Crime", "year=1990..1999"]
      acts: [seek]
      plan: [retrieve]
      memory: none
`);
    expect(shortfalls(went)).toEqual([]);
    expect(went.results.map(({ passed, turns }) => [passed, turns.length])).toEqual([[true, 1]]);
    const after = await createRecommender({ home, data: "films" });
    const threads = await after.session({ user: "ada" }).resume?.();
    after.close();
    expect(threads?.said.map(({ user }) => user)).toEqual(["I hate crime films"]);
  });

  it("says of what falls short what came instead, and goes on", async () => {
    const went = await run(`title: t
turns:
  - say: 90s crime
    expect: { count: 40, exclude: [Heat, Seven, Goodfellas, Fargo] }
  - say: older
    expect: { memory: none, constraints: [] }
`);
    expect(shortfalls(went)).toEqual([
      expect.stringMatching(/^1 count: 40 came \d$/),
      expect.stringMatching(/^1 exclude: \[Heat, .* came there: /),
      expect.stringMatching(/^2 constraints: \[\] came genre=Crime/),
    ]);
  });

  it("comes back from disk after a restart, memory and thread", async () => {
    const opened: string[] = [];
    const closed: string[] = [];
    const open = async (): Promise<Stage> => {
      const stage = await openStage({ home, data: "films" });
      return {
        ...stage,
        recommender: (where) => {
          const recommender = stage.recommender(where);
          opened.push(...readdirSync(where).filter((name) => name.endsWith(".sqlite")));
          const close = (): void => {
            closed.push(where);
            recommender.close();
          };
          return { ...recommender, close };
        },
      };
    };
    const went = await run(
      `title: t
turns:
  - say: 90s crime, not Heat
  - say: I hate horror
    expect: { memory: [dislikes genre=Horror] }
  - restart: true
  - say: older
    expect:
      constraints: ["genre=Crime", "genre!=Horror", "year<1999"]
      memory: [dislikes genre=Horror]
`,
      { open },
    );
    expect(shortfalls(went).filter((text) => !text.includes("constraints"))).toEqual([]);
    const last = went.results[0]?.turns.at(-1)?.seen;
    expect(last?.constraints).toContain("genre=Crime");
    expect(last?.constraints).toContain("genre!=Horror");
    expect([opened.length, closed.length]).toEqual([4, 2]);
    expect(new Set(closed).size).toBe(1);
  });

  it("keeps users apart, and what is said for tonight in its conversation", async () => {
    const went = await run(`title: t
user: ada
turns:
  - say: I hate horror
    expect: { memory: [dislikes genre=Horror] }
  - say: 90s crime
    as: bea
    expect: { memory: none, constraints: ["genre=Crime", "year=1990..1999"] }
  - say: no musicals tonight
    expect: { memory: [dislikes genre=Horror, dislikes genre=Musical tonight] }
  - say: show me something
    thread: tuesday
    expect:
      memory: [dislikes genre=Horror]
      memory-not: [dislikes genre=Musical tonight]
      constraints: ["genre!=Horror"]
  - say: forget everything
    expect: { memory: none }
`);
    expect(shortfalls(went)).toEqual([]);
  });

  it("falls short where a turn fails that was to be answered, and holds where it was to fail", async () => {
    const options = { recommender: { home, turnBudgetMs: 50, retrievers: [slow] } };
    const text = `title: t
turns:
  - say: 90s crime
    expect: { count: 3 }
  - say: 90s crime
    expect: { fails: budget-exceeded, count: 0 }
  - say: 90s crime
    expect: { fails: turn-failed }
`;
    expect(shortfalls(await run(text, options))).toEqual([
      expect.stringMatching(/^1 answer: any came The turn took more than its 50 ms.* \(budget-exceeded\)/),
      "1 count: 3 came 0",
      "3 fails: turn-failed came budget-exceeded",
    ]);
  });

  it("leaves nothing behind, whether it holds, falls short, breaks or is stopped", async () => {
    await run("title: t\nturns: [{ say: 90s crime, expect: { count: 99 } }]");
    expect(readdirSync(scratch)).toEqual([]);
    const stop = new AbortController();
    const stopped = run("title: t\nturns: [{ say: 90s crime }, { say: older }]", {
      signal: stop.signal,
      onStart: () => stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect(readdirSync(scratch)).toEqual([]);
    const stage = await openStage({ home, data: "films" });
    const broken: Stage = {
      ...stage,
      recommender: (where) => ({
        ...stage.recommender(where),
        session: () => {
          throw new Error("broken");
        },
      }),
    };
    await expect(run("title: t\nturns: [{ say: x }]", { open: async () => broken })).rejects.toThrow(
      "broken",
    );
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe("several dialogues", () => {
  const three = `title: The first holds
turns: [{ say: 90s crime, expect: { count: 1.. } }]
---
title: The second does not
turns: [{ say: 90s crime, expect: { count: 0 } }]
---
title: The third is like the first
turns: [{ say: 90s crime, expect: { count: 1.. } }]
`;
  const titles = (results: readonly DialogueResult[]): readonly string[] =>
    results.map(({ dialogue }) => dialogue.title.split(" ")[1] ?? "");

  it("open each dataset once, and close it at the end", async () => {
    const events: string[] = [];
    const open = async (data: string): Promise<Stage> => {
      events.push(`open ${data}`);
      const stage = await openStage({ home, data });
      const close = (): void => {
        events.push(`close ${data}`);
        stage.close();
      };
      return { ...stage, close };
    };
    const { results } = await run(three, { open, onResult: () => void events.push("result") });
    expect(results.map(({ passed }) => passed)).toEqual([true, false, true]);
    expect(events).toEqual(["open films", "result", "result", "result", "close films"]);
  });

  it("are chosen by title, and end with the first that fails on request", async () => {
    expect(titles((await run(three, { grep: "FIRST" })).results)).toEqual(["first", "third"]);
    expect(titles((await run(three, { grep: "/first.*holds$/" })).results)).toEqual(["first"]);
    const { results, left } = await run(three, { bail: true });
    expect([titles(results), left.map(({ title }) => title)]).toEqual([
      ["first", "second"],
      ["The third is like the first"],
    ]);
    await expect(run(three, { grep: "fourth" })).rejects.toMatchObject({ code: "usage-no-dialogue" });
  });

  it("do not run where one of them cannot", async () => {
    const results: DialogueResult[] = [];
    const bad = `${three}---\ntitle: t\nturns: [{ say: x, expect: { contain: [Haet] } }]`;
    const went = run(bad, { onResult: (result) => void results.push(result) });
    await expect(went).rejects.toMatchObject({
      code: "title-not-found",
      message: expect.stringContaining("d.yaml:11"),
    });
    expect(results).toEqual([]);
  });

  it("tell where a dataset is asked for that is not here", async () => {
    const text = "title: t\ndata: flims\nturns: [{ say: x }]";
    await expect(run(text)).rejects.toMatchObject({
      code: "unknown-dataset",
      message: expect.stringMatching(/d\.yaml:2: There is no dataset flims/),
      hint: expect.stringContaining("films"),
    });
  });

  it("run on a catalogue of one's own", async () => {
    const went = await run("title: t\nturns: [{ say: 90s crime, expect: { items: [genre=Crime] } }]", {
      data: undefined,
      recommender: { home, catalogue: ownFilms("mine") },
    } as RunOptions);
    expect(shortfalls(went)).toEqual([]);
  });
});
