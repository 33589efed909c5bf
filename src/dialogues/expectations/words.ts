import { matches } from "../pattern.ts";
import { faultless, type Judge, type Reader } from "./judge.ts";

type Patterns = string | readonly string[];

export const reply: Reader<Patterns> = (wanted) => all(wanted, (seen) => [seen.reply]);

export const replyNot: Reader<Patterns> = (wanted) => {
  const patterns = [wanted].flat();
  return (seen) =>
    faultless(
      patterns.filter((pattern) => matches(pattern, seen.reply)),
      (faults) => `it says ${faults}`,
    );
};

export const understood: Reader<Patterns> = (wanted) => all(wanted, (seen) => [seen.understood]);

/** Each pattern matches one of them. */
export const reasons: Reader<Patterns> = (wanted) => all(wanted, (seen) => seen.reasons);

function all(wanted: Patterns, textsOf: (seen: Parameters<Judge>[0]) => readonly string[]): Judge {
  const patterns = [wanted].flat();
  return (seen) => {
    const texts = textsOf(seen);
    const missed = patterns.filter((pattern) => !texts.some((text) => matches(pattern, text)));
    if (missed.length === 0) return undefined;
    const said = texts.filter((text) => text !== "");
    return said.length === 0 ? "nothing is said" : said.map((text) => `“${text}”`).join("; ");
  };
}
