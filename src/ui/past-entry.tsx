import { Box } from "ink";
import type { ReactNode } from "react";
import type { AnswerItem } from "../../agents/answer.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { Card } from "./card.tsx";
import type { Entry } from "./chat-model.ts";
import { linesAbove, linesBelow } from "./past-lines.ts";
import { Prose, type RoleText } from "./theme.tsx";

export interface PastEntryProps {
  readonly entry: Entry;
  readonly catalogue: Catalogue;
  readonly width: number;
}

/** One thing that is over. It is drawn once and never again. */
export function PastEntry({ entry, catalogue, width }: PastEntryProps): ReactNode {
  const items = cardsOf(entry);
  return (
    <Box flexDirection="column" width={width} paddingBottom={1}>
      <Lines lines={linesAbove(entry)} width={width} />
      {items.map((item, index) => (
        <Card key={item.id} item={item} number={index + 1} catalogue={catalogue} width={width} />
      ))}
      <Lines lines={linesBelow(entry)} width={width} />
    </Box>
  );
}

function cardsOf(entry: Entry): readonly AnswerItem[] {
  if (entry.kind === "resumed") return entry.before.items;
  return entry.kind === "turn" ? (entry.turn.answer?.items ?? []) : [];
}

function Lines({ lines, width }: { readonly lines: readonly RoleText[]; readonly width: number }): ReactNode {
  return lines.map(({ role, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position, and never moves
    <Prose key={index} as={role} width={width}>
      {text}
    </Prose>
  ));
}
