import { describe, expect, it } from "vitest";
import { createClarifier } from "../../agents/clarify.ts";
import type { Plan } from "../../agents/plan.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";
import { situationFor } from "../contract/mind.ts";
import { cosmeticCatalogue } from "../fixtures/cosmetics.ts";
import { filmCatalogue } from "../fixtures/films.ts";
import { agentOf, genre, seeking } from "../support/agent.ts";

const films = filmCatalogue();
const clarify = createClarifier(films);
const anything: Plan = {
  acts: [{ act: "seek" }],
  request: EMPTY_REQUEST,
  steps: [{ tool: "retrieve" }, { tool: "score" }],
  understood: "",
};
const situation = situationFor("recommend me something");

describe("a clarifying question", () => {
  it("is asked of a stranger who asked for nothing in particular, with answers that divide the catalogue", () => {
    const question = clarify(anything, situation);
    expect(question?.facet).toBe("genre");
    expect(question?.options).toHaveLength(5);
    expect(question?.options).toContain("Drama");
  });

  it("is made from the facets of whatever the catalogue holds", () => {
    const question = createClarifier(cosmeticCatalogue())(anything, situation);
    expect(cosmeticCatalogue().facet(question?.facet ?? "")?.kind).toMatch(/category|tags/u);
  });

  it("is not asked when anything is known", () => {
    const wish: Plan = { ...anything, request: { ...EMPTY_REQUEST, constraints: [genre("War")] } };
    expect(clarify(wish, situation)).toBeUndefined();
    expect(clarify({ ...anything, request: { ...EMPTY_REQUEST, text: "slow" } }, situation)).toBeUndefined();
    expect(
      clarify({ ...anything, request: { ...EMPTY_REQUEST, surprise: true } }, situation),
    ).toBeUndefined();
  });

  it("is not asked twice in a row", () => {
    const question = clarify(anything, situation);
    expect(clarify(anything, { ...situation, question })).toBeUndefined();
  });

  it("is not asked when no answer would narrow anything down", () => {
    const alike = { ...films, value: () => ["Drama"] };
    expect(createClarifier(alike)(anything, situation)).toBeUndefined();
  });

  it("comes with a list all the same", async () => {
    const session = (await agentOf({ anything: seeking() })).session();
    const first = await session.ask("anything");
    expect(first.items).toHaveLength(5);
    expect(first.options).toHaveLength(5);
    expect(first.reply).toMatch(/\?.*:$/u);
    expect((await session.ask("anything")).options).toEqual([]);
  });
});
