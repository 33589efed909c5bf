import { type HistoryEvent, isFromExport, metItems } from "../../../../memory/users/history.ts";
import type { Fact } from "../../../../memory/users/profile.ts";
import type { Scene, Voice } from "./scene.ts";
import { dislikedWords, likedWords } from "./subject-words.ts";
import { listed, numeral, quoted } from "./wording.ts";

const MOST_LINES = 12;

/** Everything remembered, newest first, each with the sentence it came from. */
export const recallMemory: Voice<"recall-memory"> = (_act, scene) => {
  const { situation } = scene;
  const all = memories(situation.facts, situation.history, scene).sort((a, b) => b.at - a.at);
  if (all.length === 0) {
    return scene.pick(
      "Nothing yet. Tell me what you like or what you know already, and I keep it.",
      `Nothing so far: tell me about ${scene.catalogue.noun.many} you liked.`,
    );
  }
  const lines = all
    .slice(0, MOST_LINES)
    .map(
      ({ words, tonight, imported, said }) =>
        `- ${words}${tonight ? ", tonight only" : ""} (${imported ? said : `you said ${quoted(said)}`})`,
    );
  const rest = all.length - lines.length;
  return [
    scene.pick("This is what I know about you:", "I remember this:"),
    ...lines,
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ].join("\n");
};

interface Memory {
  readonly words: string;
  readonly said: string;
  readonly tonight: boolean;
  readonly imported: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What is remembered, in words. Items that one sentence judged alike are told of together. */
function memories(facts: readonly Fact[], events: readonly HistoryEvent[], scene: Scene): Memory[] {
  const of = (words: string, { scope, provenance }: Pick<Fact, "scope" | "provenance">): Memory => ({
    words,
    said: provenance.said,
    tonight: scope === "tonight",
    imported: isFromExport(provenance),
    at: provenance.at,
  });
  // What was met is wanted no more.
  const met = new Set(metItems(events));
  const holding = events.filter(({ verdict, item }) => verdict !== "wanted" || !met.has(item));
  const alike = Map.groupBy(holding, ({ verdict, value, scope, provenance: { thread, turn, said } }) =>
    JSON.stringify([verdict, value, scope, thread, turn, said]),
  );
  return [
    ...facts.map((fact) => of(factWords(fact, scene), fact)),
    ...[...alike.values()].flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [of(eventWords(first, group, scene), first)];
    }),
  ];
}

const MOST_TITLES = 5;

function factWords({ subject, polarity }: Fact, { catalogue }: Scene): string {
  switch (polarity) {
    case "like":
      return `you like ${likedWords(subject, catalogue)}`;
    case "dislike":
      return `you want no ${dislikedWords(subject, catalogue)}`;
    case "neutral":
      return `you don't mind ${likedWords(subject, catalogue)}`;
  }
}

function eventWords(
  { verdict, value }: HistoryEvent,
  group: readonly HistoryEvent[],
  { title, catalogue }: Scene,
): string {
  const titles = [...new Set(group.map(({ item }) => title(item)))];
  const more = titles.length - MOST_TITLES;
  const name = more > 1 ? `${titles.slice(0, MOST_TITLES).join(", ")} and ${more} more` : listed(titles);
  switch (verdict) {
    case "seen":
      return `you've ${catalogue.noun.past} ${name}`;
    case "liked":
      return `you liked ${name}`;
    case "disliked":
      return `you disliked ${name}`;
    case "rejected":
      return `you turned down ${name}`;
    case "wanted":
      return `you want to ${catalogue.noun.verb} ${name}`;
    case "rated":
      return `you gave ${name} ${value === undefined ? "a rating" : numeral(value)}`;
  }
}

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
    return `Forgotten, all ${gone.length}: ${gone.slice(0, MOST_LINES).join("; ")}; and ${gone.length - MOST_LINES} more.`;
  }
  return `Forgotten: that ${listed([...new Set(gone)])}.`;
};

export const undo: Voice<"undo"> = (_act, { findings, pick }) => {
  if (findings.undone === false) return pick("There is nothing to undo.", "We are at the beginning already.");
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
