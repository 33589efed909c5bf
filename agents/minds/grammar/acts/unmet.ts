import { metItems } from "../../../../memory/users/history.ts";
import { type ActReader, find } from "./act-reader.ts";

const PATTERN =
  /(?:^|(?<=, ))(?:(?:no|wait|oops|sorry|actually|hang on|hold on|but|and|i mixed (?:it|ITEM|them) up|,) )*(?:i |ive |i have |that |ITEM )*(?:havent|have not|have never|never|ive never|ive not|didnt|did not)(?: actually| really| ever| even)* (?:seen|see|watched|watch|read|tried|saw) (?:the )?(?<named>ITEM.*)$/;

/** "wait, I haven't seen The Pianist": what memory holds of it was a mistake. Where it holds nothing, nothing is put right. */
export const unmet: ActReader = {
  name: "unmet",
  read(utterance) {
    const met = new Set(metItems(utterance.situation.history));
    return find(utterance, PATTERN).flatMap(({ from, to, items }) => {
      const known = items.filter((item) => met.has(item));
      return known.length === 0 ? [] : [{ from, to, acts: [{ act: "unmet" as const, items: known }] }];
    });
  },
};
