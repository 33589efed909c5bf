import { sanitise, sanitiseLine } from "../sanitise.ts";
import { stepText } from "../talk/account.ts";
import type { TurnView } from "../talk/turn.ts";
import type { Role } from "./theme.tsx";
import { cutLine, wrapText } from "./wrap.ts";

/** One screen line of known width. */
export interface ScreenLine {
  readonly role: Role;
  readonly text: string;
}

/**
 * The turn in the making as at most `height` lines of at most `width` columns. What does not fit goes in this order: early parts
 * of the reply, early steps, what was understood: a live region taller than the screen would make the terminal flicker.
 */
export function liveLines(turn: TurnView, width: number, height: number): readonly ScreenLine[] {
  const lines: ScreenLine[] = [{ role: "you", text: `› ${sanitiseLine(turn.text)}` }];
  if (turn.understood !== "") lines.push({ role: "muted", text: `  ${sanitiseLine(turn.understood)}` });
  const steps = turn.steps.map((step): ScreenLine => ({ role: "muted", text: `  ${stepText(step)}` }));
  const reply =
    turn.reply === ""
      ? []
      : wrapText(sanitise(turn.reply), width - 2).map(
          (text): ScreenLine => ({ role: "plain", text: `  ${text}` }),
        );
  const room = Math.max(0, height - lines.length);
  const replyRoom = Math.min(reply.length, Math.max(1, room - Math.min(steps.length, 3)));
  const kept = [
    ...steps.slice(-Math.max(0, room - replyRoom) || steps.length),
    ...reply.slice(-replyRoom || reply.length),
  ];
  return [...lines, ...kept]
    .slice(0, Math.max(1, height))
    .map((line) => ({ role: line.role, text: cutLine(line.text, width) }));
}
