import { agreementText, changeRows, changeText } from "./change-table.ts";
import { CHANGE_NOTE, type ReportChange } from "./compare.ts";
import { escapeMarkdown, markdownTable } from "./markdown.ts";

/** What changed since an earlier report, as a section of Markdown. */
export function compareMarkdown(change: ReportChange): string {
  const items = [...change.protocol, ...change.versions].map(
    (each) => `- ${escapeMarkdown(changeText(each))}`,
  );
  const parts = [
    `## ${escapeMarkdown(change.title)}: before and now`,
    `**${escapeMarkdown(agreementText(change))}**`,
    ...(items.length === 0 ? [] : [items.join("\n")]),
    markdownTable(["system", "metric", "before", "now", "difference"], changeRows(change.figures)),
    CHANGE_NOTE,
  ];
  return `${parts.join("\n\n")}\n`;
}
