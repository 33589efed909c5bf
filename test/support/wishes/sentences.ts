import type { Random } from "../../../memory/random.ts";
import { chance, pick } from "./drawing.ts";
import type { Grammar } from "./noun-phrase.ts";
import { GREETINGS, REASONS, THANKS } from "./openings.ts";
import { capitalised } from "./part.ts";

/** "…, but no musicals, oldest first." before the mark that ends the sentence. */
export function withAsides(sentence: string, asides: readonly string[], random: Random): string {
  const mark = sentence.slice(-1);
  return asides.length === 0
    ? sentence
    : `${sentence.slice(0, -1)}${asides.map((aside) => `${comma(sentence, aside, random)}${aside}`).join("")}${mark}`;
}

function comma(sentence: string, aside: string, random: Random): string {
  return aside.startsWith("but ") && !sentence.includes(", please") && chance(random, 0.4) ? " " : ", ";
}

/** "And no musicals, please." after what is asked for, now and then. */
export function joined(sentence: string, before: string, random: Random): string {
  if (before.endsWith(".") && /^[{](It|They)|^(Nothing|No) /.test(sentence) && chance(random, 0.3)) {
    return `And ${sentence.replace("{It|They}", "{it|they}").replace("{It has|They have}", "{it has|they have}").replace(/^N/, "n")}`;
  }
  return sentence;
}

/**
 * A message with its first capital, and now and then with a greeting, a reason or thanks, as people who talk to a machine as to a
 * person do.
 */
export function framed(message: string, random: Random): string {
  const lot = random();
  if (lot < 0.08) {
    const greeting = pick(random, GREETINGS);
    return `${greeting} ${greeting.endsWith(",") ? message : capitalised(message)}`;
  }
  if (lot < 0.24) {
    const reason = capitalised(pick(random, REASONS));
    const so = /^(I|I'm|I'd|can|could|we|we'd|do)\b/.test(message) && chance(random, 0.5);
    return so ? `${reason}, so ${message}` : `${reason}. ${capitalised(message)}`;
  }
  return lot < 0.32 ? `${capitalised(message)} ${pick(random, THANKS)}` : capitalised(message);
}

/** What can stand after "should be". */
export function canFollowBe(text: string): boolean {
  const others =
    /^(that|in which|with|starring|featuring|lasting|running|taking|involving|dealing|to do|out of|of|by|either)\b/;
  return !others.test(text);
}

/** "from the 70s, under two hours and about revenge" */
export function listed(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join("");
  return `${phrases.slice(0, -1).join(", ")} and ${phrases[phrases.length - 1] ?? ""}`;
}

/** Puts the form for one or for several films into `{is|are}`. */
export function agreeing(text: string, grammar: Grammar): string {
  return text.replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string) =>
    grammar === "many" ? many : one,
  );
}

/** No one says "please" or "but" twice in a breath, or writes a page. */
export function readsWell(said: string): boolean {
  const bare = said.replace(/⟦[^⟧]*⟧|⟪[^⟫]*⟫/g, "");
  const times = (word: RegExp): number => bare.match(word)?.length ?? 0;
  return (
    said.length <= 320 &&
    times(/\bplease\b/gi) <= 1 &&
    times(/\bbut\b/gi) <= 1 &&
    times(/\bthat\b/gi) <= 1 &&
    times(/\bsuggest\b/gi) <= 1 &&
    times(/\b(it|they) (should|shouldn't)\b/gi) <= 2 &&
    !/something\b.*\bsomething\b/i.test(bare)
  );
}
