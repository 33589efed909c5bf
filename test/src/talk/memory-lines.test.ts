import { expect, test } from "vitest";
import { UserId } from "../../../memory/ids.ts";
import type { HistoryEvent } from "../../../memory/users/history.ts";
import { memoryLines } from "../../../src/talk/memory-lines.ts";
import { filmCatalogue, filmId } from "../../fixtures/films.ts";

const catalogue = filmCatalogue();

function event(title: string, verdict: HistoryEvent["verdict"], at: number): HistoryEvent {
  return {
    id: at,
    user: UserId.parse("ada"),
    dataset: catalogue.name,
    item: filmId(title),
    verdict,
    scope: "always",
    provenance: { thread: "import/1/x", turn: 0, said: `file: ${title}`, at },
  };
}

const events = [
  event("Heat", "seen", 1),
  event("Fargo", "liked", 2),
  event("Alien", "wanted", 3),
  event("Seven", "seen", 4),
];

test("a long memory is counted, and the latest of it told", () => {
  expect(memoryLines({ facts: [], events }, catalogue, 2)).toEqual([
    "2 seen, 1 liked, 1 wanted (all of them: cicerone memory show); the latest 2:",
    "you want to watch Alien (file: Alien)",
    "you have watched Seven (file: Seven)",
  ]);
});

test("a short one is told whole", () => {
  expect(memoryLines({ facts: [], events }, catalogue, 4)).toHaveLength(4);
});
