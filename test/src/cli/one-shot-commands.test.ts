import { describe, expect, it } from "vitest";
import { UserId } from "../../../memory/ids.ts";
import { filmId } from "../../fixtures/films.ts";
import { type ScriptedRecommender, scriptedRecommender } from "../../support/scripted-recommender.ts";
import { type CliRun, runScripted } from "../../support/scripted-terminal.ts";

const ada = UserId.parse("ada");

function rememberedBy(user: UserId): ScriptedRecommender {
  const recommender = scriptedRecommender();
  const provenance = { thread: "t", turn: 1, said: "Heat was a 5", at: 0 };
  recommender.users.remember(
    { user, dataset: recommender.catalogue.name, thread: "t", turn: 1 },
    {
      facts: [
        {
          subject: { about: "value", facet: "genre", value: "Horror" },
          polarity: "dislike",
          strength: 1,
          scope: "always",
          provenance,
        },
      ],
      events: [{ item: filmId("Heat"), verdict: "rated", value: 5, scope: "always", provenance }],
    },
  );
  return recommender;
}

function run(argv: readonly string[], recommender = rememberedBy(ada), stdin = ""): Promise<CliRun> {
  return runScripted(argv, { open: async () => recommender, stdin });
}

const json = async (
  argv: readonly string[],
  recommender = rememberedBy(ada),
): Promise<Record<string, unknown>> => JSON.parse((await run([...argv, "--json"], recommender)).stdout);

describe("recommend", () => {
  it("meets every condition, leaves out what the user knows, and gives reasons", async () => {
    const found = await json([
      "recommend",
      "--user",
      "ada",
      "--where",
      "genre=Crime",
      "--where",
      "year>=1990",
    ]);
    const items = found.items as {
      title: string;
      facets: { genre: string[]; year: number };
      reasons: unknown[];
    }[];
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) {
      expect(item.title).not.toBe("Heat");
      expect(item.facets.genre).toContain("Crime");
      expect(item.facets.year).toBeGreaterThanOrEqual(1990);
      expect(item.reasons.length).toBeGreaterThan(0);
    }
  });

  it("goes by given titles and never recommends those themselves", async () => {
    const found = await json(["recommend", "--like", "Alien", "heat (1995)", "--count", "3"]);
    const titles = (found.items as { title: string }[]).map((item) => item.title);
    expect(titles).toHaveLength(3);
    expect(titles).not.toContain("Alien");
    expect(titles).not.toContain("Heat");
  });

  it("prints cards, and says on stderr that viewers are simulated", async () => {
    const { stdout, stderr } = await run(["recommend", "--count", "2", "--user", "ada"]);
    expect(stdout).toMatch(/^1\. .+ \(\d{4}\)\n {3}.+\n(.*\n)*2\. /);
    expect(stderr).toContain("simulated");
  });

  it("says so where nothing meets all of it", async () => {
    const { code, stdout, stderr } = await run(["recommend", "--where", "year<1900"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("No film meets all of that.");
  });
});

describe("rate and explain", () => {
  it("give a rating with its interval, what it rests on, and the scale", async () => {
    const { stdout } = await run(["rate", "Fargo", "--user", "ada"]);
    expect(stdout).toContain(
      "Fargo: 5.0 (4.2 to 5.8) on a scale from 1 to 5; the interval holds 80 % of the time",
    );
    expect(stdout).toContain("rests on 1 of your own ratings");
    expect(await json(["rate", "Fargo", "--user", "ada"])).toMatchObject({ user: "ada", basis: 1 });
  });

  it("say so where there is nothing to predict from", async () => {
    const { stdout } = await run(["rate", "Fargo", "--user", "nobody"]);
    expect(stdout).toContain("no ratings");
  });

  it("list every claim with its evidence", async () => {
    const { stdout } = await run(["explain", "Fargo", "--user", "ada"]);
    expect(stdout).toMatch(/^1\. Fargo\n {3}Like Heat: .*Crime.*\n {5}– genre: .*Crime/);
    expect(await json(["explain", "Fargo", "--user", "ada"])).toMatchObject({
      title: "Fargo",
      reasons: [{ evidence: [{ kind: "shared-facet" }] }],
    });
  });
});

describe("memory", () => {
  it("shows facts and events with the sentence they came from", async () => {
    const { stdout } = await run(["memory", "show", "--user", "ada"]);
    expect(stdout).toBe("not for you: Horror (genre) (“Heat was a 5”)\nyou rated Heat 5 (“Heat was a 5”)\n");
    expect(await json(["memory", "show", "--user", "ada"])).toMatchObject({
      facts: { length: 1 },
      events: { length: 1 },
    });
  });

  it.each([
    [["--facet", "genre", "--value", "Horror"], "you rated Heat 5"],
    [["--item", "heat"], "not for you: Horror"],
    [["--all"], "I remember nothing of “ada” yet."],
  ])("forgets exactly what %j names", async (selection, left) => {
    const recommender = rememberedBy(ada);
    const gone = await run(["memory", "forget", "--user", "ada", ...selection], recommender);
    expect(gone.stderr).toMatch(/^Forgotten/);
    const { stdout } = await run(["memory", "show", "--user", "ada"], recommender);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toContain(left);
  });

  it("forgets nothing where it is not clear what", async () => {
    for (const selection of [[], ["--all", "--facet", "genre"], ["--value", "Horror"]]) {
      const recommender = rememberedBy(ada);
      const { code } = await run(["memory", "forget", "--user", "ada", ...selection], recommender);
      expect(code).toBe(2);
      expect(recommender.users.facts(ada, recommender.catalogue.name, "")).toHaveLength(1);
    }
  });

  it("names the nearest facet where what to forget is a slip", async () => {
    const { code, stderr } = await run(["memory", "forget", "--user", "ada", "--facet", "gerne"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean genre?");
  });

  it("takes no empty text for a title, nor for a conversation's name", async () => {
    for (const argv of [
      ["explain", ""],
      ["rate", " "],
      ["ask", "hello", "--thread", ""],
    ]) {
      const { code, stderr } = await run(argv);
      expect([code, stderr.split("\n")[0]]).toEqual([2, expect.stringMatching(/^cicerone: “ ?” /)]);
    }
  });

  it("takes a memory to another user, once", async () => {
    const recommender = rememberedBy(ada);
    const archive = (await run(["memory", "export", "--user", "ada"], recommender)).stdout;
    expect(archive).not.toContain("ada");
    for (const count of ["1 fact and 1 event", "0 facts and 0 events"]) {
      const { stderr } = await run(["memory", "import", "-", "--user", "bea"], recommender, archive);
      expect(stderr).toContain(`Added ${count}`);
    }
    expect(await run(["memory", "import", "-", "--user", "bea"], recommender, "no json")).toMatchObject({
      code: 1,
    });
    expect(await run(["memory", "import", "-", "--user", "bea"], recommender, "{}")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("not an exported memory"),
    });
  });
});
