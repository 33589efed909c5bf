import { describe, expect, it } from "vitest";
import { ItemId } from "../../../../memory/ids.ts";
import { filmFinder, spokenIn } from "../../../../src/evaluation/conversation/redial-dialogues.ts";
import type { RedialDialogue } from "../../../../src/evaluation/conversation/redial-files.ts";
import { crossValidated } from "../../../../src/evaluation/conversation/redial-folds.ts";
import { measuredTurns } from "../../../../src/evaluation/conversation/redial-turns.ts";
import { catalogueOf } from "../../../support/catalogue.ts";

const catalogue = catalogueOf(
  [
    { id: ItemId.parse("11"), title: "It", facets: {}, identifiers: { imdb: "tt0000011" } },
    { id: ItemId.parse("12"), title: "The Fog", facets: {} },
    { id: ItemId.parse("13"), title: "Why Him?", facets: {} },
  ],
  [],
);
const filmOf = filmFinder(catalogue, new Map([["99", "tt0000011"]]));

const SEEKER = 1;
const OTHER = 2;
function dialogue(conversationId: string, ...said: [number, string][]): RedialDialogue {
  return {
    conversationId,
    initiatorWorkerId: SEEKER,
    movieMentions: {
      "11": "It (2017)",
      "99": "It ",
      "12": "The Fog  (1980)",
      "13": "Why Him%3F (2016)",
      "98": null,
    },
    messages: said.map(([senderWorkerId, text], messageId) => ({ senderWorkerId, text, messageId })),
  };
}

describe("a recorded dialogue", () => {
  it("is words without titles, words with them, and films under any of their numbers", () => {
    const [first, second] = spokenIn(
      dialogue("1", [SEEKER, "like @99 at @10pm"], [OTHER, "@13, @98"]),
      filmOf,
    );
    expect(first).toEqual({ by: "seeker", text: "like   at @10pm", typed: "like It at @10pm", items: [0] });
    expect(second?.typed).toBe("Why Him? (2016), @98");
    expect(second?.items).toEqual([2]);
  });
});

describe("measured turns", () => {
  const talk = dialogue(
    "5",
    [SEEKER, "like @12"],
    [OTHER, "try @99"],
    [OTHER, "or @13 or @12"],
    [SEEKER, "ok"],
  );
  const entities = new Map([
    [1, "<http://dbpedia.org/resource/It_(2017_film)>"],
    [2, "<http://dbpedia.org/resource/Why_Him%3F>"],
    [3, "<http://dbpedia.org/resource/The_Fog_(1980_film)>"],
  ]);
  const turn = { dialog_id: "test_5", turn_id: 2, rec: [2, 1, 3], prev_entity: [3] };

  it("are what one person says in a row, with what was said before, and names matched to the films marked there", () => {
    const [measured] = measuredTurns({ dialogues: [talk], turns: [turn], entities }, catalogue, filmOf);
    expect(measured?.before.map(({ typed }) => typed)).toEqual(["like The Fog (1980)"]);
    expect(measured?.targets).toEqual([
      { item: 2, name: "Why Him%3F", fresh: true },
      { item: 0, name: "It", fresh: true },
      { item: 1, name: "The Fog", fresh: false },
    ]);
  });

  it("have no film where the catalogue has none of the marked ones left", () => {
    const lost = { ...turn, rec: [2, 1, 3, 4] };
    const [measured] = measuredTurns(
      { dialogues: [talk], turns: [lost], entities: new Map([...entities, [4, "<x/Zodiac>"]]) },
      catalogue,
      filmOf,
    );
    expect(measured?.targets.at(3)).toEqual({ item: undefined, name: "Zodiac", fresh: true });
  });

  it("must belong to a dialogue that is there", () => {
    const stray = { ...turn, dialog_id: "test_6" };
    expect(() => measuredTurns({ dialogues: [talk], turns: [stray], entities }, catalogue, filmOf)).toThrow(
      RangeError,
    );
  });
});

it("measures every training dialogue once, learning from those of other days", () => {
  const training = [7, 3, 9, 1, 5].map((id) => dialogue(`${id}`, [SEEKER, "hi"], [OTHER, "@12"]));
  const folds = crossValidated({ training }, catalogue, filmOf);
  expect(folds.map(({ turns }) => turns.map((turn) => turn.dialogue))).toEqual([
    ["1"],
    ["3"],
    ["5"],
    ["7"],
    ["9"],
  ]);
  expect(folds[0]?.names).toEqual(["3", "5", "7", "9"]);
  expect(folds[0]?.turns[0]?.targets).toEqual([{ item: 1, name: "The Fog", fresh: true }]);
});
