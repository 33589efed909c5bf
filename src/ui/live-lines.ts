import { sanitise, sanitiseLine } from "../sanitise.ts";
import { stepText } from "../talk/account.ts";
import type { TurnView } from "../talk/turn.ts";
import type { RoleText } from "./theme.tsx";
import { cutLine, wrapText } from "./wrap.ts";

/**
 * The turn in the making as at most `height` lines of at most `width` columns. What does not fit goes in this order: early parts
 * of the reply, early steps, what was understood: a live region taller than the screen would make the terminal flicker.
 */
export function liveLines(turn: TurnView, width: number, height: number): readonly RoleText[] {
  const lines: RoleText[] = [{ role: "you", text: `› ${sanitiseLine(turn.text)}` }];
  if (turn.understood !== "") lines.push({ role: "muted", text: `  ${sanitiseLine(turn.understood)}` });
  const steps = turn.steps.map((step): RoleText => ({ role: "muted", text: `  ${stepText(step)}` }));
  const reply =
    turn.reply === ""
      ? []
      : wrapText(sanitise(turn.reply), width - 2).map(
          (text): RoleText => ({ role: "plain", text: `  ${text}` }),
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
