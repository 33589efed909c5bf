import { aboutItems } from "./about-items.ts";
import { type ActReader, find } from "./act-reader.ts";

const PATTERN =
  /(?:^|(?<=, )|(?<=(?:and|but|ok|so) ))(?:(?:why|how come) (?:(?:isnt|is not|arent|wasnt|werent|didnt you (?:show|suggest|recommend|list|include|pick)|dont you (?:show|suggest|recommend|list)|no|not) )(?<named>(?:the )?ITEM.*)|(?:whats|what is) wrong with (?<wrong>(?:the )?ITEM.*)|where(?:s| is) (?<where>(?:the )?ITEM))$/;

/** "why not Heat?", "why isn't Alien on the list?": what speaks against an item, or stands before it. */
export const whyNot: ActReader = {
  name: "why-not",
  read: (utterance) =>
    find(utterance, PATTERN)
      .filter(({ items, unknown }) => items.length > 0 || unknown !== undefined)
      .map((found) => ({
        from: found.from,
        to: found.to,
        acts: aboutItems(utterance, found, (items) => ({ act: "why-not", items })),
      })),
};
