import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { FILLER } from "../words/filler.ts";
import { aboutItems } from "./about-items.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";

const PATTERNS = [
  /(?:^|(?<=, )|(?<=(?:and|but|so|ok) ))(?:do you (?:think|reckon|believe) )?(?:would|will|might|could|should|do you think|am|how (?:much )?(?:would|will)) (?:i|we|id|ill|my \S+) (?:be )?(?:also |really |probably |actually |even )*(?:like|love|enjoy|hate|dislike|rate|watch|see|read|try|into|want to (?:watch|see|read|try))(?: to like)?\b(?<named>.*)$/,
  /(?:^|(?<=[, ]))(?:and |but |so )*what (?:rating )?(?:would|will|might) (?:i|we|my \S+) (?:probably |likely )?(?:rate|give)\b(?<named>.*)$/,
  /(?:^|(?<=[, ]))(?:and |but )*(?:do you think|you think) (?:i would|id|ill|i will|i might) (?:like|love|enjoy|hate)\b(?<named>.*)$/,
  /^(?:and |but |so |, )*(?:what do you think|what are your thoughts|any thoughts|thoughts|your opinion|whats your opinion) (?:of|about|on) (?<named>.*)$/,
  /^(?:and |but |so |, )*(?:is|are|was) (?<named>.*)\b(?:any good|good|decent|any fun|fun|great|watchable|readable|recommended|worth (?:it|ITEM|a .*|.*ing)|good for me|for me|a good (?:pick|choice|fit)(?: for me)?|something (?:for me|i would like|id like)|my (?:thing|taste|style|cup of tea))$/,
];

/** Whether any word could be a title: "would I like Blargon?" does, "should I watch something tonight?" does not. */
function namesSomething({ match }: Found): boolean {
  const words = (match.groups?.named ?? "").split(" ");
  return words.some(
    (word) => word.length > 2 && !/[A-Z,]/.test(word) && !FILLER.has(word) && !ORDINARY_WORDS.has(word),
  );
}

/** "would I like Fargo?", "is the second any good?": what this person would think of an item. */
export const wouldLike: ActReader = {
  name: "would-like",
  read: (utterance) => {
    const { focus } = utterance.situation;
    const otherwise = focus === undefined ? [] : [focus];
    return PATTERNS.flatMap((pattern) =>
      find(utterance, pattern)
        .filter((found) => found.items.length > 0 || found.unknown !== undefined || namesSomething(found))
        .map((found) => ({
          from: found.from,
          to: found.to,
          acts: aboutItems(utterance, found, (items) => ({ act: "would-like", items }), { otherwise }),
        })),
    );
  },
};
