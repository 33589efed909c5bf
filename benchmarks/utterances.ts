/** What a turn asks of the agent: each kind takes another way through the graph. */
export type TurnKind =
  | "first wish"
  | "wish"
  | "long sentence"
  | "refine"
  | "question"
  | "feedback"
  | "unknown title"
  | "memory"
  | "flow";

export interface Utterance {
  readonly kind: TurnKind;
  readonly text: string;
}

/**
 * Utterances of every kind that a talk holds, in an order that keeps references meaningful: the first one meets an empty table. Each
 * round says them all as another user, so that histories grow from nothing again and again.
 */
export const UTTERANCES: readonly Utterance[] = [
  { kind: "first wish", text: "90s sci-fi under two hours" },
  { kind: "refine", text: "shorter" },
  { kind: "feedback", text: "seen the first one" },
  { kind: "question", text: "why the second?" },
  { kind: "refine", text: "without horror" },
  { kind: "refine", text: "more" },
  { kind: "question", text: "who directed the first?" },
  { kind: "wish", text: "I loved Heat and The Insider, what now?" },
  { kind: "refine", text: "more like the second one" },
  { kind: "refine", text: "newer" },
  { kind: "question", text: "would I like Fargo?" },
  { kind: "question", text: "compare 1 and 3" },
  { kind: "feedback", text: "not those" },
  { kind: "feedback", text: "hated the second" },
  { kind: "unknown title", text: "something like The Gleaming Ostrich of Zanzibar" },
  { kind: "wish", text: "anything by Kurosawa" },
  { kind: "wish", text: "like Alien but not horror" },
  { kind: "question", text: "what is the first about?" },
  { kind: "wish", text: "top 3 war films" },
  { kind: "feedback", text: "4 stars for The Matrix" },
  { kind: "unknown title", text: "have you got Zorbatron and the Velvet Teapot?" },
  { kind: "memory", text: "I hate musicals" },
  { kind: "wish", text: "a slow romance about letters and the sea" },
  {
    kind: "long sentence",
    text:
      "It's Friday night and my wife and I can't agree on anything, so could you find us some crime or mystery films from the " +
      "seventies or the eighties that run no longer than two and a quarter hours, with Al Pacino or Robert De Niro in the cast, " +
      "but nothing about serial killers and no comedies, newest first?",
  },
  { kind: "memory", text: "what do you know about me?" },
  {
    kind: "long sentence",
    text:
      "I've seen Alien, Jaws and Fargo and loved them, I couldn't stand Titanic, my kids are asleep and I'm in the mood for something " +
      "tense and clever like The Silence of the Lambs, made after 1985, that isn't too long and doesn't star Tom Cruise.",
  },
  { kind: "flow", text: "undo" },
  { kind: "wish", text: "surprise me" },
  { kind: "unknown title", text: "I loved Blade Ruiner, more like that" },
  { kind: "flow", text: "hello" },
  { kind: "flow", text: "thanks" },
];
