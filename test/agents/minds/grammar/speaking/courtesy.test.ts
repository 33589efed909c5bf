import { expect, test } from "vitest";
import { createSpeaker } from "../../../../../agents/minds/grammar/speaking/speaker.ts";
import { EMPTY_REQUEST } from "../../../../../tools/retrieval/request.ts";
import { findingsFor, situationFor } from "../../../../contract/mind.ts";
import { filmCatalogue, filmId } from "../../../../fixtures/films.ts";
import { shortlistOf } from "../../../../support/turns.ts";

const speak = createSpeaker(filmCatalogue());
const plan = { acts: [{ act: "thank" as const }], request: EMPTY_REQUEST, steps: [], understood: "" };
const reply = (text: string, titles: string[] = []): string =>
  speak(situationFor(text, { shortlist: shortlistOf(titles.map(filmId)) }), findingsFor(plan));

test.each(["yes", "ok", "OK.", "yeah, sure"])(
  "“%s” to nothing that was asked is answered with what can be said",
  (text) => {
    expect(reply(text, ["Heat"])).toMatch(/\bmore\b.*\bdifferent\b/u);
    expect(reply(text)).toBe("What would you like to watch?");
  },
);

test.each(["thanks", "ok, thank you", "perfect"])("“%s” is thanked for", (text) =>
  expect(reply(text, ["Heat"])).toMatch(/welcome|pleasure|Any time/u),
);
