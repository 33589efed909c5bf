import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listen, listener } from "../../../../src/evaluation/conversation/turns-listener.ts";
import type { DialogueTurn } from "../../../../src/evaluation/conversation/turns-system.ts";
import { grammarMind } from "../../../../src/grammar.ts";
import { createRecommender, type Recommender } from "../../../../src/recommender.ts";
import { films } from "../../../fixtures/films.ts";
import { ownFilms } from "../../../support/own-films.ts";

const HEAT = films.findIndex(({ title }) => title === "Heat");
const ALIEN = films.findIndex(({ title }) => title === "Alien");

const seeker = (typed: string) => ({ by: "seeker" as const, text: typed, typed, items: [] });
const other = (typed: string, ...items: number[]) => ({ by: "recommender" as const, text: "", typed, items });

describe("the agent listening to a recorded dialogue", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-listening-"));
  let recommender: Recommender;
  let listen: Listen;
  beforeAll(async () => {
    recommender = await createRecommender({ home, catalogue: ownFilms() });
    const { catalogue, users } = recommender;
    listen = listener({ catalogue, users, mind: grammarMind(catalogue) });
  });
  afterAll(() => {
    recommender.close();
    rmSync(home, { recursive: true, force: true });
  });

  const before = [seeker("I loved Heat"), other("Then try Alien", ALIEN), seeker("I hated that one")];
  const turn = (dialogue: string, count: number): DialogueTurn => ({
    dialogue,
    before: before.slice(0, count),
  });

  it("keeps what the seeker likes, hears the other's items, and would recommend neither", async () => {
    const heard = await listen(turn("a", 2));
    expect(heard.history.map(({ item, verdict }) => [item, verdict])).toEqual([[films[HEAT]?.id, "liked"]]);
    expect(heard.said.map(({ items }) => items)).toEqual([[HEAT], [ALIEN]]);
    expect(new Set(heard.exclude)).toEqual(new Set([films[HEAT]?.id, films[ALIEN]?.id]));
  });

  it("goes on where it stopped, takes 'that one' for what the other named, and does not hear it as liked", async () => {
    const heard = await listen(turn("a", 3));
    expect(heard.history.map(({ item, verdict }) => [item, verdict])).toEqual([
      [films[HEAT]?.id, "liked"],
      [films[ALIEN]?.id, "disliked"],
    ]);
    expect(heard.said.at(-1)?.items).toEqual([]);
  });

  it("knows nothing of one dialogue in the next", async () => {
    const heard = await listen({ dialogue: "b", before: [seeker("hello")] });
    expect(heard.history).toEqual([]);
    expect(heard.exclude).toEqual([]);
  });
});
