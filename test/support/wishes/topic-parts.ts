import { pick } from "./drawing.ts";
import { capitalised, constrained, type PartMaker } from "./part.ts";
import type { WishedConstraint } from "./wish.ts";

export const keyword: PartMaker = ({ topics }, random) => {
  if (topics.length === 0) return undefined;
  const { value, about, none, setting } = pick(random, topics);
  const constraint: WishedConstraint = { facet: "keyword", test: { op: "any-of", values: [value] } };
  if (setting !== undefined) {
    return constrained("keyword", constraint, {
      after: [
        `set ${setting}`,
        `set ${setting}`,
        `that {takes|take} place ${setting}`,
        `taking place ${setting}`,
        `with a story set ${setting}`,
      ],
      sentence: [
        `{It|They} should be set ${setting}.`,
        `{It|They} should take place ${setting}.`,
        `I'd like {it|them} to be set ${setting}.`,
      ],
    });
  }
  const topic = pick(random, about);
  const inside = [`with ${topic} in {it|them}`, `that {has|have} ${topic} in {it|them}`];
  return constrained("keyword", constraint, {
    after: [
      `about ${topic}`,
      `about ${topic}`,
      `involving ${topic}`,
      `dealing with ${topic}`,
      `to do with ${topic}`,
      `that {involves|involve} ${topic}`,
      ...(none === undefined ? [] : inside),
    ],
    sentence: [
      `{It|They} should be about ${topic}.`,
      `{It|They} should involve ${topic}.`,
      `{It|They} should have something to do with ${topic}.`,
    ],
  });
};

export const withoutKeyword: PartMaker = ({ topics }, random) => {
  const choice = topics.filter(({ none, setting }) => none !== undefined || setting !== undefined);
  if (choice.length === 0) return undefined;
  const { value, none, setting } = pick(random, choice);
  const constraint: WishedConstraint = { facet: "keyword", test: { op: "none-of", values: [value] } };
  if (none === undefined) {
    return constrained("without-keyword", constraint, {
      aside: [`but not set ${setting}`, `just not set ${setting}`, `nothing set ${setting}`],
      sentence: [`{It|They} shouldn't be set ${setting}.`, `Nothing set ${setting}, please.`],
    });
  }
  return constrained("without-keyword", constraint, {
    aside: [
      `no ${none}`,
      `but no ${none}`,
      `but without any ${none}`,
      `but nothing about ${none}`,
      `nothing with ${none} in it`,
      `as long as {it has|they have} no ${none} in {it|them}`,
    ],
    sentence: [
      `No ${none}, please.`,
      `Nothing about ${none}, please.`,
      `I don't want any ${none} in {it|them}.`,
      `${capitalised(none)} shouldn't come up in {it|them}.`,
    ],
  });
};
