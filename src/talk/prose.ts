import type { AnswerItem } from "../../agents/answer.ts";
import type { TurnFinished } from "../../agents/events.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { sanitise, sanitiseLine } from "../sanitise.ts";
import { facetLine, ratingText, titleText } from "./wording.ts";

/** An answer as plain lines: the reply, then the items. No colour, no columns: it can be read aloud. */
export function answerLines(answer: TurnFinished, catalogue: Catalogue): string[] {
  const lines = [...sanitise(answer.reply).trimEnd().split("\n"), ...cardLines(answer.items, catalogue)];
  if (answer.options.length > 0) lines.push(`(${answer.options.map(sanitiseLine).join(" / ")})`);
  return lines;
}

/** Items, numbered from 1: title with year, facets, predicted rating, one reason. */
export function cardLines(items: readonly AnswerItem[], catalogue: Catalogue): string[] {
  return items.flatMap((item, index) => {
    const lines = [`${index + 1}. ${titleText(item, catalogue.facets)}`];
    const facets = facetLine(item.facets, catalogue.facets);
    const reason = item.reasons[0]?.claim;
    if (facets !== "") lines.push(`   ${facets}`);
    if (item.predictedRating !== undefined) {
      lines.push(`   you would give it about ${ratingText(item.predictedRating)}`);
    }
    if (reason !== undefined) lines.push(`   ${sanitiseLine(reason)}`);
    return lines;
  });
}
