import { describe, expect, test } from "vitest";
import { createLookUpTool, LookUpInput } from "../../tools/look-up.ts";
import { filmCatalogue, filmId, films } from "../fixtures/films.ts";

const tool = createLookUpTool({ catalogue: filmCatalogue() });
const lookUp = (input: unknown) => tool.run(LookUpInput.parse(input));
const heat = filmId("Heat");

describe("look-up", () => {
  test("tells everything, prose included, when nothing is asked for by name", async () => {
    const [found] = await lookUp({ items: [heat] });
    const film = films.find(({ id }) => id === heat);
    expect(found).toEqual({ item: heat, title: "Heat", facets: film?.facets, text: film?.text, missing: [] });
  });

  test("tells only the facets asked for, by name or as people call them", async () => {
    const [found, other] = await lookUp({
      items: [heat, filmId("Fargo")],
      facets: ["Directed by", "runtime", "how long"],
    });
    expect(found?.facets).toEqual({ director: ["Michael Mann"], runtime: 170 });
    expect(found?.text).toBeUndefined();
    expect(other?.facets).toEqual({ director: ["Joel Coen", "Ethan Coen"], runtime: 98 });
  });

  test("says what is missing instead of making it up", async () => {
    const full = filmCatalogue();
    const bare = createLookUpTool({
      catalogue: {
        ...full,
        value: (index, facet) => (facet === "runtime" ? undefined : full.value(index, facet)),
        text: () => undefined,
      },
    });
    const [found] = await bare.run(LookUpInput.parse({ items: [heat], facets: ["runtime", "year", "text"] }));
    expect(found).toMatchObject({ facets: { year: 1995 }, text: undefined, missing: ["runtime", "text"] });
    expect(bare.tell(found === undefined ? [] : [found])).toContain("runtime: not known");
  });

  test("names the nearest facet when there is none such", async () => {
    await expect(lookUp({ items: [heat], facets: ["direktor"] })).rejects.toMatchObject({
      code: "unknown-facet",
      hint: expect.stringMatching(/did you mean director\?.*runtime/),
    });
  });

  test("refuses an unknown item, and stops when aborted", async () => {
    await expect(lookUp({ items: ["nothing"] })).rejects.toMatchObject({ code: "unknown-item" });
    const reason = new Error("enough");
    await expect(tool.run({ items: [heat], facets: [] }, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test("tells a model in lines", async () => {
    expect(tool.tell(await lookUp({ items: [heat], facets: ["runtime", "director"] }))).toBe(
      "Heat\nruntime: 170 min\ndirector: Michael Mann",
    );
  });
});
