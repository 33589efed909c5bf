import { type ActReader, find } from "./act-reader.ts";

const PATTERNS = [
  /^(?:(?:ok|please|just|only|no|,) )*keep (?:just |only )?(?:the )?ITEM(?: (?:and|or|,) (?:the )?ITEM)*(?: (?:and|,|but)? ?(?:(?:replace|swap|change|drop|lose|remove|throw out) )?(?:the )?(?:rest|others?|remaining ones)?(?: away| out)?)?(?: please)?$/,
  /^(?:(?:ok|please|just|,) )*(?:replace|swap|change|drop|lose|remove|get rid of) (?:everything|all|the rest|the others|COUNT)(?: of ITEM)? (?:but|except|apart from|other than) (?:the )?ITEM(?: (?:and|or|,) (?:the )?ITEM)*$/,
];

/** "keep 1 and 4": the others make room for the next ones. */
export const keep: ActReader = {
  name: "feedback",
  read(utterance) {
    const { shown, text } = utterance;
    return PATTERNS.flatMap((pattern) => find(utterance, pattern)).flatMap(({ from, to, items }) => {
      const others = shown.filter((item) => !items.includes(item));
      const stays = shown.some((item) => items.includes(item));
      if (!stays || others.length === 0) return [];
      const said = text.trim();
      return [
        {
          from,
          to,
          acts: [
            {
              act: "feedback" as const,
              items: others,
              verdict: "rejected" as const,
              scope: "tonight" as const,
              said,
            },
          ],
        },
      ];
    });
  },
};
