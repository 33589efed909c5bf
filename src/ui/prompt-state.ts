import type { Completion } from "../talk/completion.ts";
import type { Table } from "../talk/shown.ts";
import { type Choosing, chosen, type Scale, startChoosing } from "./choosing.ts";
import { type Completing, cycled, startCompleting, withCandidate } from "./completing.ts";
import type { Press } from "./keys.ts";
import { applyEdit, type Edit, type Editor, isAtRest } from "./line-editor.ts";
import { type Searching, searched, startSearch, withFound } from "./searching.ts";

/** What the keys are for just now. */
export type Mode = { readonly kind: "typing" } | Searching | Completing | Choosing;

/** The prompt: what is typed, and what the keys are for. */
export interface PromptState {
  readonly editor: Editor;
  readonly mode: Mode;
}

/** What keys can be pressed on; an empty table while a turn runs, for it may change what the numbers mean. */
export interface Surroundings {
  readonly table: Table;
  readonly scale: Scale;
}

/** What one key did. */
export interface Pressed {
  readonly state: PromptState;
  /** Said or typed, and to be sent. */
  readonly sent?: string;
  /** What somebody else must do: look up how the line goes on, or stop what runs. */
  readonly wanted?: "completion" | "stop";
}

export const TYPING: Mode = { kind: "typing" };

/** Does one key. Whatever a mode has no use for ends the mode and is done as if nothing had been chosen. */
export function pressed(state: PromptState, press: Press, around: Surroundings): Pressed {
  switch (state.mode.kind) {
    case "searching":
      return whileSearching(state, state.mode, press, around);
    case "completing":
      return whileCompleting(state, state.mode, press, around);
    case "choosing":
      return whileChoosing(state, state.mode, press, around);
    case "typing":
      return whileTyping(state, press, around);
  }
}

/** The prompt with the first of several ways to go on; the only one is simply typed. */
export function offering({ editor }: PromptState, completion: Completion): PromptState {
  const completing = startCompleting(editor, completion);
  const mode = completion.candidates.length > 1 ? completing : TYPING;
  return { editor: withCandidate(completing), mode };
}

function whileTyping(state: PromptState, press: Press, { table }: Surroundings): Pressed {
  const { editor } = state;
  switch (press.kind) {
    case "escape":
      // Another state, though the same: what is being looked up for this one is not wanted any more.
      return { state: { ...state }, wanted: "stop" };
    case "search":
      return { state: { editor, mode: startSearch(editor) } };
    case "complete":
      return editor.text === "" ? toTable(state, table) : { state, wanted: "completion" };
    case "pick":
      return picked(state, table, press.place);
    case "next":
      return isAtRest(editor) ? toTable(state, table) : edited(state, press, table);
    case "interrupt":
    case "end-of-input":
      return { state };
    default:
      return edited(state, press, table);
  }
}

function toTable(state: PromptState, table: Table, place?: number): Pressed {
  return { state: { ...state, mode: startChoosing(table, place) ?? TYPING } };
}

/** Answers the open question, where there is one. */
function picked(state: PromptState, table: Table, place: number): Pressed {
  if (table.options.length === 0) return toTable(state, table, place);
  const option = table.options[place - 1];
  return option === undefined ? { state } : { state, sent: option };
}

function edited({ editor, mode }: PromptState, edit: Edit, { options }: Table): Pressed {
  const done = applyEdit(editor, edit);
  const state = { editor: done.editor, mode };
  if (done.submitted === undefined) return { state };
  // A bare number answers the open question in the option's own words.
  const option = /^\d$/.test(done.submitted) ? options[Number(done.submitted) - 1] : undefined;
  return { state, sent: option ?? done.submitted };
}

function whileSearching(state: PromptState, mode: Searching, press: Press, around: Surroundings): Pressed {
  const { editor } = state;
  const searching = searched(mode, editor, press);
  if (searching !== undefined) return { state: { editor, mode: searching } };
  if (press.kind === "escape") return { state: { editor, mode: TYPING } };
  const found = { editor: withFound(editor, mode), mode: TYPING };
  return press.kind === "complete" ? { state: found } : whileTyping(found, press, around);
}

function whileCompleting(state: PromptState, mode: Completing, press: Press, around: Surroundings): Pressed {
  const completing = cycled(mode, press);
  if (completing !== undefined) return { state: { editor: withCandidate(completing), mode: completing } };
  if (press.kind === "escape") return { state: { editor: mode.typed, mode: TYPING } };
  return whileTyping({ ...state, mode: TYPING }, press, around);
}

function whileChoosing(state: PromptState, mode: Choosing, press: Press, around: Surroundings): Pressed {
  const left = { editor: state.editor, mode: TYPING };
  const done = chosen(mode, press, around.scale);
  if (done === undefined) {
    const leaves = press.kind === "escape" || press.kind === "previous";
    return leaves ? { state: left } : whileTyping(left, press, around);
  }
  return "said" in done ? { state: left, sent: done.said } : { state: { ...state, mode: done.choosing } };
}
