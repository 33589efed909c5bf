import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { SayStep } from "./check-dialogue.ts";
import type { Expectation } from "./dialogue.ts";
import type { ItemNames } from "./item-names.ts";
import { recordOf } from "./record.ts";
import type { SeenTurn } from "./seen-turn.ts";

/** An expectation that does not hold. */
export interface Shortfall {
  /** Its key; "answer" where a turn failed that was to be answered. */
  readonly key: string;
  readonly wanted: string;
  readonly came: string;
  /** Where it is written. */
  readonly line: number;
}

export interface TurnResult {
  readonly seen: SeenTurn;
  /** Place in the dialogue's `turns`, from 0. */
  readonly at: number;
  readonly line: number;
  /** How many expectations there were. */
  readonly expectations: number;
  readonly shortfalls: readonly Shortfall[];
  /** What was seen, as an expectation, where there was none; else empty. */
  readonly record: Expectation;
}

interface Judging {
  readonly catalogue: Catalogue;
  readonly names: ItemNames;
  readonly earlier: readonly TurnResult[];
}

/** Holds a turn against what was expected of it. */
export function judged(
  { checks, at, line }: SayStep,
  seen: SeenTurn,
  { earlier, ...reading }: Judging,
): TurnResult {
  const before = earlier.map((turn) => turn.seen);
  const shortfalls = checks.flatMap(({ key, wanted, line: where, judge }): Shortfall[] => {
    const came = judge(seen, before);
    return came === undefined ? [] : [{ key, wanted, came, line: where }];
  });
  const unanswered = seen.failure !== undefined && !checks.some(({ key }) => key === "fails");
  return {
    seen,
    at,
    line,
    expectations: checks.length,
    shortfalls: unanswered ? [noAnswer(seen, line), ...shortfalls] : shortfalls,
    record: checks.length === 0 ? recordOf(seen, reading) : {},
  };
}

function noAnswer({ failure }: SeenTurn, line: number): Shortfall {
  const came =
    failure === undefined
      ? ""
      : [`${failure.message} (${failure.code})`, failure.hint ?? ""].join(" ").trim();
  return { key: "answer", wanted: "any", came, line };
}
