import type { AnswerItem } from "../../agents/answer.ts";
import type { TurnFinished } from "../../agents/events.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { sanitise, sanitiseLine } from "../sanitise.ts";
import { facetWords, ratingWords, titleText } from "./wording.ts";

/** An answer as plain lines, to be read aloud as well: the reply, then the items, then what one can answer. No signs, no columns. */
export function answerLines(answer: TurnFinished, catalogue: Catalogue): string[] {
  const lines = [...sanitise(answer.reply).trimEnd().split("\n"), ...cardLines(answer.items, catalogue)];
  if (answer.options.length > 0) lines.push(`You can say: ${answer.options.map(sanitiseLine).join(", ")}.`);
  return lines;
}

/** Items, numbered from 1: title with year, facets, predicted rating, one reason. */
export function cardLines(items: readonly AnswerItem[], catalogue: Catalogue): string[] {
  return items.flatMap((item, index) => {
    const lines = [`${index + 1}. ${titleText(item, catalogue.facets)}`];
    const facets = facetWords(item.facets, catalogue.facets);
    const reason = item.reasons[0]?.claim;
    if (facets !== "") lines.push(`   ${facets}`);
    if (item.predictedRating !== undefined) {
      lines.push(`   ${ratingWords(item.predictedRating)}`);
    }
    if (reason !== undefined) lines.push(`   ${sanitiseLine(reason)}`);
    return lines;
  });
}
