import { type HistoryEvent, isFromExport, lastWords, metItems } from "../../../../memory/users/history.ts";
import type { Fact } from "../../../../memory/users/profile.ts";
import type { Scene } from "./scene.ts";
import { dislikedWords, likedWords } from "./subject-words.ts";
import { listed, numeral, plural } from "./wording.ts";

export interface Memory {
  readonly words: string;
  readonly said: string;
  readonly tonight: boolean;
  readonly imported: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What is remembered, in words. Items that one sentence judged alike are told of together. */
export function memories(facts: readonly Fact[], events: readonly HistoryEvent[], scene: Scene): Memory[] {
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

/** Who is spoken of in a pronoun is remembered in one. */
const SUBJECTS: Readonly<Record<string, string>> = { him: "he", her: "she", them: "they" };

function factWords({ subject, polarity, holder }: Fact, { catalogue }: Scene): string {
  if (holder !== undefined) {
    const who = SUBJECTS[holder] ?? holder;
    const many = /s$/u.test(holder) || holder === "them";
    const [likes, wants] = many ? ["like", "want"] : ["likes", "wants"];
    if (polarity === "dislike") return `${who} ${wants} no ${dislikedWords(subject, catalogue)}`;
    return `${who} ${likes} ${likedWords(subject, catalogue)}`;
  }
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

const MOST_FACTS = 8;
const NAMED = 3;

/** Too much to be told one by one: preferences, then how many of each kind, with the best or the latest by name. */
export function summaryOf(facts: readonly Fact[], events: readonly HistoryEvent[], scene: Scene): string[] {
  const { noun } = scene.catalogue;
  const told = facts
    .slice(-MOST_FACTS)
    .reverse()
    .map((fact) => factWords(fact, scene));
  const byVerdict = Map.groupBy(lastWords(events).reverse(), ({ verdict }) => verdict);
  const of = (verdict: HistoryEvent["verdict"]): readonly HistoryEvent[] => byVerdict.get(verdict) ?? [];
  const line = (
    verdict: HistoryEvent["verdict"],
    words: (count: string) => string,
    named: string,
  ): string[] => {
    const all = of(verdict);
    if (all.length === 0) return [];
    const count = `${all.length} ${plural(all.length, noun.one, noun.many)}`;
    return [`${words(count)}${named}: ${titlesOf(all, scene)}`];
  };
  const rated = [...of("rated")].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const mean = rated.reduce((sum, { value }) => sum + (value ?? 0), 0) / (rated.length || 1);
  const ratings = `you rated ${rated.length} ${plural(rated.length, noun.one, noun.many)}, ${numeral(Math.round(10 * mean) / 10)} on average`;
  return [
    ...told,
    ...(facts.length > told.length ? [`and ${facts.length - told.length} more preferences`] : []),
    ...(rated.length === 0 ? [] : [`${ratings}; the best: ${titlesOf(rated, scene)}`]),
    ...line("liked", (count) => `you liked ${count}`, ", last"),
    ...line("disliked", (count) => `you disliked ${count}`, ", last"),
    ...line("seen", (count) => `you've ${noun.past} ${count} more`, ", last"),
    ...line("rejected", (count) => `you turned down ${count}`, ", last"),
    ...line("wanted", (count) => `you want to ${noun.verb} ${count}`, ", last"),
  ].map((words) => `- ${words}`);
}

function titlesOf(events: readonly HistoryEvent[], { title }: Scene): string {
  return listed(events.slice(0, NAMED).map(({ item }) => title(item)));
}
