import { Box } from "ink";
import type { ReactNode } from "react";
import { Card } from "./card.tsx";
import type { Entry } from "./chat-model.ts";
import { linesAbove, linesBelow } from "./past-lines.ts";
import { Prose, type RoleText } from "./theme.tsx";

export interface PastEntryProps {
  readonly entry: Entry;
  readonly width: number;
}

/** One thing that is over. It is drawn once and never again. */
export function PastEntry({ entry, width }: PastEntryProps): ReactNode {
  return (
    <Box flexDirection="column" width={width} paddingBottom={1}>
      <Lines lines={linesAbove(entry)} width={width} />
      <Cards entry={entry} width={width} />
      <Lines lines={linesBelow(entry)} width={width} />
    </Box>
  );
}

function Cards({ entry, width }: PastEntryProps): ReactNode {
  if (entry.kind !== "resumed" && entry.kind !== "turn") return undefined;
  const items = entry.kind === "resumed" ? entry.before.items : (entry.turn.answer?.items ?? []);
  return items.map((item, index) => (
    <Card key={item.id} item={item} number={index + 1} catalogue={entry.catalogue} width={width} />
  ));
}

function Lines({ lines, width }: { readonly lines: readonly RoleText[]; readonly width: number }): ReactNode {
  return lines.map(({ role, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position, and never moves
    <Prose key={index} as={role} width={width}>
      {text}
    </Prose>
  ));
}
