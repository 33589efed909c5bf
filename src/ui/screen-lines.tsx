import { Text } from "ink";
import type { ReactNode } from "react";
import { type RoleText, Tone } from "./theme.tsx";

/** A screen line of parts in roles of their own. */
export type ScreenLine = readonly RoleText[];

/** Lines of the live region. Each is one text, cut at the edge as a whole: parts laid out side by side could be a column too wide. */
export function ScreenLines({ lines }: { readonly lines: readonly ScreenLine[] }): ReactNode {
  return lines.map((parts, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a screen line is its position
    <Text key={index} wrap="truncate-end">
      {parts.map(({ role, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: so is a part of it
        <Tone key={place} as={role}>
          {text}
        </Tone>
      ))}
    </Text>
  ));
}
