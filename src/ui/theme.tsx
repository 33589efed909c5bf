import { Text, type TextProps } from "ink";
import { createContext, type ReactNode, use } from "react";
import { wrapText } from "./wrap.ts";

/** What a piece of text means; which colour that is stands here and nowhere else. */
export type Role = "plain" | "name" | "you" | "title" | "rating" | "reason" | "muted" | "caution" | "trouble";

/** Text and what it means. */
export interface RoleText {
  readonly role: Role;
  readonly text: string;
}

/**
 * The sixteen terminal colours only, and none that vanishes on a light or on a dark background: the person's own theme decides
 * what they look like.
 */
const COLORED: Readonly<Record<Role, TextProps>> = {
  plain: {},
  name: { bold: true, color: "magenta" },
  you: { color: "cyan" },
  title: { bold: true },
  rating: { color: "yellow" },
  reason: { color: "green" },
  muted: { dimColor: true },
  caution: { color: "yellow" },
  trouble: { color: "red" },
};

/** Whether colour and weight may be used; false under NO_COLOR. */
export const ColorAllowed = createContext(true);

export interface ToneProps {
  readonly as: Role;
  /** Cut at the edge instead of going on below. */
  readonly cut?: boolean;
  readonly children: ReactNode;
}

/** Text in a role. */
export function Tone({ as, cut = false, children }: ToneProps): ReactNode {
  const style = use(ColorAllowed) ? COLORED[as] : {};
  return (
    <Text {...style} wrap={cut ? "truncate-end" : "wrap"}>
      {children}
    </Text>
  );
}

export interface ProseProps {
  readonly as: Role;
  readonly width: number;
  readonly children: string;
}

/** Text in a role, broken at spaces to `width` columns; its own line feeds stay. */
export function Prose({ as, width, children }: ProseProps): ReactNode {
  return <Tone as={as}>{wrapText(children, width).join("\n")}</Tone>;
}
