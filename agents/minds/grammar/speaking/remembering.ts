import { memories, summaryOf } from "./memories.ts";
import type { Voice } from "./scene.ts";
import { listed } from "./wording.ts";

const MOST_LINES = 12;

/** Exactly what was deleted. */
export const forget: Voice<"forget"> = (act, scene) => {
  const { forgotten } = scene.findings;
  const gone = memories(forgotten?.facts ?? [], forgotten?.events ?? [], scene).map(({ words }) => words);
  if (gone.length === 0) {
    return act.what === "everything"
      ? "There is nothing that I know about you."
      : "I had nothing like that to forget.";
  }
  if (gone.length > MOST_LINES) {
    return [
      "Forgotten, all of it:",
      ...summaryOf(forgotten?.facts ?? [], forgotten?.events ?? [], scene),
    ].join("\n");
  }
  return `Forgotten: that ${listed([...new Set(gone)])}.`;
};

export const undo: Voice<"undo"> = (_act, { findings, pick }) => {
  if (findings.undone === 0) return pick("There is nothing to undo.", "We are at the beginning already.");
  return findings.items.length > 0 ? undefined : pick("Undone: as if you hadn't said it.", "Taken back.");
};

export const startOver: Voice<"start-over"> = (_act, { situation, pick }) => {
  const keeps = situation.facts.length + situation.history.length > 0;
  return keeps
    ? pick(
        "A clean table. What I know about you stays.",
        "From the start, then; what I remember of you I keep.",
      )
    : pick("A clean table. What would you like?", "From the start, then.");
};
