import { sanitise, sanitiseLine } from "../sanitise.ts";
import { stepText } from "../talk/account.ts";
import type { TurnView } from "../talk/turn.ts";
import { durationText } from "../talk/wording.ts";
import type { Entry } from "./chat-model.ts";
import type { RoleText } from "./theme.tsx";

/** What an entry says above its cards. */
export function linesAbove(entry: Entry): readonly RoleText[] {
  switch (entry.kind) {
    case "welcome":
      return [
        ...entry.welcome.lines.map((text) => line("plain", text)),
        line("muted", "For example:"),
        ...entry.welcome.examples.map((text) => line("you", `  ${text}`)),
      ];
    case "resumed":
      return [
        line("muted", "Last time"),
        said(entry.before.exchange.user),
        line("plain", sanitise(entry.before.exchange.agent).trimEnd()),
      ];
    case "turn":
      return turnLines(entry.turn);
    case "notice":
      return [said(entry.line), line("plain", sanitise(entry.lines.join("\n")))];
    case "mistake":
      return [
        said(entry.line),
        line("caution", sanitise(entry.message)),
        ...optional("muted", entry.hint && sanitise(entry.hint)),
      ];
  }
}

/** What an entry says below its cards: answers one can give, or what went wrong. */
export function linesBelow(entry: Entry): readonly RoleText[] {
  if (entry.kind === "resumed") return optional("you", optionsText(entry.before.options));
  if (entry.kind !== "turn") return [];
  const { answer, failure } = entry.turn;
  if (failure?.code === "cancelled") return [line("muted", "  stopped; nothing of it is kept")];
  return [
    ...optional("you", answer && optionsText(answer.options)),
    ...optional("trouble", failure && sanitise(failure.message)),
    ...optional("muted", failure?.hint && sanitise(failure.hint)),
  ];
}

function turnLines(turn: TurnView): RoleText[] {
  const { text, understood, steps, fallback, answer } = turn;
  return [
    said(text),
    ...optional("muted", understood && `  ${sanitiseLine(understood)}`),
    ...optional("muted", steps.length > 0 && `  ${stepsText(turn)}`),
    ...optional("caution", fallback && `  The grammar stood in for the model: ${sanitiseLine(fallback)}`),
    ...optional("plain", answer && sanitise(answer.reply).trimEnd()),
  ];
}

/** "retrieve 4 ms · score 2 ms · 9 ms in all"; each step's own words are in /plan. */
function stepsText({ steps, answer }: TurnView): string {
  const parts = steps.map((step) =>
    step.milliseconds === undefined ? stepText(step) : `${step.tool} ${durationText(step.milliseconds)}`,
  );
  const all = answer === undefined ? [] : [`${durationText(answer.milliseconds)} in all`];
  // Lines break after a dot, never within a step.
  return [...parts, ...all].map((part) => part.replaceAll(" ", "\u00a0")).join("\u00a0· ");
}

/** "  1 Drama · 2 Comedy": lines break after a dot, never within an option. */
function optionsText(options: readonly string[]): string {
  if (options.length === 0) return "";
  const numbered = options.map((option, index) => `${index + 1} ${sanitiseLine(option)}`);
  return `  ${numbered.map((option) => option.replaceAll(" ", "\u00a0")).join("\u00a0· ")}`;
}

/** Lines of what was said that stay on the screen: a long paste was sent whole, but need not be read again. */
const MOST_SAID_LINES = 8;

function said(text: string): RoleText {
  const lines = sanitise(text).split("\n");
  const left = lines.length - MOST_SAID_LINES;
  const shown = left > 1 ? [...lines.slice(0, MOST_SAID_LINES), `… ${left} more lines`] : lines;
  return line("you", `› ${shown.join("\n  ")}`);
}

function line(role: RoleText["role"], text: string): RoleText {
  return { role, text };
}

function optional(role: RoleText["role"], text: string | false | undefined): RoleText[] {
  return text ? [line(role, text)] : [];
}
