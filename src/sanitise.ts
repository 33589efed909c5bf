// What a terminal would obey instead of show. Strings (OSC, DCS, SOS, PM, APC) come with their payload, up to their
// terminator, before the shorter forms could eat their introducer.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const STRINGS = /(?:\u{1b}[\]PX^_]|[\u{90}\u{98}\u{9d}-\u{9f}])[\s\S]*?(?:\u{7}|\u{1b}\\|\u{9c}|$)/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ESCAPES = /(?:\u{1b}\[|\u{9b})[0-?]*[ -/]*[@-~]|\u{1b}[ -/]*[0-~]/gu;
// Bidirectional overrides and isolates can make a line read as another than it is; line separators break layout.
const HIDDEN = /[\u{202a}-\u{202e}\u{2066}-\u{2069}\u{200e}\u{200f}\u{61c}\u{feff}]/gu;

/**
 * Text that came from a person, a model or a catalogue, made safe to print: no escape sequence, no control character,
 * no bidirectional override. Line feeds stay. Every surface passes such text through here, once, before a terminal sees it.
 */
export function sanitise(text: string): string {
  return text
    .replace(STRINGS, "")
    .replace(ESCAPES, "")
    .replace(/\r\n?|[\u{2028}\u{2029}\u{85}]/gu, "\n")
    .replaceAll("\t", "  ")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(HIDDEN, "");
}

/**
 * A value as one line of JSON that is safe to print: what a terminal would obey is written as an escape, which every reader of
 * JSON turns back into the same value.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u{7f}-\u{9f}\u{2028}\u{2029}]|[\u{202a}-\u{202e}\u{2066}-\u{2069}\u{200e}\u{200f}\u{61c}\u{feff}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `sanitise` for what must stay on one line: a title, a facet value, a tool's summary. */
export function sanitiseLine(text: string): string {
  return sanitise(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
