import { sanitiseLine } from "../../sanitise.ts";

/** HTML that is safe to put into a page as it stands. Only `html` and `trusted` make it. */
export interface Markup {
  readonly markup: string;
}

export type Content = string | number | Markup | readonly Content[];

/** A template in which every text is escaped, and every `Markup` taken as it is; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = strings.map((part, at) => part + contentText(values[at] ?? ""));
  return { markup: parts.join("") };
}

/** What a program of ours wrote, not what came from data. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Text for content and quoted attributes, on one line: without control characters, bidirectional overrides and lone surrogates. */
export function escapeHtml(text: string): string {
  return sanitiseLine(text)
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function contentText(content: Content): string {
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  return isList(content) ? content.map(contentText).join("") : content.markup;
}

function isList(content: Markup | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content);
}
