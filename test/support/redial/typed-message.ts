import type { Random } from "../../../memory/random.ts";
import { asTyped } from "../wishes/as-typed.ts";
import { type Dialogue, plainTitle } from "./dialogues.ts";
import { nameOf } from "./name-of.ts";

/** A film's title in a message, as it was typed. */
export interface TypedTitle {
  /** ReDial's number of the film. */
  readonly id: string;
  /** As the dialogue has it, with the year where it is known. */
  readonly title: string;
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** What the typing did to it, all that applies: never empty. */
  readonly ways: readonly string[];
}

export interface TypedMessage {
  readonly text: string;
  readonly titles: readonly TypedTitle[];
}

/** A message with its films' numbers replaced by their titles, as people type them. */
export function typedMessage(
  text: string,
  movieMentions: Dialogue["movieMentions"],
  random: Random,
): TypedMessage {
  const titles: TypedTitle[] = [];
  let typedText = "";
  let done = 0;
  for (const mention of text.matchAll(/@(\d+)/g)) {
    const [all, id = ""] = mention;
    const title = plainTitle(movieMentions[id] ?? "");
    const typed = asTyped(title, random);
    typedText += text.slice(done, mention.index);
    const start = typedText.length;
    typedText += typed;
    titles.push({ id, title, typed, start, end: typedText.length, ways: waysTyped(title, typed) });
    done = mention.index + all.length;
  }
  return { text: typedText + text.slice(done), titles };
}

/** In how many ways a title was typed otherwise than it is written: with the bare title to compare with. */
export function waysTyped(title: string, typed: string): string[] {
  const [, bare = title, year = ""] = /^(.*\S) \((\d{4})\)$/.exec(title) ?? [];
  const dated = year !== "" && !bare.endsWith(year) && new RegExp(`\\(?${year}\\)?$`).test(typed);
  const name = dated ? typed.replace(/ \(?\d{4}\)?$/, "") : typed;
  const ways = [
    dated && "with its year",
    name === name.toLowerCase() && bare !== bare.toLowerCase() && "in small letters",
    ARTICLE.test(bare) && !ARTICLE.test(name) && "without its article",
    marksOf(bare) !== marksOf(name) && "with other marks",
    nameOf(name) !== nameOf(bare) && (arabic(name) === arabic(bare) ? "with another numeral" : "misspelt"),
  ].filter((way) => way !== false);
  return ways.length > 0 ? ways : ["as it is written"];
}

const ARTICLE = /^(?:the|an?) /i;

/** Everything that is no letter, figure or space; accents too. */
function marksOf(title: string): string {
  return title.normalize("NFD").replace(/[a-z0-9\s]/gi, "");
}

const ROMAN = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

function arabic(title: string): string {
  const words = title.toLowerCase().replace(/[a-z]+/g, (word) => {
    const place = ROMAN.indexOf(word);
    return place < 0 ? word : `${place + 2}`;
  });
  return nameOf(words);
}
