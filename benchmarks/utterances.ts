/**
 * Twenty-five utterances of every kind that a talk holds, in an order that keeps references meaningful. Eight rounds make the
 * 200 mixed turns; each round is another user, so that histories grow from nothing eight times.
 */
export const UTTERANCES: readonly string[] = [
  "hello",
  "90s sci-fi under two hours",
  "shorter",
  "seen the first one",
  "why the second?",
  "without horror",
  "more",
  "who directed the first?",
  "I loved Heat and The Insider, what now?",
  "more like the second one",
  "newer",
  "would I like Fargo?",
  "compare 1 and 3",
  "not those",
  "hated the second",
  "anything by Kurosawa",
  "like Alien but not horror",
  "top 3 war films",
  "4 stars for The Matrix",
  "I hate musicals",
  "a slow romance about letters and the sea",
  "what do you know about me?",
  "undo",
  "surprise me",
  "thanks",
];
