import { describe, expect, it } from "vitest";
import type { Toolbox } from "../../agents/toolbox.ts";
import { filmId } from "../fixtures/films.ts";
import { agentOf, genre, judging, seeking } from "../support/agent.ts";
import { filmToolbox } from "../support/film-toolbox.ts";

const second = {
  "loved heat": judging("liked", filmId("Heat")),
  crime: seeking((before) => ({ ...before, constraints: [genre("Crime")], count: 3 })),
  "why the second?": (situation: {
    shortlist: { candidates: readonly { item: ReturnType<typeof filmId> }[] };
  }) => {
    const item = situation.shortlist.candidates[1]?.item ?? filmId("Heat");
    return {
      acts: [{ act: "why" as const, items: [item] }],
      steps: [{ tool: "explain" as const, items: [item] }],
    };
  },
};

describe("why the second?", () => {
  it("is answered with claims and their evidence, kept with the answer", async () => {
    const session = (await agentOf(second)).session();
    await session.ask("loved heat");
    const found = await session.ask("crime");
    expect(found).not.toHaveProperty("claims");
    const asked = await session.ask("why the second?");
    expect(asked.claims).toMatchObject([{ item: found.items[1]?.id }]);
    for (const { claim, evidence } of asked.claims?.[0]?.claims ?? []) {
      expect(claim).not.toBe("");
      expect(evidence.length).toBeGreaterThan(0);
    }
    expect((await session.resume?.())?.last?.answer.claims).toEqual(asked.claims);
  });

  it("ranks among what was found for the request, not the whole catalogue", async () => {
    const toolbox = await filmToolbox();
    const against: Parameters<Toolbox["explain"]>[0]["against"][] = [];
    const session = (
      await agentOf(second, {
        toolbox: {
          ...toolbox,
          explain: (input, signal) => {
            if (input.depth === "full") against.push(input.against);
            return toolbox.explain(input, signal);
          },
        },
      })
    ).session();
    await session.ask("loved heat");
    const found = await session.ask("crime");
    await session.ask("why the second?");
    expect(against).toHaveLength(1);
    expect(against[0]).toEqual(expect.arrayContaining(found.items.map(({ id }) => id)));
    expect(against[0]).not.toContain(filmId("Amélie"));
  });
});
