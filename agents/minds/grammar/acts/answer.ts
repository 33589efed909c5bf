import { type ActReader, find } from "./act-reader.ts";

const INDIFFERENT =
  /^(?:either|both|any|anything|all|no idea|i dont (?:know|mind|care)|dont (?:know|mind|care)|no preference|doesnt matter|it doesnt matter|ITEM doesnt matter|whatever|not sure|im not sure|you (?:choose|decide|pick)|surprise me|no|skip|pass|yes|yeah|yep|sure|ok|okay|idk)(?: (?!.*\b(?:VALUE|RANGE|LEVEL|ITEM|COUNT|SORT|COMPARATIVE)\b).{0,20})?$/;

/** "none of those, a documentary": no option is meant, but what follows is. */
const NONE =
  /^(?:no )?(?:none of ITEM|neither(?: of ITEM)?|none|not those|no)(?: of (?:them|those|these))? ,(?= \S)/;

/**
 * An answer to the agent's own question that picks none of its options ("either", "no idea", "yes"): go on without. An option that is
 * named is read like any other wish; one that is pointed at ("the second") is read in its own words (`optionMeant`).
 */
export const answer: ActReader = {
  name: "refine",
  read: (utterance) => {
    const { question } = utterance.situation;
    const none = question === undefined ? [] : find(utterance, NONE).filter(({ opens }) => opens);
    if (none.length > 0) return none.slice(0, 1).map(({ from, to }) => ({ from, to, acts: [] }));
    const [first, ...rest] = utterance.sentences;
    if (question === undefined || first === undefined || rest.length > 0 || !INDIFFERENT.test(first.pattern))
      return [];
    return [{ from: first.from, to: first.to, acts: [{ act: "refine", how: `any ${question.facet}` }] }];
  },
};
