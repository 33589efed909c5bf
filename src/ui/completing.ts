import type { Completion } from "../talk/completion.ts";
import type { Press } from "./keys.ts";
import type { Editor } from "./line-editor.ts";

/** Going through what a line could go on with. */
export interface Completing {
  readonly kind: "completing";
  readonly completion: Completion;
  readonly chosen: number;
  /** The line as it was typed. */
  readonly typed: Editor;
}

/** The line with the first candidate in it. */
export function startCompleting(editor: Editor, completion: Completion): Completing {
  return { kind: "completing", completion, chosen: 0, typed: editor };
}

/** The candidates after one more key; undefined where the key ends it. */
export function cycled(completing: Completing, press: Press): Completing | undefined {
  if (press.kind !== "complete") return undefined;
  const { length } = completing.completion.candidates;
  return { ...completing, chosen: (completing.chosen + (press.back ? length - 1 : 1)) % length };
}

/** The line with the chosen candidate in place of what was typed of it. */
export function withCandidate({ typed, completion, chosen }: Completing): Editor {
  const text = completion.candidates[chosen]?.text ?? "";
  return {
    ...typed,
    text: typed.text.slice(0, completion.from) + text + typed.text.slice(completion.to),
    cursor: completion.from + text.length,
  };
}
