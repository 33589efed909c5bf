import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { UserId } from "../../memory/ids.ts";
import { createRecommender } from "../../src/recommender.ts";
import { openThreads, threadsPath } from "../../src/threads.ts";
import { filmFacets, films } from "../fixtures/films.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-threads-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A scale, and nobody who rated anything. */
const unrated = {
  name: "unrated",
  scale: { min: 1, max: 5 },
  facets: [...filmFacets],
  items: films,
};

function threadNames(): unknown[] {
  const database = new Database(threadsPath(home), { readonly: true });
  try {
    return database.prepare("SELECT DISTINCT thread_id FROM checkpoints ORDER BY 1").pluck().all();
  } finally {
    database.close();
  }
}

describe("threads", () => {
  it("that are not to be kept go on for now and are never written; what was said of tastes is", async () => {
    const recommender = await createRecommender({ home, catalogue: unrated });
    await recommender.session({ user: "ada", thread: "once", keep: false }).ask("I love crime films");
    await recommender.session({ user: "ada", thread: "kept" }).ask("anything from the 90s");
    const again = await recommender.session({ user: "ada", thread: "once", keep: false }).resume?.();
    expect(again?.said.map(({ user }) => user)).toEqual(["I love crime films"]);
    expect(threadNames()).toEqual(["unrated/ada/kept"]);
    const ada = UserId.parse("ada");
    expect(recommender.users.facts(ada, "unrated", "another").map((fact) => fact.subject)).toEqual([
      { about: "value", facet: "genre", value: "Crime" },
    ]);
    recommender.close();
    expect(threadNames()).toEqual(["unrated/ada/kept"]);
  });

  it("can be dropped before anything was said", () => {
    const empty = join(home, "empty");
    const threads = openThreads(empty);
    expect(() => threads.drop("nobody")).not.toThrow();
    threads.close();
  });

  it("in a file that is none are refused with what to do, and the file is left alone", () => {
    const damaged = join(home, "damaged");
    mkdirSync(damaged);
    writeFileSync(threadsPath(damaged), "a letter to my aunt");
    expect(() => openThreads(damaged)).toThrowError(
      expect.objectContaining({ code: "damaged-file", hint: expect.stringContaining("mv ") }),
    );
  });
});

describe("a catalogue with a scale but without ratings", () => {
  it("opens, and predicts no rating", async () => {
    const recommender = await createRecommender({ home, catalogue: unrated });
    const { items } = await recommender.session({ keep: false }).ask("90s crime");
    recommender.close();
    expect(items.length).toBeGreaterThan(0);
    expect(items.map((item) => item.predictedRating)).toEqual(items.map(() => undefined));
  });
});
