import type { AnswerItem } from "../../agents/answer.ts";
import type { CatalogueFace } from "./catalogue-face.ts";
import { markdownLine, markdownText } from "./markdown.ts";
import type { Resumption } from "./shown.ts";
import type { TurnView } from "./turn.ts";
import { facetLine, ratingWords, titleText } from "./wording.ts";

/** What was said with one person about one catalogue, as far as this process knows. */
export interface Chapter {
  readonly user: string;
  readonly thread: string;
  readonly catalogue: CatalogueFace;
  /** What an earlier process left. */
  readonly before: Resumption | undefined;
  readonly turns: readonly TurnView[];
}

/** The chapters of a chat as Markdown: who, when, about what; every turn with what was understood, its reply and its list. */
export function transcript(chapters: readonly Chapter[], written: Date): string {
  const told = chapters.filter(({ before, turns }) => before !== undefined || turns.length > 0);
  const title = [...new Set(told.map(({ catalogue }) => catalogue.name))].join(", ");
  const blocks = [
    `# A talk about ${markdownLine(title)}`,
    `Written by Cicerone on ${written.toLocaleDateString("sv")} at ${written.toLocaleTimeString("sv").slice(0, 5)}.`,
    ...told.flatMap(chapterBlocks),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function chapterBlocks({ user, thread, catalogue, before, turns }: Chapter): string[] {
  const { name, noun, size, simulated } = catalogue;
  return [
    `## ${markdownLine(user)} about ${markdownLine(name)}`,
    `Thread ${markdownLine(thread)}; ${size.toLocaleString("en")} ${noun.many}.`,
    simulated ? "The people whose tastes were learnt from here are simulated, and so are all ratings." : "",
    ...(before === undefined ? [] : beforeBlocks(before, catalogue)),
    ...turns.flatMap((turn) => turnBlocks(turn, catalogue)),
  ];
}

/** Of earlier turns the words are known, and the latest list. */
function beforeBlocks({ said, items }: Resumption, catalogue: CatalogueFace): string[] {
  return [
    "*Said earlier; of these turns only the latest list is still known.*",
    ...said.flatMap(({ user, agent }) => [quoted(user), markdownText(agent)]),
    listBlock(items, catalogue),
    "*Since then:*",
  ];
}

function turnBlocks(turn: TurnView, catalogue: CatalogueFace): string[] {
  const { text, understood, answer, failure } = turn;
  const blocks = [quoted(text), understood === "" ? "" : `*Understood: ${markdownLine(understood)}*`];
  if (failure !== undefined) return [...blocks, `*${markdownLine(failure.message)}*`];
  if (answer === undefined) return blocks;
  const options = answer.options.map(markdownLine).join(", ");
  return [
    ...blocks,
    markdownText(answer.reply),
    options === "" ? "" : `Answers to choose from: ${options}.`,
    listBlock(answer.items, catalogue),
  ];
}

function quoted(text: string): string {
  return markdownText(text)
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function listBlock(items: readonly AnswerItem[], catalogue: CatalogueFace): string {
  return items.map((item, index) => cardBlock(item, `${index + 1}. `, catalogue)).join("\n");
}

/** Title; below it what is expected, what it is, and every reason. */
function cardBlock(item: AnswerItem, number: string, { facets }: CatalogueFace): string {
  const about = [
    ...(item.predictedRating === undefined ? [] : [ratingWords(item.predictedRating)]),
    facetLine(item.facets, facets),
    ...item.reasons.map(({ claim }) => claim),
  ];
  const indent = " ".repeat(number.length);
  return [
    `${number}**${markdownLine(titleText(item, facets))}**`,
    ...about.filter((line) => line !== "").map((line) => `${indent}- ${markdownLine(line)}`),
  ].join("\n");
}
