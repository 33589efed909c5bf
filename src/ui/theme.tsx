import { Text, type TextProps } from "ink";
import { createContext, type ReactNode, use } from "react";
import type { Background } from "../config.ts";
import { wrapText } from "./wrap.ts";

/** What a piece of text means; which colour that is stands here and nowhere else. */
export type Role =
  | "plain"
  | "name"
  | "you"
  | "title"
  | "rating"
  | "reason"
  | "muted"
  | "chosen"
  | "caution"
  | "trouble";

/** Text and what it means. */
export interface RoleText {
  readonly role: Role;
  readonly text: string;
}

export type Palette = Readonly<Record<Role, TextProps>>;

/** The hues of a palette, as numbers of the 256 colours: those above 15 look the same whatever theme the terminal has. */
interface Hues {
  readonly name: number;
  readonly you: number;
  readonly rating: number;
  readonly reason: number;
  readonly muted: number;
  readonly trouble: number;
}

/** Contrast (WCAG) of each against black and the usual dark greys: 5 and more. */
const ON_DARK: Hues = { name: 213, you: 117, rating: 221, reason: 114, muted: 247, trouble: 210 };
/** Against white and the usual creams: 5 and more. */
const ON_LIGHT: Hues = { name: 90, you: 25, rating: 94, reason: 22, muted: 241, trouble: 124 };
/** Against white and black alike, 3.9 and more: the most that a colour can have of both is 4.6. */
const ON_EITHER: Hues = { name: 163, you: 31, rating: 130, reason: 29, muted: 244, trouble: 161 };

const NO_STYLE: TextProps = {};
const UNCOLORED: Palette = {
  plain: NO_STYLE,
  name: NO_STYLE,
  you: NO_STYLE,
  title: NO_STYLE,
  rating: NO_STYLE,
  reason: NO_STYLE,
  muted: NO_STYLE,
  chosen: NO_STYLE,
  caution: NO_STYLE,
  trouble: NO_STYLE,
};

/** The colours for a background; undefined = one that nobody knows. Without colour there is no weight either (NO_COLOR). */
export function paletteFor(color: boolean, background: Background | undefined): Palette {
  if (!color) return UNCOLORED;
  const hues = background === undefined ? ON_EITHER : { light: ON_LIGHT, dark: ON_DARK }[background];
  const of = (hue: number): TextProps => ({ color: `ansi256(${hue})` });
  return {
    plain: NO_STYLE,
    name: { ...of(hues.name), bold: true },
    you: of(hues.you),
    title: { bold: true },
    rating: of(hues.rating),
    reason: of(hues.reason),
    muted: of(hues.muted),
    chosen: { ...of(hues.you), bold: true },
    caution: of(hues.rating),
    trouble: of(hues.trouble),
  };
}

export const CurrentPalette = createContext(UNCOLORED);

export interface ToneProps {
  readonly as: Role;
  /** Cut at the edge instead of going on below. */
  readonly cut?: boolean;
  readonly children: ReactNode;
}

/** Text in a role. */
export function Tone({ as, cut = false, children }: ToneProps): ReactNode {
  return (
    <Text {...use(CurrentPalette)[as]} wrap={cut ? "truncate-end" : "wrap"}>
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
