import { Box } from "ink";
import type { ReactNode } from "react";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { sanitise, sanitiseLine } from "../sanitise.ts";
import { stepText } from "../talk/account.ts";
import type { TurnView } from "../talk/turn.ts";
import { durationText } from "../talk/wording.ts";
import { Card } from "./card.tsx";
import type { Entry } from "./chat-model.ts";
import { Tone } from "./theme.tsx";

export interface PastEntryProps {
  readonly entry: Entry;
  readonly catalogue: Catalogue;
}

/** One thing that is over. It is drawn once and never again. */
export function PastEntry({ entry, catalogue }: PastEntryProps): ReactNode {
  return (
    <Box flexDirection="column" paddingBottom={1}>
      {content(entry, catalogue)}
    </Box>
  );
}

function content(entry: Entry, catalogue: Catalogue): ReactNode {
  switch (entry.kind) {
    case "welcome":
      return (
        <>
          {entry.welcome.lines.map((line) => (
            <Tone key={line} as="plain">
              {line}
            </Tone>
          ))}
          <Tone as="muted">For example:</Tone>
          {entry.welcome.examples.map((example) => (
            <Tone key={example} as="you">{`  ${example}`}</Tone>
          ))}
        </>
      );
    case "resumed":
      return (
        <>
          <Tone as="muted">Last time</Tone>
          <Said text={entry.exchange.user} />
          <Tone as="plain">{sanitise(entry.exchange.agent)}</Tone>
        </>
      );
    case "turn":
      return <PastTurn turn={entry.turn} catalogue={catalogue} />;
    case "notice":
      return (
        <>
          <Said text={entry.line} />
          <Tone as="plain">{sanitise(entry.lines.join("\n"))}</Tone>
        </>
      );
    case "mistake":
      return (
        <>
          <Said text={entry.line} />
          <Tone as="caution">{sanitise(entry.message)}</Tone>
          {entry.hint !== undefined && <Tone as="muted">{sanitise(entry.hint)}</Tone>}
        </>
      );
  }
}

function PastTurn({
  turn,
  catalogue,
}: {
  readonly turn: TurnView;
  readonly catalogue: Catalogue;
}): ReactNode {
  const { answer, failure } = turn;
  return (
    <>
      <Said text={turn.text} />
      {turn.understood !== "" && <Tone as="muted">{`  ${sanitiseLine(turn.understood)}`}</Tone>}
      {turn.steps.length > 0 && <Tone as="muted">{`  ${stepsLine(turn)}`}</Tone>}
      {turn.fallback !== undefined && (
        <Tone as="caution">{`  The grammar stood in for the model: ${sanitiseLine(turn.fallback)}`}</Tone>
      )}
      {answer !== undefined && <Tone as="plain">{sanitise(answer.reply).trimEnd()}</Tone>}
      {answer?.items.map((item, index) => (
        <Card key={item.id} item={item} number={index + 1} catalogue={catalogue} />
      ))}
      {answer !== undefined && answer.options.length > 0 && (
        <Tone as="you">{`  ${answer.options.map(sanitiseLine).join("  ·  ")}`}</Tone>
      )}
      {failure !== undefined && <Failure failure={failure} />}
    </>
  );
}

function Failure({ failure }: { readonly failure: NonNullable<TurnView["failure"]> }): ReactNode {
  if (failure.code === "cancelled") return <Tone as="muted"> stopped; nothing of it is kept</Tone>;
  return (
    <>
      <Tone as="trouble">{sanitise(failure.message)}</Tone>
      {failure.hint !== undefined && <Tone as="muted">{sanitise(failure.hint)}</Tone>}
    </>
  );
}

function Said({ text }: { readonly text: string }): ReactNode {
  return <Tone as="you">{`› ${sanitise(text)}`}</Tone>;
}

/** "retrieve 4 ms · score 2 ms" where there is little to say; each step's own words are in /plan. */
function stepsLine(turn: TurnView): string {
  const total = turn.answer === undefined ? "" : ` · ${durationText(turn.answer.milliseconds)} in all`;
  const steps = turn.steps.map((step) =>
    step.milliseconds === undefined ? stepText(step) : `${step.tool} ${durationText(step.milliseconds)}`,
  );
  return steps.join(" · ") + total;
}
